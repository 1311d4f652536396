"""The reference data of treaties, against totals that were published and against its own tables."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from countries.importing.country import FOLDER
from countries.importing.treaty_acts_loader import FURTHER, STATUS_FILES, load_treaty_actions
from countries.models import Country, GroupMembership, Treaty, TreatyAction
from countries.rules.final_clauses import FinalClauses
from countries.rules.standing import course_of
from editorial.actions.import_report import ImportReport
from editorial.actions.reference import load
from editorial.models import User, recording
from tests.countries.rules import treaties as clauses
from tests.factories.kept_rows import load_once

pytestmark = pytest.mark.django_db

GOLDEN_CLAUSES = {
    "ccm": clauses.CCM,
    "mine-ban-treaty": clauses.MINE_BAN,
    "ccw": clauses.CCW,
    "ccw-protocol-v": clauses.PROTOCOL_V,
}


def cells(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.usefixtures("world")
def test_everything_is_there() -> None:
    counts = {treaty.slug: treaty.actions.count() for treaty in Treaty.objects.all()}
    assert counts == {
        "ccm": 108 + 113 + 2,  # signatures, deposits, a notice and a declaration of provisional application
        "mine-ban-treaty": 133 + 166 + 5,
        "ccw": 50 + 128,
        "ccw-amended-protocol-ii": 107,
        "ccw-protocol-v": 99,
    }
    assert not TreatyAction.objects.filter(source=None).exists()
    assert GroupMembership.objects.filter(group__slug="core-group").count() == 7


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("slug", GOLDEN_CLAUSES)
def test_the_final_clauses_are_those_that_the_rules_are_tested_with(slug: str) -> None:
    loaded = Treaty.objects.select_related("parent").get(slug=slug).final_clauses
    expected = GOLDEN_CLAUSES[slug]
    differing = {
        name: (getattr(loaded, name), getattr(expected, name))
        for name in FinalClauses.__dataclass_fields__
        if getattr(loaded, name) != getattr(expected, name)
    }
    assert differing.pop("closed_for_signature", None) in (
        None,
        (date(2010, 8, 1), None),  # the day that the rule computes and the database needs
        (date(1999, 3, 1), None),
    )
    assert differing == {}


# The table of the CCW counts its first twenty among today's parties. Two instruments of 1982 and 1983 came from states
# that no longer exist, Czechoslovakia and Yugoslavia; with them the 20th was that of 2 June 1983.
MISCOUNTED = {"NOR": date(1983, 12, 7), "GTM": date(1984, 1, 21), "AUS": date(1984, 3, 29)}


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("slug", "file"), STATUS_FILES.items())
def test_every_entry_into_force_of_the_tables_is_the_computed_one(slug: str, file: str) -> None:
    treaty = Treaty.objects.get(slug=slug)
    acts: dict[str, list] = {}
    for act in TreatyAction.objects.filter(treaty=treaty).select_related("country"):
        acts.setdefault(act.country.iso3 or "", []).append(act.for_rules)
    differing, compared = {}, 0
    for row in cells(file):
        if not row["entry_into_force"]:
            continue
        computed = course_of(treaty.final_clauses, acts[row["iso3"]], treaty.threshold_reached_on).memberships[-1]
        compared += 1
        if str(computed.bound_since) != row["entry_into_force"]:
            differing[row["iso3"]] = computed.bound_since
    assert compared == {"ccm": 113, "mine-ban-treaty": 164, "ccw": 120}[slug]
    assert differing == (MISCOUNTED if slug == "ccw" else {})


@pytest.mark.usefixtures("world")
def test_every_withdrawal_of_the_tables_takes_effect_on_the_computed_day() -> None:
    left = {
        (slug, row["iso3"]): row["withdrawn"]
        for slug, file in STATUS_FILES.items()
        for row in cells(file)
        if row["withdrawn"]
    }
    assert len(left) == 6
    for (slug, iso3), withdrawn in left.items():
        treaty = Treaty.objects.get(slug=slug)
        acts = [act.for_rules for act in TreatyAction.objects.filter(treaty=treaty, country__iso3=iso3)]
        course = course_of(treaty.final_clauses, acts, treaty.threshold_reached_on)
        assert str(course.memberships[-1].left_on) == withdrawn


@pytest.mark.usefixtures("world")
def test_a_published_day_is_kept_beside_the_computed() -> None:
    montenegro = TreatyAction.objects.get(treaty__slug="mine-ban-treaty", country__iso3="MNE")
    assert montenegro.published_effect == date(2007, 4, 1)
    assert "[@Monitor-Montenegro-2017-mine-ban-policy]" in montenegro.note


@pytest.mark.usefixtures("world")
def test_states_signed_where_the_signing_conference_was() -> None:
    signatures = TreatyAction.objects.filter(kind="signature")
    assert signatures.get(treaty__slug="ccm", country__iso3="PER").place == "Oslo"
    assert signatures.get(treaty__slug="ccm", country__iso3="DJI").place == ""
    assert signatures.get(treaty__slug="mine-ban-treaty", country__iso3="POL").place == "Ottawa"


def test_a_second_load_changes_nothing() -> None:
    for name in ("countries", "treaties", "treaty-actions"):
        load(name)
    versions = TreatyAction.history.count()
    report = load("treaty-actions")
    assert (report.created, report.changed, report.refused) == (0, 0, [])
    assert report.unchanged == TreatyAction.objects.count()
    assert TreatyAction.history.count() == versions


HEAD = "iso3,signed,deposit_date,deposit_kind,entry_into_force,withdrawn,source\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The real final clauses, with tables of states that a test writes."""
    load_once("countries", "treaties")
    for name in (*STATUS_FILES.values(), FURTHER):
        (tmp_path / name).write_text(
            HEAD if "status" in name else (FOLDER / name).read_text().splitlines()[0] + "\n"
        )
    (tmp_path / "treaties.csv").write_bytes((FOLDER / "treaties.csv").read_bytes())
    return tmp_path


