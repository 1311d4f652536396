"""The same answer on page, CSV, XLSX and API; and no day asked about turns what is unknown into a breach."""

import csv
import io
import re
from collections import Counter
from datetime import date

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from countries.models import Coverage
from editorial.models import recording
from stockpiles.queries.duties import deadline_board
from stockpiles.rules.deadline import NOT_KNOWN, DutyStanding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
DAYS = ["", "&as_of=2015-09-01", "&as_of=2023-09-02", "&as_of=2030-01-01"]


@pytest.fixture(autouse=True)
def in_november():
    with time_machine.travel("2026-11-28T12:00Z", tick=False):
        yield


def rows_of_csv(response):
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def rows_of_xlsx(response):
    content = response.content if not response.streaming else b"".join(response.streaming_content)
    head, *rows = load_workbook(io.BytesIO(content), read_only=True).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def number(cell):
    return None if cell in (None, "") else int(cell)


@pytest.mark.parametrize("article", [3, 4, 7])
@pytest.mark.parametrize("day", DAYS)
def test_counts_words_and_days_agree_everywhere(client, article, day):
    query = f"?article={article}{day}"
    page = client.get(f"/stockpiles/deadlines/{query}").content.decode()
    shown = {
        standing: int(number.replace(",", ""))
        for standing, number in re.findall(r"standing=(\w+)\"><strong>([\d,]+)</strong>", page)
    }
    api = client.get(f"/api/v1/deadlines/{query}").json()
    by_csv = rows_of_csv(client.get(f"/stockpiles/deadlines.csv{query}"))
    by_xlsx = rows_of_xlsx(client.get(f"/stockpiles/deadlines.xlsx{query}"))

    assert shown == {one["standing"]: one["count"] for one in api["counts"]}
    assert shown == Counter(duty["standing"] for duty in api["results"])
    words = Counter(DutyStanding(duty["standing"]).words for duty in api["results"])
    assert words == Counter(row["Standing"] for row in by_csv) == Counter(row["Standing"] for row in by_xlsx)
    days = [(duty["days"] or {"least": None})["least"] for duty in api["results"]]
    assert days == [number(row["Days, at least"]) for row in by_csv]
    assert days == [number(row["Days, at least"]) for row in by_xlsx]
    assert {row["Record up to"] for row in by_csv} == {api["complete_until"]} == {"2026-02-03"}
    assert ("The record ends on 3 February 2026" in page) is (api["as_of"] > api["complete_until"])


@given(st.dates(date(2005, 1, 1), date(2060, 1, 1)), st.dates(date(2012, 1, 1), date(2026, 11, 28)))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moving_a_record_in_part_makes_no_state_late(as_of, until):
    """Of Articles 3 and 4 nothing on record says that a state was late: so no day and no horizon may say it."""
    with recording(by=None, reason="Looked again"):
        for row in Coverage.objects.filter(extent="part"):
            row.complete_until = until
            row.save()
    for article in (3, 4):
        for duty in deadline_board(article, as_of=as_of).duties:
            if duty.standing is DutyStanding.OVERDUE:
                # only a fulfilment on record that came later proves it
                assert duty.completion is None
                assert "fulfilled only" in duty.outlook.arithmetic
            if duty.standing in NOT_KNOWN:
                assert duty.outlook.value.words == ""


def test_where_a_request_waits_even_a_whole_record_calls_nobody_overdue():
    late = {duty.country.name for duty in deadline_board(4, as_of=date(2026, 2, 3)).duties if duty.due}
    with recording(by=None, reason="Every decision and completion was compared"):
        source = Coverage.objects.exclude(source=None).first().source
        for row in Coverage.objects.filter(scope="article-4"):
            row.extent, row.complete_until, row.source = "whole", date(2026, 2, 3), source
            row.save()
    after = {duty.country.name: duty for duty in deadline_board(4, as_of=date(2026, 2, 3)).duties}
    assert set(after) == late
    assert DutyStanding.OVERDUE not in {duty.standing for duty in after.values()}


@pytest.mark.parametrize("slug", ["chad", "mauritania", "germany", "congo", "nigeria", "iraq", "peru"])
def test_no_day_is_counted_over_on_any_of_these_pages(client, slug):
    for address in (f"/countries/{slug}/", f"/stockpiles/{slug}/"):
        words = re.sub(r"<[^>]+>|\s+", " ", client.get(address).content.decode())
        assert "days over" not in words
        assert "28 November 2026" not in words
