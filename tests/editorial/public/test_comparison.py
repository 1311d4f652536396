"""Readers compare any two releases of a shelf; what differs beside the text is said as well."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.actions import publishing
from editorial.public.compared import compare_releases
from tests.factories.meetings import publish


def test_two_releases_stand_side_by_side_in_words_and_in_one_column(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    page = read(life.compare(1, 2))
    assert "It holds <del>seven </del><ins>eight </ins>bombs.[1]" in page
    assert '<p class="comparison-old">It holds <del>seven </del>bombs.[1]</p>' in page
    assert '<p class="comparison-new">It holds <ins>eight </ins>bombs.[1]</p>' in page
    assert "2 changed paragraphs, 1 changed note." in page  # of the lead summary, of the text
    assert "What the editors say changed in r2: One more was found. (substantive)" in page
    assert "<strong>Note 1: source replaced</strong>" in page
    assert "The eight &lt;paper&gt;" in page
    assert "[@" not in page
    assert 'class="view-inline"' in read(life.compare(1, 2) + "&view=inline")


def test_the_other_way_round_too(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    assert "<del>eight </del><ins>seven </ins>" in read(life.compare(2, 1))


def test_without_a_choice_the_newest_stands_beside_the_one_before(life, read) -> None:
    life.bring_out("seven")
    assert "Only one release has been published" in read(life.shelf + "compare/")
    for word in ("eight", "nine"):
        life.bring_out(word, note="One more was found.")
    page = read(life.shelf + "compare/")
    assert f'<option value="{life.names(2)}" selected>' in page
    assert f'<option value="{life.names(3)}" selected>' in page
    assert page.count(f'<option value="{life.names(1)}">') == 2
    assert "<del>eight </del><ins>nine </ins>" in page


def test_a_release_beside_itself_asks_for_another(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    assert "Choose two different releases." in read(life.compare(1, 1))


@pytest.mark.parametrize("name", ["r9", "2009/r9", "x", "2009", "'", "r1/", "\x00", "2009/r99999999999999999999"])
def test_a_release_that_is_not_out_is_not_found_and_the_choice_stays(life, client, name: str) -> None:
    life.bring_out("seven")
    answer = client.get(life.shelf + "compare/", {"from": name, "to": life.names(1)})
    assert answer.status_code == 404
    assert "Choose from the list" in answer.content.decode()


def test_embargoed_releases_are_no_choice(life, read, answers) -> None:
    life.bring_out("seven")
    life.bring_out("secret", note="Later.", visible_from=timezone.now() + timedelta(days=1))
    assert answers([life.compare(1, 2), life.compare(2, 1)]) == {404}
    assert "secret" not in read(life.compare(1, 2))
    assert life.names(2) not in read(life.shelf + "compare/")


def test_queries_stay_the_same_with_many_releases(life, client, django_assert_max_num_queries) -> None:
    for number in range(1, 6):
        life.bring_out(f"word-{number}", note="Again." if number > 1 else "")
    with django_assert_max_num_queries(6):
        client.get(life.compare(1, 5))


def test_what_is_computed_may_differ_while_all_that_was_written_is_the_same(
    press, peru, ban_policy, client, monkeypatch
) -> None:
    fact = {"label": "Standing", "value": "Signatory", "article": "", "explanation": "", "as_of": "2009-03-01"}
    monkeypatch.setattr(publishing, "facts_of", lambda record, today: [dict(fact)])
    profile = press.draft(peru, ban_policy)
    first = publish(profile)
    press.change(profile, covers_until="2009-03")
    fact["value"] = "State Party"
    second = publish(profile, "Anew.")
    found = compare_releases(first, second)
    assert found.is_same
    assert [(fact.label, fact.old, fact.new) for fact in found.facts] == [("Standing", "Signatory", "State Party")]
    page = " ".join(client.get("/countries/peru/cluster-munition-ban-policy/compare/").content.decode().split())
    assert "The texts of these two releases are the same." in page
    assert "Worked out by the Monitor" in page
    assert '<td data-label="2009/r2, as of 1 March 2009">State Party</td>' in page
    assert "beside the text" not in page
