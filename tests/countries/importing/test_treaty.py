"""Treaties and their other names."""

from pathlib import Path

import pytest

from countries.importing.country import FOLDER
from countries.importing.treaty import TREATIES, TREATY_ALIASES
from countries.models import Treaty, TreatyAlias
from tests.factories.sheets import load_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_a_protocol_stands_below_its_convention() -> None:
    assert Treaty.objects.get(slug="ccw-protocol-v").parent == Treaty.objects.get(slug="ccw")


@pytest.mark.parametrize(
    ("cell", "instead", "said"),
    [
        (",treaty,,1,", ",club,,1,", "kind: “club”. Write one of"),
        (",30,", ",many,", "instruments_needed: “many”. Write a whole number"),
        ("2008-05-30", "May 2008", "adopted_on: “May 2008”. This is not a day."),
    ],
)
def test_a_bad_cell_is_refused_with_its_place(tmp_path: Path, cell: str, instead: str, said: str) -> None:
    head, *rows = (FOLDER / "treaties.csv").read_text(encoding="utf-8").splitlines()
    ccm = next(row for row in rows if row.startswith("ccm,"))
    changed = ccm.replace(cell, instead, 1)
    assert changed != ccm
    (tmp_path / "treaties.csv").write_text(f"{head}\n{changed}\n", encoding="utf-8")
    (refused,) = load_file(TREATIES, tmp_path).refused
    assert str(refused).startswith("treaties.csv, line 2, ")
    assert said in str(refused)


def test_another_name_leads_to_one_treaty(tmp_path: Path) -> None:
    (tmp_path / "treaty_aliases.csv").write_text(
        "treaty,name\nccm,Oslo Convention\nkyoto,Kyoto\n", encoding="utf-8"
    )
    report = load_file(TREATY_ALIASES, tmp_path)
    assert TreatyAlias.objects.get(name="Oslo Convention").treaty.slug == "ccm"
    assert [one.words[:16] for one in report.refused] == ["treaty: “kyoto”."]
