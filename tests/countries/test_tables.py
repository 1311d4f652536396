"""Standings as lists and files: every count is the length of its list, every cell says what the rules gave."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country, Treaty
from countries.queries.treaty_standings import Standings, TreatyRecord, treaty_record
from countries.rules.final_clauses import TreatyKind
from countries.rules.standing import Basis, Standing
from countries.tables import (
    Heading,
    Wanted,
    accumulation_table,
    act_rows,
    headings,
    regions,
    standings_table,
    totals,
)
from tests.factories.meetings import make_country
from tests.factories.treaties import make_act, make_treaty

pytestmark = pytest.mark.django_db
FEBRUARY = date(2012, 12, 1)
"""Peru has deposited (26 September 2012) and is not bound before 1 March 2013."""


@pytest.fixture
def record(peru: Country) -> TreatyRecord:
    """Peru ratified, Chile is bound, Spain signed, Croatia acceded and waits, Mexico never acted."""
    ccm: Treaty = make_treaty("ccm")
    acts = {
        ("PER", "Peru"): (("signature", "2008-12-03"), ("ratification", "2012-09-26")),
        ("CHL", "Chile"): (("signature", "2008-12-03"), ("ratification", "2010-12-16")),
        ("ESP", "Spain"): (("signature", "2008-12-03"),),
        ("HRV", "Croatia"): (("accession", "2012-11-30"),),
        ("MEX", "Mexico"): (),
    }
    for (iso3, name), done in acts.items():
        country = make_country(iso3, name)
        for kind, day in done:
            make_act(country, kind, day, ccm)
    return treaty_record(ccm)


def everybody(row: object) -> bool:
    return True


def on(record: TreatyRecord, day: date = FEBRUARY) -> Standings:
    return record.on(day)


def listed(found: Standings, basis: Basis, wanted: Wanted = everybody) -> list[Heading]:
    return headings(found, basis, wanted, act_rows(found))


def names(record: TreatyRecord, basis: Basis) -> dict[str, list[str]]:
    return {one.title: [row.name for row in one.rows] for one in listed(on(record), basis)}


def test_by_deposit_every_state_stands_under_one_heading(record: TreatyRecord) -> None:
    assert names(record, Basis.DEPOSIT) == {
        "States Parties, by deposit": ["Chile", "Croatia", "Peru"],
        "Signatories not yet party": ["Spain"],
        "Not joined": ["Mexico"],
    }


def test_by_entry_into_force_one_that_acceded_waits_apart_and_one_that_ratified_is_the_signatory_it_is(
    record,
) -> None:
    assert names(record, Basis.IN_FORCE) == {
        "States Parties, by entry into force": ["Chile"],
        "Signatories not yet party": ["Peru", "Spain"],
        "Deposited, not yet bound": ["Croatia"],
        "Not joined": ["Mexico"],
    }


def test_a_filter_hides_rows_and_says_of_how_many(record: TreatyRecord) -> None:
    found = listed(on(record), Basis.DEPOSIT, lambda row: row.state.region == "Americas")
    assert [(one.anchor, one.count) for one in found] == [
        ("parties", "2 of 3"),
        ("signatories", "0 of 1"),
        ("not-joined", "1"),
    ]
    assert [one.as_names for one in found] == [False, False, True]


def test_a_row_of_the_list(record: TreatyRecord) -> None:
    parties = listed(on(record), Basis.DEPOSIT)[0]
    (peru,) = [row for row in parties.rows if row.name == "Peru"]
    assert (peru.chip, peru.signed, peru.joined, peru.how) == (
        Standing.DEPOSITED,
        "3 December 2008",
        "26 September 2012",
        "Ratification",
    )
    assert (peru.in_force, peru.article, peru.published, peru.remark) == ("1 March 2013", "Article 17(2)", "", "")
    assert peru.url == "/countries/peru/"


def test_a_notice_of_withdrawal_is_a_remark_from_its_day_on(record: TreatyRecord) -> None:
    make_act(Country.objects.get(iso3="CHL"), "withdrawal_notice", "2024-09-06")
    left = treaty_record(make_treaty("ccm"))

    def remark(day: date) -> str:
        rows = [row for one in listed(left.on(day), Basis.DEPOSIT) for row in one.rows]
        return next(row.remark for row in rows if row.name == "Chile")

    assert remark(date(2024, 9, 5)) == ""
    assert remark(date(2024, 9, 6)) == "Notice received 6 September 2024, effect 6 March 2025"


def test_totals_by_both_bases_and_who_makes_the_difference(record: TreatyRecord) -> None:
    then = on(record, date(2008, 12, 3))
    parties, signatories, joined = totals(on(record), then, Basis.DEPOSIT, TreatyKind.TREATY)
    assert (parties.by_deposit, parties.by_in_force, parties.compared) == (3, 1, 0)
    assert [row.state.name for row in parties.apart] == ["Croatia", "Peru"]
    assert (signatories.by_deposit, signatories.by_in_force, signatories.compared) == (1, 2, 3)
    assert (joined.by_deposit, joined.by_in_force, joined.compared) == (4, 3, 3)
    assert [row.state.name for row in joined.apart] == ["Croatia"]


def test_what_nobody_signs_has_parties_alone(record: TreatyRecord) -> None:
    for kind in (TreatyKind.PROTOCOL, TreatyKind.DECLARATION):
        assert [one.label for one in totals(on(record), on(record), Basis.DEPOSIT, kind)] == ["States Parties"]


def test_regions_add_up_to_all_states(record: TreatyRecord) -> None:
    found = {one.region: (one.parties, one.signatories, one.others) for one in regions(on(record), Basis.DEPOSIT)}
    assert found == {"Americas": (2, 0, 1), "Europe": (1, 1, 0)}
    assert sum(map(sum, found.values())) == Country.objects.count()


def test_a_file_has_the_article_and_the_arithmetic_and_as_many_cells_as_headings(record: TreatyRecord) -> None:
    table = standings_table(record, on(record), Basis.DEPOSIT, everybody)
    rows = {row[1]: dict(zip(table.headings, row, strict=True)) for row in table.rows}
    peru = rows["Peru"]
    assert (peru["Standing"], peru["Counted by deposit as"]) == ("Party by deposit, not yet bound", "party")
    assert (peru["Article"], peru["In force (computed)"]) == ("CCM, Article 17(2)", date(2013, 3, 1))
    assert "26 September 2012" in peru["Arithmetic"]
    assert rows["Mexico"]["Joined by"] is None
    assert rows["Spain"]["Signed"] == date(2008, 12, 3)


def test_the_file_of_membership_has_every_day_of_change_by_both_bases_oldest_first(record: TreatyRecord) -> None:
    rows = [tuple(row) for row in accumulation_table(record).rows]
    assert rows[0] == (date(2008, 12, 3), "deposit", 0, 3, 3)
    assert (date(2012, 9, 26), "deposit", 2, 1, 3) in rows
    assert (date(2013, 3, 1), "in_force", 2, 1, 3) in rows
    days = [day for row in rows if isinstance(day := row[0], date)]
    assert days == sorted(days)
    assert len(days) == len(rows)
