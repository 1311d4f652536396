"""Every record of one state as a line with its sources."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from stockpiles.queries.dossier import dossier
from stockpiles.tables.dossier import dossier_table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def lines(iso3: str) -> list[dict[str, object]]:
    table = dossier_table(dossier(Country.objects.get(iso3=iso3), as_of=date(2026, 2, 3)))
    return [dict(zip(table.headings, row, strict=True)) for row in table.rows]


def test_peru_has_a_line_for_every_record_and_each_names_its_sources() -> None:
    found = lines("PER")
    names = [line["Record"] for line in found]
    assert names.count("programme stage") == 8
    assert {"stock", "destroyed", "retained", "extension request", "completion", "Article 7 report"} <= set(names)
    assert all(line["Sources"] for line in found if line["Record"] == "stock")
    used = next(line for line in found if line["Munitions"] == 2012)
    assert (used["About"], used["Rank"], bool(used["Reason for the rank"])) == ("whole stock", "Preferred", True)


def test_of_germany_the_year_on_record_is_only_a_part() -> None:
    assert {line["Only a part"] for line in lines("DEU") if line["Record"] == "destroyed"} == {"yes"}
    assert {line["Only a part"] for line in lines("DEU") if line["Record"] == "stock"} == {""}


def test_what_an_editor_settled_stands_with_its_explanation_and_without_a_number() -> None:
    settled = next(line for line in lines("BGR") if line["Record"] == "settled difference")
    assert "unaccounted for" in str(settled["Says"])
    assert (settled["Munitions"], settled["Rank"]) == ("", "")
