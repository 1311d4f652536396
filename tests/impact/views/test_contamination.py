"""Who is contaminated: a list with a map, filters and files, each answer with who gives it."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def states(client: Client, query: str) -> set[str]:
    return {line["ISO3"] for line in rows(client, f"/contamination.csv?{query}")}


def test_who_is_contaminated_by_whose_word_and_by_when_it_has_to_be_cleared(client):
    text = page(client, "/contamination/")
    assert "Germany is contaminated: 11 km² (as of 4 May 2020), according to" in text
    assert "By the record up to" in text
    row = text.partition('id="croatia"')[2].partition("</tr>")[0]
    assert "Said to be cleared" in row
    assert "1 August 2020" in row
    assert "Not bound by the convention" in text.partition('id="syrian-arab-republic"')[2].partition("</tr>")[0]


def test_sources_that_differ_stand_side_by_side(client):
    text = page(client, "/contamination/?word=differ")
    assert "Democratic Republic of the Congo is contaminated (as of 2024)" in text
    assert "may or may not be contaminated: the source finds it unclear (as of August 2017)" in text
    assert 'id="croatia"' not in text


def test_it_is_narrowed_by_answer_region_standing_and_source(client):
    assert states(client, "answer=unclear") == {"COD", "COL", "SOM"}
    assert {"HRV", "BIH"} <= states(client, "word=cleared&standing=party&region=Europe")
    assert "THA" not in states(client, "word=cleared&standing=party")
    assert "UGA" in states(client, "word=cleared&standing=signatory")
    assert "LAO" not in states(client, "source=norwegian-peoples-aid")
    assert "GRD" in states(client, "source=norwegian-peoples-aid")


def test_what_is_not_offered_is_refused(client):
    for query in ("answer=perhaps", "source=nobody", "standing=bound", "state=PER", "sort=said"):
        assert client.get(f"/contamination/?{query}").status_code == 400, query


def test_the_file_holds_every_word_with_its_source(client):
    lines = rows(client, "/contamination.csv")
    assert len(lines) == 132 + 15
    assert all(line["Sources"] and line["Record up to"] for line in lines)
    assert client.get("/contamination.xlsx").status_code == 200


def test_how_many_is_only_what_was_published(client):
    text = page(client, "/contamination/")
    assert "26 states and three other areas" in text
    assert text.count('id="total-') == 11


def test_sorting_by_extent_has_those_without_one_last(client):
    text = page(client, "/contamination/?sort=-area")
    order = [part.partition('"')[0] for part in text.split('<tr id="')[1:]]
    assert order.index("lao-peoples-democratic-republic") == 0
    assert order.index("syrian-arab-republic") > order.index("croatia")


def test_a_list_of_no_state_says_so(client):
    assert "No state or area matches these filters." in page(client, "/contamination/?word=again&region=Oceania")


def test_few_questions_to_the_database(client, django_assert_max_num_queries):
    page(client, "/contamination/")
    with django_assert_max_num_queries(8):
        page(client, "/contamination/")
