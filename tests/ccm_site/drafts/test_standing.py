"""Standings in a draft: the sentence with the acts and the arithmetic behind it, details, steps at home, groups."""

from __future__ import annotations

import pytest

from ccm_site.drafts.parts import Subject
from ccm_site.drafts.standing import groups, other_treaties, standing, steps_at_home
from ccm_site.pages.parts import this_moment
from countries.models import Country, DomesticStep, Treaty
from editorial.models import recording
from tests.ccm_site.drafts.subjects import as_text, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def about(iso3: str) -> Subject:
    return Subject(Country.objects.get(iso3=iso3), this_moment())


def test_a_party_with_its_acts_and_what_follows_from_them() -> None:
    peru = about("PER")
    found = list(standing(peru))
    assert written(found)[0].endswith("ratified on 26 September 2012, and has been bound since 1 March 2013.")
    text = as_text(found[:1], peru)
    assert "Signature: [@UNTC-XXVI-6]" in text
    assert "Worked out: Deposited on 26 September 2012; the sixth month after September 2012 is March 2013" in text
    assert "(CCM, Article 17(2))" in text or "[@CCM-text, Article 17(2)]" in text
    assert written(found)[1:] == [
        "It signed in Oslo.",
        "Amb. Antonio Garcia Revilla, Under-Secretary for Multilateral Affairs, Ministry of Foreign Affairs, signed for it.",
    ]


def test_one_that_left_is_told_with_all_its_days() -> None:
    assert written(standing(about("LTU")))[1:] == [
        "It signed on 3 December 2008 in Oslo.",
        "It ratified on 24 March 2011.",
        "It gave notice of withdrawal on 6 September 2024.",
    ]


def test_provisional_application_is_an_act_of_its_own() -> None:
    assert "It declared provisional application on 2 September 2014." in written(standing(about("BLZ")))


def test_an_area_has_no_standing() -> None:
    western_sahara = about("ESH")
    assert "as an area, of which no acts" in written(standing(western_sahara))[0]
    assert list(other_treaties(western_sahara)) == []
    assert list(steps_at_home(western_sahara)) == []


def test_the_other_treaties_have_a_sentence_each() -> None:
    found = list(other_treaties(about("PER")))
    assert len(found) == Treaty.objects.count() - 1
    assert all(one.notes for one in found)


def test_steps_at_home_are_told_with_their_day_and_what_they_were() -> None:
    chad = about("TCD")
    assert written(steps_at_home(chad))[0].startswith("No step at home towards joining is recorded here;")
    with recording(by=None, reason="Made for a test"):
        DomesticStep.objects.create(
            country=chad.country,
            treaty=Treaty.objects.get(slug="ccm"),
            kind="approved",
            date="14 March 2012",
            description="Law 5",
        )
    (step,) = steps_at_home(chad)
    assert step.words == (
        "A step at home on the Convention on Cluster Munitions on 14 March 2012 (approved by parliament): law 5."
    )
    assert step.notes[0].words == "No source is recorded for this."


def test_a_group_is_named_with_the_role() -> None:
    norway = about("NOR")
    (said,) = groups(norway)
    assert "the Core Group of the Oslo Process (as initiator)" in said.words
    assert "Core Group of the Oslo Process: [@" in as_text([said], norway)
    assert list(groups(about("ESH"))) == []
