"""Readers compare any two releases of a country and theme."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.profiles import TEXT, make_source

COMPARE = "/countries/peru/cluster-munition-ban-policy/compare/"


@pytest.fixture
def corrected(press, peru, ban_policy):
    """Edition 2009 with r1 and r2: one sentence changed, one source replaced."""
    first = press.edition(peru, ban_policy)
    make_source(key="peru-oslo-2008", kind="statement", title="Statement <in> Oslo", publisher="")
    text = TEXT.replace("how many is not known", "2,012 of them").replace(
        "@laRepublica-2007-05-29, p. 5", "@peru-oslo-2008, p. 2"
    )
    return press.release(first.profile, text=text, note="The number became known.")


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_two_releases_stand_side_by_side_in_words_and_in_one_column(client, corrected):
    page = words(client.get(COMPARE, {"from": "2009/r1", "to": "2009/r2"}))
    assert "<del>how many is not known</del><ins>2,012 of them</ins>" in page
    assert (
        '<p class="comparison-old">The air force holds bombs; <del>how many is not known</del>.[2][1]</p>' in page
    )
    assert '<p class="comparison-new">The air force holds bombs; <ins>2,012 of them</ins>.[2][1]</p>' in page
    assert "<span>Changed</span>" in page
    assert "1 changed paragraph, 1 changed note." in page
    assert "The number became known. (substantive)" in page


def test_notes_are_named_and_sources_written_out_and_escaped(client, corrected):
    page = words(client.get(COMPARE, {"from": "2009/r1", "to": "2009/r2"}))
    assert "<strong>Note 2: source replaced</strong>" in page
    assert "Statement &lt;in&gt; Oslo" in page
    assert "[@" not in page
    assert "<in>" not in page


def test_without_a_choice_the_newest_is_compared_with_the_one_before(client, press, corrected, peru, ban_policy):
    assert '<option value="2009/r1" selected>' in words(client.get(COMPARE))
    press.edition(peru, ban_policy, 2011, text="Peru had the bill in parliament.")
    page = words(client.get(COMPARE))
    assert '<option value="2009/r2" selected>' in page
    assert '<option value="2011/r1" selected>' in page
    assert "<ins>Peru had the bill in parliament.</ins>" in page


def test_one_release_alone_and_the_same_twice_are_said(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    assert "Only one release has been published" in words(client.get(COMPARE))
    assert client.get(COMPARE, {"from": "2009/r1", "to": "2009/r1"}).status_code == 200


@pytest.mark.parametrize("name", ["2009/r9", "1999/r1", "x", "2009", "2009/r1/", "'", "2009/r99999999"])
def test_a_release_that_is_not_out_is_not_found_and_the_choice_stays(client, corrected, name):
    answer = client.get(COMPARE, {"from": name, "to": "2009/r1"})
    assert answer.status_code == 404
    assert "Choose from the list" in words(answer)


def test_embargoed_and_withdrawn_releases_are_not_compared(client, press, corrected):
    later = timezone.now() + timedelta(days=1)
    press.release(corrected.profile, visible_from=later, note="Later", text="A secret until tomorrow.")
    answer = client.get(COMPARE, {"from": "2009/r1", "to": "2009/r3"})
    assert answer.status_code == 404
    assert "secret" not in words(answer)
    press.withdraw(corrected.profile, "Wrong state")
    assert client.get(COMPARE).status_code == 404
    assert "The number became known" not in words(client.get("/feeds/corrections/"))


def test_queries_stay_the_same_with_many_releases(client, press, corrected, django_assert_max_num_queries):
    for number in range(3):
        press.release(corrected.profile, note="Again", lead=f"Lead {number}.")
    with django_assert_max_num_queries(10):
        client.get(COMPARE, {"from": "2009/r1", "to": "2009/r5"})


def test_the_logs_link_each_correction_to_its_comparison(client, corrected):
    link = f'href="{COMPARE}?from=2009/r1&amp;to=2009/r2"'
    assert link in words(client.get("/countries/peru/cluster-munition-ban-policy/history/"))
    assert link in words(client.get("/countries/peru/cluster-munition-ban-policy/2009/"))


def test_partners_get_the_same_comparison_as_json(client, corrected):
    base = f"/api/v1/profiles/{corrected.profile_id}/compare/"
    found = client.get(base, {"from": 1, "to": 2}).json()
    assert (found["old"]["number"], found["new"]["number"], found["is_same"]) == (1, 2, False)
    assert found["lead"]["paragraphs"] == []
    (paragraph,) = found["text"]["paragraphs"]
    assert paragraph["kind"] == "changed"
    assert [p["text"] for p in paragraph["parts"] if p["op"] == "added"] == ["2,012 of them"]
    (note,) = found["text"]["notes"]
    assert (note["kind"], note["old_number"], note["new_number"]) == ("source-replaced", 2, 2)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"from": "1", "to": "9"}, 404),
        ({"from": "1"}, 400),
        ({"from": "x", "to": "2"}, 400),
        ({"from": "1", "to": "2", "colour": "red"}, 400),
        ({"from": "1", "to": "2", "with": "0"}, 404),
    ],
)
def test_bad_comparisons_are_answered_by_name(client, corrected, asked, status):
    assert client.get(f"/api/v1/profiles/{corrected.profile_id}/compare/", asked).status_code == status
