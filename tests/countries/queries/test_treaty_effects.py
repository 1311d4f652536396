"""What an act would change, before it is saved."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country, Treaty, TreatyAction
from countries.queries.treaty_effects import Effect, effects_of
from countries.rules.final_clauses import ActionKind, TreatyAct
from tests.factories.treaties import make_treaty

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
TODAY = date(2026, 2, 3)


@pytest.fixture
def ccm() -> Treaty:
    return make_treaty("ccm")


def state(iso3: str) -> Country:
    return Country.objects.get(iso3=iso3)


def said(effects: tuple[Effect, ...]) -> dict[str, tuple[str, str]]:
    return {effect.about: (effect.before, effect.after) for effect in effects}


def test_an_accession_of_finland(ccm: Treaty) -> None:
    act = TreatyAct(ActionKind.ACCESSION, date(2026, 1, 15))
    effects = effects_of(treaty=ccm, country=state("FIN"), act=act, instead_of=None, today=TODAY)
    words = said(effects)
    assert words["Standing on 3 February 2026"] == ("Not joined", "Party by deposit, not yet bound")
    assert words["Entry into force for it"] == ("", "1 July 2026")
    assert words["States Parties, by deposit, 15 January 2026"] == ("112", "113")
    assert words["States Parties, by deposit, 3 February 2026"] == ("112", "113")
    assert words["States Parties, by entry into force, 1 July 2026"] == ("112", "113")
    assert "States Parties, by entry into force, 3 February 2026" not in words
    assert words["First transparency report due"] == ("", "28 December 2026")
    assert words["Stockpiles to be destroyed by"] == ("", "1 July 2034")
    assert words["Contaminated areas to be cleared by"] == ("", "1 July 2036")
    proof = next(effect.proof for effect in effects if effect.about == "Entry into force for it")
    assert proof is not None
    assert proof.article == "CCM, Article 17(2)"


def test_a_deposit_moved_to_another_month(ccm: Treaty) -> None:
    stored = TreatyAction.objects.get(treaty=ccm, country__iso3="PER", kind="ratification")
    act = TreatyAct(ActionKind.RATIFICATION, date(2012, 10, 2))
    words = said(effects_of(treaty=ccm, country=state("PER"), act=act, instead_of=stored, today=TODAY))
    assert words["Entry into force for it"] == ("1 March 2013", "1 April 2013")
    assert words["States Parties, by deposit, 26 September 2012"] == ("76", "75")
    assert words["States Parties, by entry into force, 1 March 2013"] == ("76", "75")
    assert not any("3 February 2026" in about for about in words)


def test_a_deposit_moved_within_its_month_changes_two_counts_only(ccm: Treaty) -> None:
    stored = TreatyAction.objects.get(treaty=ccm, country__iso3="PER", kind="ratification")
    act = TreatyAct(ActionKind.RATIFICATION, date(2012, 9, 27))
    words = said(effects_of(treaty=ccm, country=state("PER"), act=act, instead_of=stored, today=TODAY))
    assert set(words) == {
        "States Parties, by deposit, 26 September 2012",
        "Signatories not yet party, by deposit, 26 September 2012",
    }


def test_removing_a_deposit(ccm: Treaty) -> None:
    stored = TreatyAction.objects.get(treaty=ccm, country__iso3="VUT", kind="accession")
    words = said(effects_of(treaty=ccm, country=state("VUT"), act=None, instead_of=stored, today=TODAY))
    assert words["Standing on 3 February 2026"] == ("Party by deposit, not yet bound", "Not joined")
    assert words["Entry into force for it"] == ("1 March 2026", "")


def test_a_notice_of_withdrawal(ccm: Treaty) -> None:
    act = TreatyAct(ActionKind.WITHDRAWAL, date(2026, 1, 20))
    words = said(effects_of(treaty=ccm, country=state("PER"), act=act, instead_of=None, today=TODAY))
    assert words["Withdrawal takes effect"] == ("", "20 July 2026")
    assert words["States Parties, by deposit, 20 July 2026"] == ("112", "111")


def test_provisional_application(ccm: Treaty) -> None:
    act = TreatyAct(ActionKind.PROVISIONAL, date(2025, 9, 5))
    words = said(effects_of(treaty=ccm, country=state("VUT"), act=act, instead_of=None, today=TODAY))
    assert words == {"Provisional application from": ("", "5 September 2025")}


def test_the_deposit_that_brings_a_treaty_into_force(ccm: Treaty) -> None:
    make_treaty("ccm", threshold_reached_on=None, instruments_needed=114)
    treaty = Treaty.objects.select_related("parent").get(slug="ccm")
    act = TreatyAct(ActionKind.ACCESSION, date(2026, 1, 15))
    words = said(effects_of(treaty=treaty, country=state("FIN"), act=act, instead_of=None, today=TODAY))
    assert words["Entry into force of the Convention on Cluster Munitions"] == ("", "1 July 2026")
    assert words["States Parties, by entry into force, 1 July 2026"] == ("0", "114")


def test_an_interpretive_declaration_changes_nothing(ccm: Treaty) -> None:
    act = TreatyAct(ActionKind.INTERPRETATION, date(2026, 1, 15))
    assert effects_of(treaty=ccm, country=state("PER"), act=act, instead_of=None, today=TODAY) == ()
