"""What is said of contamination as a file."""

from __future__ import annotations

from datetime import date

import pytest

from impact.queries.contamination import contamination_of_states
from impact.tables.contamination import contamination_table
from stockpiles.queries.records import Records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_a_line_for_every_word_with_its_source_and_the_deadline():
    rows = [
        one for one in contamination_of_states(Records(date(2026, 2, 3))) if one.country.iso3 in ("HRV", "SRB")
    ]
    table = contamination_table(rows)
    lines = [dict(zip(table.headings, line, strict=True)) for line in table.rows]
    assert len(lines) == sum(len(row.lines) for row in rows)
    assert all(line["Sources"] for line in lines)
    croatia = [line for line in lines if line["ISO3"] == "HRV"]
    assert {line["Article 4 deadline"] for line in croatia} == {"2020-08-01"}
    assert [line["Confirmed km2"] for line in croatia if line["Confirmed km2"]] == ["2.64"]
    serbia = next(line for line in lines if line["Speaks of"] == "2019-12-31")
    assert (serbia["Area km2"], serbia["Suspected km2"]) == ("", "1.381119")
