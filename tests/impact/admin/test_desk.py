"""Contamination, clearance and casualties at the desk: forms, sheets, export and import."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.models import recording
from impact.models import CasualtyFigure, ContaminationClaim
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db
TABLES = (
    "impact_contaminationclaim",
    "impact_clearancerecord",
    "impact_casualtyfigure",
    "impact_publisheddeadline",
    "countries_publishedtotal",
)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_list_its_form_and_its_sheet(at_desk, table):
    client = at_desk("chief", role="")
    for door in ("changelist", "add", "import"):
        assert client.get(reverse(f"admin:{table}_{door}")).status_code == 200, door


def test_a_sheet_is_exported_as_it_is_imported(at_desk, peru):
    note = f"[@{make_source(key='list').key}]"
    with recording(by=None, reason="Made for a test"):
        ContaminationClaim.objects.create(
            country=peru, answer="contaminated", confirmed_km2="1.120000", as_of="2016-12-31", note=note
        )
    answer = at_desk("chief", role="").get(reverse("admin:impact_contaminationclaim_export_as", args=["csv"]))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert "PER,contaminated,,1.12,,,,,2016-12-31" in body.decode()


def test_a_bad_row_is_named_and_nothing_is_kept(at_desk, peru):
    sheet = b"iso3,basis,number,source\nPER,dead,3,@a\n"
    page = at_desk("chief", role="").post(
        reverse("admin:impact_casualtyfigure_import"), {"file": SimpleUploadedFile("casualties.csv", sheet)}
    )
    assert "basis" in page.content.decode()
    assert not CasualtyFigure.objects.exists()
