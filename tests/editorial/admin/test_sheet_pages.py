"""Sheets at the desk: upload, preview, confirmation; and the list as a sheet that reads back."""

from __future__ import annotations

import io
import random
import string

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from countries.models import Country, CountryAssignment
from editorial.admin.sheet_pages import MAX_AT_ONCE, MAX_UPLOAD, MOST_AT_ONCE
from editorial.models import AuditEntry, Job, User, recording
from editorial.rules.roles import READ_ONLY
from stockpiles.models import DestructionRecord, StockpileHolding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "team_of_one")]


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-21 12:00:00+00:00")


def words(response):
    return " ".join(response.content.decode().replace("&#x27;", "'").split())


IMPORT = reverse("admin:stockpiles_stockpileholding_import")
CSV = "iso3,year,munitions_destroyed,submunitions_destroyed,source\n{}"


def upload(client, text, name="years.csv", **further):
    file = SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())
    return client.post(IMPORT, {"table": "stockpile_years", "file": file, **further})


class TestImport:
    def test_preview_then_write(self, at_desk):
        client = at_desk()
        response = upload(client, CSV.format("PER,2017,3,120,A report\n"))
        assert response.status_code == 200
        assert "Peru, whole stock, 2017: 3 munitions, 120 submunitions" in words(response)
        assert not DestructionRecord.objects.filter(period_start="2017", country__iso3="PER").exists()
        signed = response.context["form"].initial["upload"]
        response = client.post(IMPORT, {"upload": signed, "reason": "Edition of 2018"}, follow=True)
        assert "Imported years.csv: 1 new, 0 changed, 0 unchanged." in words(response)
        assert DestructionRecord.objects.filter(period_start="2017", country__iso3="PER").exists()

    def test_one_bad_row_stops_the_file_and_is_named(self, at_desk):
        response = upload(at_desk(), CSV.format("PER,2017,3,120,A report\nXYZ,2017,3,1,A report\n"))
        page = words(response)
        assert response.status_code == 422
        assert "iso3: “XYZ”. No state has this ISO 3166 alpha-3 code" in page
        assert "Write these records" not in page

    def test_told_to_skip_it_is_left_out(self, at_desk):
        client = at_desk()
        rows = CSV.format("PER,2017,3,120,A report\nXYZ,2017,3,1,A report\n")
        response = upload(client, rows, skip_bad_rows="on")
        signed = response.context["form"].initial["upload"]
        response = client.post(IMPORT, {"upload": signed, "reason": "Edition of 2018"}, follow=True)
        assert "1 new, 0 changed, 0 unchanged, 1 row left out." in words(response)

    def test_without_reason_nothing_is_written(self, at_desk):
        client = at_desk()
        response = upload(client, CSV.format("PER,2017,3,120,A report\n"))
        signed = response.context["form"].initial["upload"]
        assert client.post(IMPORT, {"upload": signed, "reason": ""}).status_code == 422
        assert not DestructionRecord.objects.filter(period_start="2017", country__iso3="PER").exists()

    def test_a_workbook(self, at_desk):
        book = Workbook()
        book.active.append(["iso3", "year", "munitions_destroyed", "submunitions_destroyed", "source"])
        book.active.append(["PER", 2017, 3, 120.0, "A report"])
        file = io.BytesIO()
        book.save(file)
        assert "Peru, whole stock, 2017: 3 munitions, 120 submunitions" in words(
            upload(at_desk(), file.getvalue(), "years.xlsx")
        )

    @pytest.mark.parametrize(
        ("data", "name", "words_"),
        [
            (b"\xff\xfe\x00", "years.csv", "not UTF-8"),
            (b"no workbook", "years.xlsx", "cannot be read as a table"),
            (b"iso3,year\nPER,2017\n", "years.csv", "is missing"),
            (b"", "years.csv", "empty"),
        ],
    )
    def test_what_is_no_such_table_is_refused(self, at_desk, data, name, words_):
        response = upload(at_desk(), data, name)
        assert response.status_code == 422
        assert words_ in words(response)

    def test_what_was_not_signed_for_this_person_is_not_written(self, at_desk):
        first, second = at_desk("researcher"), at_desk("other")
        signed = upload(first, CSV.format("PER,2017,3,120,A report\n")).context["form"].initial["upload"]
        response = second.post(IMPORT, {"upload": signed, "reason": "x"}, follow=True)
        assert "This preview is too old" in words(response)
        assert "too old" in words(first.post(IMPORT, {"upload": "made:up", "reason": "x"}, follow=True))

    def test_what_was_previewed_elsewhere_is_not_written_here(self, at_desk):
        client = at_desk()
        signed = upload(client, CSV.format("PER,2017,3,120,A report\n")).context["form"].initial["upload"]
        other = reverse("admin:stockpiles_destructionrecord_import")
        assert "too old" in words(client.post(other, {"upload": signed, "reason": "x"}, follow=True))

    def test_the_table_is_told_by_the_headings(self, at_desk):
        response = upload(at_desk(), CSV.format("PER,2017,3,120,A report\n"), table="")
        assert "years.csv as <strong>Destroyed year by year</strong>" in words(response)

    def test_every_problem_of_a_row_and_every_empty_row_is_said(self, at_desk):
        page = words(upload(at_desk(), CSV.format("XYZ,2017,-3,1e3,A report\n\n,,,,\nPER,2017,3,,A report\n")))
        assert "munitions_destroyed: “-3”. A count is not negative" in page
        assert "submunitions_destroyed: “1e3”. Write a whole number" in page
        assert "<strong>1</strong> new" in page
        assert "2 empty rows passed over." in page

    def test_a_file_that_is_too_large_is_refused_before_it_is_read(self, at_desk):
        response = upload(at_desk(), b"x" * (MAX_UPLOAD + 1))
        assert response.status_code == 422
        assert "The file has 8.0 MB; at most 8 MB are read." in words(response)

    def test_a_file_of_more_rows_than_a_person_can_wait_for_is_read_in_the_background(self, at_desk, settings):
        settings.MONITOR_WORK = "worker"
        response = upload(at_desk(), CSV.format("PER,2017,3,120,A report\n" * (MOST_AT_ONCE + 1)))
        job = Job.objects.get()
        assert (response.status_code, response["Location"]) == (302, job.get_absolute_url())
        assert job.title == "Read years.csv (501 rows) as “Destroyed year by year”"
        assert "20,000 rows, 200 columns" in words(at_desk().get(IMPORT))

    def test_the_largest_file_that_can_be_previewed_can_be_confirmed(self, at_desk):
        """However badly it can be packed: what cannot be posted back would be lost after a long wait."""
        client = at_desk()
        letters = "".join(random.choices(string.ascii_letters, k=MAX_AT_ONCE - 200))
        cells = ",".join(letters[at : at + 49_000] for at in range(0, len(letters), 49_000))
        response = upload(client, f"iso3,year,{cells}"[:MAX_AT_ONCE])
        signed = response.context["form"].initial["upload"]
        assert len(signed) > MAX_AT_ONCE
        again = client.post(IMPORT, {"upload": signed, "reason": "Edition of 2018"})
        assert again.status_code == 422
        assert "is missing" in words(again)

    def test_a_table_of_another_desk_is_not_imported_here(self, at_desk):
        here = reverse("admin:stockpiles_retentionrecord_import")
        file = SimpleUploadedFile("a.csv", b"iso3\nPER\n")
        response = at_desk().post(here, {"table": "holdings", "file": file})
        assert response.status_code == 422
        assert "holdings is not one of the available choices." in words(response)

    def test_what_cannot_be_written_without_more_is_named_again_at_the_confirmation(self, at_desk):
        client = at_desk()
        signed = upload(client, CSV.format("PER,2017,3,120,A report\n")).context["form"].initial["upload"]
        researcher = User.objects.get(username="researcher")
        with recording(by=None, reason="Division of work"):
            CountryAssignment.objects.create(country=Country.objects.get(iso3="FIN"), person=researcher)
        response = client.post(IMPORT, {"upload": signed, "reason": "Edition of 2018"})
        assert "iso3: “PER”. It is not among the states assigned to you." in words(response)
        assert not DestructionRecord.objects.filter(period_start="2017", country__iso3="PER").exists()

    def test_who_may_not_write_may_not_import(self, at_desk):
        refused = at_desk("guest", READ_ONLY).get(IMPORT)
        assert refused.status_code == 403
        assert "You may not open this page" in words(refused)