def loaded(folder: Path) -> ImportReport:
    report = ImportReport("treaty-actions")
    with recording(by=None, reason="Loaded for a test"):
        load_treaty_actions(report, folder)
    return report


def refused(folder: Path) -> list[str]:
    return [str(one) for one in loaded(folder).refused]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("XXX,2008-12-03,,,,,UN", "ccm_status.csv, line 2, iso3: “XXX”. No state has"),
        ("PER,2008-13-03,,,,,UN", "ccm_status.csv, line 2, signed: “2008-13-03”. This is not a day"),
        (
            "PER,2008-12-03,2012-09-26,blessing,,,UN",
            "ccm_status.csv, line 2, deposit_kind: “blessing”. Write one of signature,",
        ),
        ("PER,,2012-09-26,ratification,,,UN", "PER, ratification 2012-09-26: Only a signatory"),
        ("PER,2011-12-03,,,,,UN", "CCM, Article 15"),
        ("PER,2008-12-03,2012-09-26,accession,,,UN", "CCM, Article 16(2)"),
        (
            "PER,2008-12-03,2012-09-26,ratification,,2020-01-01,UN",
            "has no notice of withdrawal in treaty_actions.csv",
        ),
        ("PER,2008-12-03,,,,,", "source: empty"),
    ],
)
def test_a_bad_row_is_refused_by_file_line_field_and_value(folder: Path, row: str, said: str) -> None:
    (folder / "ccm_status.csv").write_text(HEAD + row + "\nAND,,2013-04-09,accession,,,UN\n")
    assert said in " ".join(refused(folder))
    assert TreatyAction.objects.filter(country__iso3="AND").count() == 1


def test_what_a_person_corrected_is_left_alone(folder: Path, person: Callable[..., User]) -> None:
    (folder / "ccm_status.csv").write_text(HEAD + "AND,,2013-04-09,accession,,,UN\n")
    assert refused(folder) == []
    act = TreatyAction.objects.get(country=Country.objects.get(iso3="AND"))
    with recording(by=person("researcher"), reason="Seen in the notification"):
        act.place = "New York"
        act.save()
    (folder / "treaty_actions.csv").write_text(
        (folder / "treaty_actions.csv").read_text() + "ccm,AND,accession,2013-04-09,,,Geneva,,,UN\n"
    )
    report = loaded(folder)
    assert len(report.kept) == 1
    act.refresh_from_db()
    assert act.place == "New York"
