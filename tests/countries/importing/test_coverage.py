"""How far the reference data reaches, as the files say it."""

import pytest

from countries.importing.coverage import COVERAGE
from countries.models import Coverage, FactKind
from editorial.actions.reference import load
from editorial.models import recording
from tests.factories.sheets import load_file

pytestmark = pytest.mark.django_db


def test_every_kind_of_fact_has_its_coverage(world):
    assert {FactKind(row.kind) for row in Coverage.objects.all()} == set(FactKind)


def test_only_what_the_depositary_lists_is_whole(world):
    whole = Coverage.objects.filter(extent="whole")
    assert {row.kind for row in whole} == {"treaty_acts"}
    assert {row.complete_until.isoformat() for row in whole} == {"2026-02-03"}
    assert all(row.source for row in whole)


def test_what_a_researcher_moved_on_is_not_moved_back(db, person):
    load("coverage")
    with recording(by=person("researcher"), reason="Nothing new in the depositary's list of 1 May 2026"):
        acts = Coverage.objects.get(scope="ccm")
        acts.complete_until = "2026-05-01"
        acts.save()
    assert load("coverage").kept == ["coverage Acts towards treaties (ccm)"]
    acts.refresh_from_db()
    assert acts.complete_until.isoformat() == "2026-05-01"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weather,,part,,,,,", "kind: “weather”. Write one of states, treaty_acts"),
        ("stocks,,all,,,,,", "extent: “all”. Write one of whole, part."),
        ("stocks,,part,2026-02-30,,,,", "complete_until: “2026-02-30”. This is not a day."),
    ],
)
def test_a_bad_row_is_refused_by_file_line_field_and_value(db, tmp_path, line, said):
    head = "kind,scope,extent,complete_until,checked_on,source,covers,missing"
    (tmp_path / "coverage.csv").write_text(f"{head}\n{line}\n", encoding="utf-8")
    (refused,) = load_file(COVERAGE, tmp_path).refused
    assert refused.place == "coverage.csv, line 2"
    assert said in str(refused)
