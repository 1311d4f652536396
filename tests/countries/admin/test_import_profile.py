"""Importing at the desk: a file is reported on, then confirmed, and can be taken back."""

from __future__ import annotations

import html
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryAssignment, CountryProfile, ProfileTheme
from editorial.models import Source, recording
from tests.countries.importing import samples
from tests.countries.importing.samples import REPORT, report
from tests.editorial.admin.sent import buttons_of, sent_by

IMPORT = reverse("admin:countries_countryprofile_import")
LIST = reverse("admin:countries_countryprofile_changelist")


@pytest.fixture
def upload(examplia: Country, ban_policy: ProfileTheme):
    """Post a file as Examplia's edition of 2009."""

    def post(client: Client, contents: str | bytes = REPORT, name: str = "examplia.txt", **values: str):
        data = contents if isinstance(contents, bytes) else contents.encode()
        given = {"country": examplia.pk, "theme": ban_policy.pk, "edition": "2009", "language": "en", **values}
        return client.post(IMPORT, {"file": SimpleUploadedFile(name, data), **given})

    return post


def confirm(client: Client, page, **values: str):
    """Press the button of a report."""
    given = {**sent_by(page), "reason": "From the archive", **values}
    return client.post(IMPORT, {**given, "confirm": "yes"}, follow=True)


def words(page) -> str:
    return html.unescape(page.content.decode())


def rows() -> int:
    return CountryProfile.objects.count() + Source.objects.count()


class TestReport:
    def test_accounts_for_everything_and_writes_nothing(self, at_desk, upload):
        page = upload(at_desk())
        assert page.status_code == 200
        shown = words(page)
        assert "15 marks, 15 notes, 15 matched; 0 orphans, 0 unmatched marks, 0 doubled" in shown
        assert "notes 4, 5 share 3; notes 6, 15 share 2" in shown
        assert "(opening, without heading)" in shown
        assert "Landmine Monitor > Table of Contents > Country Reports > Examplia" in shown
        assert "<q>About Us</q> archive navigation" in shown
        assert "Note 5 words it: Lima Conference, 23–25 May 2007. Notes by Landmine Action" in shown
        assert "[^5]: [Lima Conference" in shown
        assert "new, to be checked" in shown
        assert rows() == 0

    def test_what_a_file_says_is_shown_as_text(self, at_desk, upload):
        page = upload(at_desk(), report("It <script>alert(1)</script> signed.[1]", "[1] <b>CMC</b>."))
        assert b"<script>alert" not in page.content
        assert b"<b>CMC" not in page.content

    def test_problems_come_with_place_and_remedy(self, at_desk, upload):
        page = upload(at_desk(), report("It signed.", "[1] A note."))
        assert page.status_code == 422
        assert "To mend, examplia.txt, line 17:" in words(page)
        assert "Put [1] where the original page has it" in words(page)
        assert buttons_of(page) == ["change"]


