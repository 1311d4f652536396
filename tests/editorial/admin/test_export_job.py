"""A long list goes out as a workbook that is fetched from the page of the work."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from editorial.admin import sheet_pages
from editorial.models import AuditEntry, Job
from stockpiles.models import StockpileHolding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_it_is_written_in_the_background_and_fetched_by_who_asked(at_desk: Any, monkeypatch) -> None:
    monkeypatch.setattr(sheet_pages, "MOST_IN_WORKBOOK", 1)
    client = at_desk()
    address = reverse("admin:stockpiles_stockpileholding_export_as", args=["xlsx"])
    page = client.get(address, {"q": "peru"}, follow=True).content.decode()
    count = StockpileHolding.objects.filter(country__iso3="PER").count()
    assert f"{count} records; the file is kept for a month." in page
    file = reverse("admin:work_file", args=[Job.objects.get().pk, "holdings.xlsx"])
    assert file in page
    answer = client.get(file)
    assert answer["Content-Disposition"] == 'attachment; filename="holdings.xlsx"'
    assert load_workbook(io.BytesIO(answer.content)).active.max_row == count + 1
    assert AuditEntry.objects.get(action="exported").detail == f"{count} rows"
    assert at_desk("other").get(file).status_code == 404