class TestExport:
    def test_the_list_as_filtered_goes_out_and_comes_back_unchanged(self, at_desk):
        client = at_desk()
        address = reverse("admin:stockpiles_stockpileholding_export")
        response = client.get(address, {"q": "peru"})
        assert response["Content-Disposition"] == 'attachment; filename="holdings.csv"'
        count = StockpileHolding.objects.filter(country__iso3="PER").count()
        assert response.content.decode("utf-8-sig").startswith("iso3,munition_type,kind,munitions")
        file = SimpleUploadedFile("holdings.csv", response.content)
        page = words(client.post(IMPORT, {"table": "", "file": file}))
        assert f"<strong>0</strong> new, <strong>0</strong> changed, <strong>{count}</strong> unchanged" in page
        entry = AuditEntry.objects.get(action="exported")
        assert (entry.about, entry.detail) == ("stockpile holdings", f"{count} rows")

    def test_as_a_workbook(self, at_desk):
        response = at_desk().get(reverse("admin:stockpiles_munitiontype_export_as", args=["xlsx"]))
        sheet = load_workbook(io.BytesIO(response.content)).active
        assert [cell.value for cell in sheet[1]][:3] == ["designation", "slug", "kind"]

    def test_the_list_offers_both_with_its_filters(self, at_desk):
        page = (
            at_desk().get(reverse("admin:stockpiles_stockpileholding_changelist"), {"q": "peru"}).content.decode()
        )
        assert "/export/csv/?q=peru" in page
        assert "/export/xlsx/?q=peru" in page
        assert "Import a table" in page

    def test_it_asks_as_often_for_few_as_for_many(self, at_desk):
        client, address = at_desk(), reverse("admin:stockpiles_stockpileholding_export")

        def asked(**filters):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address, filters).status_code == 200
            return len(queries)

        asked()
        assert asked(q="peru") == asked() + 1, "what is found by several names is searched first"

    def test_what_is_no_filter_or_no_kind_of_file_is_no_fault(self, at_desk):
        client = at_desk()
        response = client.get(reverse("admin:stockpiles_stockpileholding_export"), {"colour": "red"})
        assert response["Location"] == reverse("admin:stockpiles_stockpileholding_changelist")
        other = reverse("admin:stockpiles_stockpileholding_export_as", args=["pdf"])
        assert client.get(other).status_code == 404

    def test_readers_of_the_desk_may_export_and_not_import(self, at_desk):
        guest = at_desk("guest", READ_ONLY)
        assert guest.get(reverse("admin:stockpiles_stockpileholding_export")).status_code == 200
        page = guest.get(reverse("admin:stockpiles_stockpileholding_changelist")).content.decode()
        assert "Import a table" not in page
        assert "/export/csv/" in page