class TestConfirmation:
    def test_writes_the_draft_with_who_and_why(self, at_desk, upload):
        client = at_desk("ana")
        page = confirm(client, upload(client))
        profile = CountryProfile.objects.get()
        assert page.redirect_chain[-1][0] == reverse("admin:countries_countryprofile_change", args=[profile.pk])
        assert "is imported as a draft: 17 sources to be checked came with it, 0 were in the library" in words(
            page
        )
        version = profile.history.get()
        assert (version.history_user.username, version.history_change_reason) == ("ana", "From the archive")
        assert profile.imported_from == "examplia.txt"

    def test_needs_a_reason(self, at_desk, upload):
        client = at_desk()
        page = confirm(client, upload(client), reason="")
        assert page.status_code == 422
        assert "This field is required." in words(page)
        assert rows() == 0
        assert confirm(client, page).redirect_chain
        assert rows() == 18

    def test_a_page_without_notes_needs_an_express_word(self, at_desk, upload):
        client = at_desk()
        page = upload(client, samples.WITHOUT_NOTES)
        assert "Decide before this can be imported" in words(page)
        assert "Import it although notes are missing" in words(page)
        assert confirm(client, page).status_code == 422
        assert rows() == 0
        confirm(client, page, allow_missing_notes="on")
        assert "[^?1]" in CountryProfile.objects.get().text

    def test_an_edition_that_came_meanwhile(self, at_desk, upload, examplia, ban_policy):
        client = at_desk()
        page = upload(client)
        with recording(by=None, reason="Meanwhile"):
            CountryProfile.objects.create(country=examplia, theme=ban_policy, edition=2009)
        assert "The edition exists already" in words(confirm(client, page))
        assert not Source.objects.exists()

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            (lambda signed: signed[:-3] + "abc", "This report is too old. Choose the file again."),
            (lambda signed: "a:b:c", "This report is too old. Choose the file again."),
            (lambda signed: "", "This field is required."),
        ],
    )
    def test_takes_only_the_file_that_was_reported_on(self, at_desk, upload, change, told):
        client = at_desk()
        page = upload(client)
        answer = confirm(client, page, upload=change(sent_by(page)["upload"]))
        assert told in words(answer)
        assert answer.status_code == 422
        assert sent_by(answer)["edition"] == "2009"
        assert rows() == 0

    def test_nobody_confirms_for_somebody_else(self, at_desk, upload):
        page = upload(at_desk("ana"))
        assert "too old" in words(confirm(at_desk("ben"), page))
        assert rows() == 0

    def test_a_report_grows_old(self, at_desk, upload, monkeypatch):
        client = at_desk()
        page = upload(client)
        monkeypatch.setattr("editorial.admin.import_form.CONFIRM_WITHIN", -1)
        assert "too old" in words(confirm(client, page))

    def test_a_destination_that_was_tampered_with(self, at_desk, upload):
        client = at_desk()
        page = confirm(client, upload(client), edition="x")
        assert "Enter a whole number." in words(page)
        assert "examplia.txt is kept" in words(page)
        assert rows() == 0

    def test_what_is_given_can_be_changed_without_choosing_the_file_again(self, at_desk, upload):
        client = at_desk()
        given = {**sent_by(upload(client)), "reason": "From the archive"}
        page = client.post(IMPORT, {**given, "change": "yes"})
        assert page.status_code == 200
        assert "examplia.txt is kept" in words(page)
        page = client.post(IMPORT, {**sent_by(page), "edition": "2010"})
        assert sent_by(page)["reason"] == "From the archive"
        confirm(client, page)
        assert CountryProfile.objects.get().edition == 2010


class TestUnusable:
    @pytest.mark.parametrize(
        ("contents", "told"),
        [
            (b"%PDF-1.4", "This is a PDF file"),
            (b"PK\x03\x04", "This is a Word"),
            ("“Perú”".encode("cp1252"), "not encoded as UTF-8"),
            (b"a" * (1024 * 1024 + 1), "larger than 1 MB"),
            (b" ", "has no text"),
            (b"", "has no text"),
        ],
    )
    def test_files_are_refused_with_a_remedy(self, at_desk, upload, contents, told):
        page = upload(at_desk(), contents)
        assert page.status_code == 422
        assert "Nothing was written." in words(page)
        assert told in words(page)
        assert "To mend, examplia.txt" in words(page)
        assert sent_by(page)["edition"] == "2009"

    def test_a_form_that_is_not_filled_in(self, at_desk):
        page = at_desk().post(IMPORT, {})
        assert page.status_code == 422
        assert words(page).count("This field is required.") == 5

    @pytest.mark.parametrize("name", ["../../etc/passwd", "a\x00b\n.txt", "<b>.txt", "ü" * 300])
    def test_names_of_files_are_only_words(self, at_desk, upload, name):
        client = at_desk()
        page = upload(client, name=name)
        assert b"<b>.txt" not in page.content
        confirm(client, page)
        stored = CountryProfile.objects.get().imported_from
        assert len(stored) <= 100
        assert "/" not in stored
        assert stored.isprintable()


class TestRights:
    def test_who_may_not_add_cannot_import(self, at_desk, upload):
        client = at_desk("reader", "Read-only")
        assert client.get(IMPORT).status_code == 403
        assert upload(client).status_code == 403
        assert "Import a report" not in words(client.get(LIST))
        assert "Import a report" in words(at_desk().get(LIST))

    def test_a_country_that_is_not_assigned_is_named_before_the_confirmation(
        self, at_desk, upload, examplia, peru, person
    ):
        with recording(by=None, reason="Assigned"):
            CountryAssignment.objects.create(country=peru, person=person("kept"))
        client = at_desk("kept")
        page = upload(client)
        assert page.status_code == 422
        assert "Examplia is not among the countries assigned to kept" in words(page)
        assert confirm(client, page).status_code == 422
        assert rows() == 0

    def test_strangers_are_asked_to_sign_in(self, draft):
        for address in (IMPORT, reverse("admin:countries_countryprofile_download", args=[draft.pk])):
            assert Client().get(address)["Location"].startswith(reverse("admin:login"))


class TestUndo:
    @pytest.fixture
    def imported(self, at_desk, upload):
        client = at_desk("ana")
        confirm(client, upload(client))
        return CountryProfile.objects.get()

    def address(self, profile):
        return reverse("admin:countries_countryprofile_undo_import", args=[profile.pk])

    def test_is_offered_on_an_untouched_import_only(self, at_desk, imported, draft):
        client = at_desk()
        change = "admin:countries_countryprofile_change"
        assert self.address(imported) in words(client.get(reverse(change, args=[imported.pk])))
        assert self.address(draft) not in words(client.get(reverse(change, args=[draft.pk])))

    def test_says_what_would_go_then_takes_it(self, at_desk, imported):
        client = at_desk("ben")
        assert "Sources that came with it (17)" in words(client.get(self.address(imported)))
        assert client.post(self.address(imported), {"reason": ""}).status_code == 422
        assert rows() == 18
        page = client.post(self.address(imported), {"reason": "Wrong page"}, follow=True)
        assert "is undone; 17 sources went with it." in words(page)
        assert rows() == 0
        last = CountryProfile.history.latest()
        assert (last.history_type, last.history_user.username, last.history_change_reason) == (
            "-",
            "ben",
            "Wrong page",
        )

    def test_says_what_stays_and_why(self, at_desk, imported):
        source = Source.objects.get(key="cmc-2007-05")
        source.compare(by="Ana", on=date(2026, 3, 5))
        source.save()
        page = at_desk().post(self.address(imported), {"reason": "Wrong page"}, follow=True)
        assert "1 stay: cmc-2007-05: it was edited since." in words(page)

    def test_is_refused_after_an_edit(self, at_desk, imported, person):
        with recording(by=person("ben"), reason="Wrote the lead"):
            imported.lead = "Examplia signed."
            imported.save()
        client = at_desk()
        assert "ben changed it on" in words(client.get(self.address(imported)))
        page = client.post(self.address(imported), {"reason": "Wrong page"}, follow=True)
        assert "This import cannot be undone. ben changed it on" in words(page)
        assert rows() == 18

    def test_who_may_not_delete_cannot(self, at_desk, imported):
        assert at_desk("reader", "Read-only").post(self.address(imported), {"reason": "x"}).status_code == 403
        assert rows() == 18

    def test_a_profile_that_is_not_there(self, at_desk):
        where = reverse("admin:countries_countryprofile_undo_import", args=[99])
        page = at_desk().get(where, follow=True)
        assert page.redirect_chain
        assert "doesn’t exist" in page.content.decode()


def test_download_is_a_file_that_can_be_imported(at_desk, draft, upload):
    answer = at_desk().get(reverse("admin:countries_countryprofile_download", args=[draft.pk]))
    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="peru_cluster-munition-ban-policy_2009_en.md"'
    page = upload(at_desk(), answer.content, country=draft.country.pk, edition="2009")
    assert [problem.code for problem in page.context["problems"]] == ["edition-exists"]
