"""Importing a statement at the desk: a paper is reported on, its parties are chosen, and it can be taken back."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryAssignment
from editorial.actions.roles import ensure_roles
from editorial.models import Source, Status, recording
from editorial.rules.roles import RESEARCHER
from meetings.models import Meeting, Statement, StatementParty
from tests.editorial.admin.sent import buttons_of, sent_by
from tests.factories.meetings import make_meeting, make_source, make_statement
from tests.meetings.importing.samples import PAPER, SLIDES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]

IMPORT = reverse("admin:meetings_statement_import")
LIST = reverse("admin:meetings_statement_changelist")
TITLE = "Paper boats: what floats and what sinks"
CITING = PAPER.replace(
    "Taken from the book *Boats 2012* and the *Pond Report 2013*.",
    "WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.",
)


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting("lusaka-2013", "2013-09-10", "2013-09-13")


def upload(client: Client, contents: str | bytes = PAPER, name: str = "boats.md", **values: str) -> Any:
    """Post a file as Spain's paper, unless the values say otherwise."""
    data = contents if isinstance(contents, bytes) else contents.encode()
    given = {**sent_by(client.get(IMPORT)), "lead": "ESP", **values}
    return client.post(IMPORT, {**given, "file": SimpleUploadedFile(name, data)})


def press(client: Client, page: Any, button: str = "confirm", **values: Any) -> Any:
    """Press a button of a page, with what stands in its form."""
    given = {**sent_by(page), "reason": "From the archive", **values}
    return client.post(IMPORT, {**given, button: "yes"}, follow=True)


def words(page: Any) -> str:
    return html.unescape(page.content.decode())


def rows() -> int:
    return Statement.objects.count() + StatementParty.objects.count() + Source.objects.count()


def parties(statement: Statement) -> list[tuple[str, str]]:
    return [(party.country.key, str(party.role)) for party in statement.parties.order_by("order")]


FIVE = [("ESP", "lead"), *((iso3, "co-sponsor") for iso3 in ("CHL", "HRV", "MEX", "PRT"))]


class TestReport:
    def test_accounts_for_everything_and_writes_nothing(self, at_desk: Callable[..., Client]) -> None:
        page = upload(at_desk())
        assert page.status_code == 200
        shown = words(page)
        assert f"boats.md as <strong>{TITLE}</strong>" in shown
        assert "3 marks, 3 notes, 3 matched; 0 orphans, 0 unmatched marks, 0 doubled" in shown
        assert "<td>1. What floats so far</td>" in shown
        assert "running line, on the same line as other text" in shown
        line = PAPER[: PAPER.index("31 July 2013")].count("\n") + 1
        assert f"To check, boats.md, line {line}, date:" in shown
        assert "Give a date, for example “after 31 July 2013”." in shown
        assert rows() == 0

    def test_the_states_of_the_text_are_proposed_beside_the_one_given(
        self, at_desk: Callable[..., Client]
    ) -> None:
        page = upload(at_desk())
        assert "Given: Spain (lead sponsor)" in words(page)
        assert sent_by(page)["offered"] == ["CHL", "HRV", "MEX", "PRT"]
        assert sent_by(page)["take"] == ["CHL", "HRV", "MEX", "PRT"]

    def test_slides_are_read_as_a_presentation(self, at_desk: Callable[..., Client]) -> None:
        page = upload(at_desk(), SLIDES, lead="", kind="presentation")
        assert "<dt>Slides</dt><dd>9</dd>" in words(page)
        assert sent_by(page)["take"] == "XEX"

    def test_what_a_file_says_is_shown_as_text(self, at_desk: Callable[..., Client]) -> None:
        page = upload(at_desk(), PAPER.replace("Several boats", "<script>alert(1)</script> boats"), name="<b>.md")
        assert b"<script>alert" not in page.content
        assert b"<b>.md" not in page.content


class TestConfirmation:
    def test_writes_the_draft_with_its_parties_as_one_change(
        self, at_desk: Callable[..., Client], meeting: Meeting
    ) -> None:
        make_source("paper-2013")
        client = at_desk("ana")
        page = upload(client, CITING, meeting=meeting.slug, date="after 31 July 2013", source="paper-2013")
        page = press(client, page)
        statement = Statement.objects.get()
        assert page.redirect_chain[-1][0] == reverse("admin:meetings_statement_change", args=[statement.pk])
        assert f"“{TITLE}” is imported as a draft with 5 parties: 1 sources to be checked came with it" in words(
            page
        )
        assert (statement.status, statement.kind, statement.meeting) == (Status.DRAFT, "non-paper", meeting)
        assert (str(statement.date), statement.source.key) == ("after 31 July 2013", "paper-2013")
        assert (statement.imported_from, statement.language) == ("boats.md", "en")
        assert parties(statement) == FIVE
        new = Source.objects.exclude(key="paper-2013").get()
        versions = [statement.history.get(), new.history.get(), *StatementParty.history.all()]
        assert {(v.history_user.username, v.history_change_reason) for v in versions} == {
            ("ana", "From the archive")
        }
        assert len({version.change_id for version in versions}) == 1

    def test_a_proposed_state_may_be_left_out(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        press(client, upload(client), take=["CHL", "PRT"])
        assert parties(Statement.objects.get()) == [FIVE[0], FIVE[1], FIVE[4]]

    def test_all_of_them(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        press(client, upload(client), take=[])
        assert parties(Statement.objects.get()) == [("ESP", "lead")]

    def test_lists_are_taken_as_they_are_printed(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        page = upload(client, "# On boats\n\nWe float.\n", co_sponsor="Chile, HRV,\r\nMexico and Portugal")
        press(client, page)
        assert parties(Statement.objects.get()) == FIVE

    def test_needs_a_reason_and_keeps_what_was_chosen(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        page = press(client, upload(client, title="On boats"), reason=" ", take=["CHL"])
        assert page.status_code == 422
        assert "This field is required." in words(page)
        assert rows() == 0
        assert (sent_by(page)["take"], sent_by(page)["title"]) == ("CHL", "On boats")
        press(client, page)
        assert parties(Statement.objects.get()) == FIVE[:2]
        assert str(Statement.objects.get()) == "On boats"

    def test_what_is_given_can_be_changed_without_losing_file_choice_or_reason(
        self, at_desk: Callable[..., Client], meeting: Meeting
    ) -> None:
        client = at_desk()
        page = press(client, upload(client), "change", take=["CHL", "HRV", "MEX"])
        assert page.status_code == 200
        assert "boats.md is kept" in words(page)
        page = client.post(IMPORT, {**sent_by(page), "meeting": meeting.slug})
        assert (sent_by(page)["take"], sent_by(page)["reason"]) == (["CHL", "HRV", "MEX"], "From the archive")
        press(client, page)
        statement = Statement.objects.get()
        assert (statement.meeting, parties(statement)) == (meeting, FIVE[:4])

    def test_of_another_file_nothing_is_left_out_beforehand(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        page = press(client, upload(client), "change", take=[])
        other = SimpleUploadedFile("other.md", f"{PAPER}\nMore.\n".encode())
        page = client.post(IMPORT, {**sent_by(page), "file": other})
        assert "other.md as" in words(page)
        assert sent_by(page)["take"] == ["CHL", "HRV", "MEX", "PRT"]

    def test_parties_that_differ_from_the_text_need_an_express_word(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        page = upload(client, PAPER.replace("and Portugal on", "and Narnia on"), endorser="Examplia")
        assert page.status_code == 422
        assert "To mend, boats.md, line 4, parties: The text names “Narnia”" in " ".join(
            words(page).replace("</strong>", "").split()
        )
        assert "Examplia is given as endorser; the text does not name it." in words(page)
        assert press(client, page).status_code == 422
        assert rows() == 0
        press(client, page, parties_as_given="on")
        assert parties(Statement.objects.get()) == [*FIVE[:4], ("XEX", "endorser")]

    def test_missing_notes_need_one_too(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        page = upload(client, PAPER.replace("² In all 112", "In all 112"))
        assert "Import it although notes are missing" in words(page)
        assert press(client, page).status_code == 422
        press(client, page, allow_missing_notes="on")
        assert "[^?2]" in Statement.objects.get().text

    def test_the_same_file_is_imported_once(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk()
        page = upload(client)
        press(client, page)
        again = press(client, page)
        assert again.status_code == 422
        assert "This very file was imported before" in words(again)
        assert buttons_of(again) == ["change"]
        assert Statement.objects.count() == 1

    def test_a_source_that_came_meanwhile_undoes_it_all(
        self, at_desk: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Somebody else's source takes the key between the look and the saving of the parties."""
        client = at_desk()
        page = upload(client, CITING)
        save = StatementParty.save

        def overtaken(party: StatementParty, *args: Any, **kwargs: Any) -> None:
            save(party, *args, **kwargs)
            if party.order == 3:
                Source.objects.create(key=Source.objects.get().key, title="Another")

        monkeypatch.setattr(StatementParty, "save", overtaken)
        answer = press(client, page)
        assert answer.status_code == 422
        assert "Somebody changed the source library" in words(answer)
        assert rows() == 0
        assert not Statement.history.exists()
        monkeypatch.undo()
        press(client, answer)
        assert parties(Statement.objects.get()) == FIVE

    def test_nobody_confirms_for_somebody_else(self, at_desk: Callable[..., Client]) -> None:
        page = upload(at_desk("ana"))
        assert "This report is too old. Choose the file again." in words(press(at_desk("ben"), page))
        assert rows() == 0


class TestRefused:
    @pytest.mark.parametrize(
        ("contents", "told"),
        [
            (b"%PDF-1.4", "line 1: This is a PDF file"),
            (b"A boat\n\x00\x01", "line 2: The file holds zero bytes"),
            (b"", "line 1: The file has no text."),
            (b"# Title\n", "Besides its title"),
            ("Boats\n“float”".encode("cp1252"), "line 2: The file is not encoded as UTF-8"),
            (b"a" * 50 * 1024 * 1024, ": The file is larger than 1 MB"),
        ],
        ids=["pdf", "binary", "empty", "title-only", "encoding", "50-MB"],
    )
    def test_files_are_named_with_line_and_remedy_and_what_was_typed_is_kept(
        self, at_desk: Callable[..., Client], meeting: Meeting, contents: bytes, told: str
    ) -> None:
        page = upload(at_desk(), contents, meeting=meeting.slug, co_sponsor="Chile")
        assert page.status_code == 422
        shown = " ".join(words(page).replace("</strong>", "").split())
        assert "This file cannot be used. Nothing was written." in shown
        assert "To mend, boats.md" in shown
        assert told in shown
        sent = sent_by(page)
        assert (sent["meeting"], sent["lead"], sent["co_sponsor"]) == (meeting.slug, "ESP", "Chile")
        assert sent["upload"] == ""
        assert rows() == 0

    def test_unknown_words_are_named_at_their_fields_and_the_file_is_kept(
        self, at_desk: Callable[..., Client]
    ) -> None:
        client = at_desk()
        page = upload(client, co_sponsor="Chile and Croatai", date="soon", source="x", meeting="nowhere")
        assert page.status_code == 422
        assert set(page.context["form"].errors) == {"co_sponsor", "date", "source", "meeting"}
        assert "There is no state “Croatai”. Did you mean Croatia? Give its name or its ISO 3166" in words(page)
        assert "boats.md is kept" in words(page)
        assert rows() == 0
        page = client.post(
            IMPORT, {**sent_by(page), "co_sponsor": "Chile", "date": "", "source": "", "meeting": ""}
        )
        assert page.status_code == 200
        assert sent_by(page)["offered"] == ["HRV", "MEX", "PRT"]

    def test_a_form_without_a_file(self, at_desk: Callable[..., Client]) -> None:
        page = at_desk().post(IMPORT, {"language": "en", "lead": "ESP"})
        assert page.status_code == 422
        assert "This field is required." in words(page)
        assert sent_by(page)["lead"] == "ESP"


class TestRights:
    def test_who_may_not_add_statements_cannot_import(self, at_desk: Callable[..., Client]) -> None:
        client = at_desk("reader", "Read-only")
        assert client.get(IMPORT).status_code == 403
        assert client.post(IMPORT, {}).status_code == 403
        assert "Import a statement" not in words(client.get(LIST))
        assert "Import a statement" in words(at_desk().get(LIST))

    def test_strangers_are_asked_to_sign_in(self) -> None:
        assert Client().get(IMPORT)["Location"].startswith(reverse("admin:login"))

    @pytest.fixture
    def bob(self, at_desk: Callable[..., Client], person: Any, five: dict[str, Country]) -> Client:
        """A researcher kept to Chile."""
        ensure_roles()
        with recording(by=None, reason="Assigned"):
            CountryAssignment.objects.create(country=five["CHL"], person=person("bob", RESEARCHER))
        return at_desk("bob")

    def test_one_of_the_states_has_to_be_assigned(self, bob: Client) -> None:
        page = upload(bob)
        assert page.status_code == 200
        page = press(bob, page, take=["HRV"])
        assert page.status_code == 422
        assert "None of the states behind it is among the countries assigned to bob." in words(page)
        assert rows() == 0
        press(bob, page, take=["CHL", "HRV"])
        assert parties(Statement.objects.get()) == FIVE[:3]

    def test_where_none_is_that_is_said_in_the_report(self, bob: Client) -> None:
        page = upload(bob, SLIDES, lead="", kind="presentation")
        assert page.status_code == 422
        assert "None of the states behind it" in words(page)
        assert press(bob, page).status_code == 422
        assert rows() == 0


class TestUndo:
    @pytest.fixture
    def imported(self, at_desk: Callable[..., Client]) -> Statement:
        client = at_desk("ana")
        press(client, upload(client, CITING))
        return Statement.objects.get()

    def address(self, statement: Statement) -> str:
        return reverse("admin:meetings_statement_undo_import", args=[statement.pk])

    def test_is_offered_on_an_untouched_import_only(
        self, at_desk: Callable[..., Client], imported: Statement
    ) -> None:
        change = "admin:meetings_statement_change"
        client = at_desk()
        assert self.address(imported) in words(client.get(reverse(change, args=[imported.pk])))
        written = make_statement("Written here")
        assert self.address(written) not in words(client.get(reverse(change, args=[written.pk])))
        reader = at_desk("reader", "Read-only")
        assert self.address(imported) not in words(reader.get(reverse(change, args=[imported.pk])))

    def test_takes_draft_parties_and_sources_and_the_history_keeps_why(
        self, at_desk: Callable[..., Client], imported: Statement
    ) -> None:
        client = at_desk("ben")
        assert "Sources that came with it (1)" in words(client.get(self.address(imported)))
        assert client.post(self.address(imported), {"reason": ""}).status_code == 422
        assert rows() == 7
        page = client.post(self.address(imported), {"reason": "Wrong file"}, follow=True)
        assert page.redirect_chain[-1][0] == LIST
        assert f"The import of “{TITLE}” is undone; 5 parties and 1 sources went with it." in words(page)
        assert rows() == 0
        last = [
            Statement.history.latest(),
            Source.history.latest(),
            *StatementParty.history.filter(history_type="-"),
        ]
        assert len(last) == 7
        assert {(v.history_type, v.history_user.username, v.history_change_reason) for v in last} == {
            ("-", "ben", "Wrong file")
        }
        assert len({version.change_id for version in last}) == 1

    def test_is_refused_after_an_edit(
        self, at_desk: Callable[..., Client], imported: Statement, person: Any
    ) -> None:
        with recording(by=person("ben"), reason="Wrote the summary"):
            imported.lead = "Boats float."
            imported.save()
        client = at_desk()
        assert "ben changed it on" in words(client.get(self.address(imported)))
        page = client.post(self.address(imported), {"reason": "Wrong file"}, follow=True)
        assert "This import cannot be undone. ben changed it on" in words(page)
        assert rows() == 7

    def test_who_may_not_delete_cannot(self, at_desk: Callable[..., Client], imported: Statement) -> None:
        client = at_desk("reader", "Read-only")
        assert client.post(self.address(imported), {"reason": "x"}).status_code == 403
        assert rows() == 7

    def test_nor_can_who_is_kept_to_other_countries(
        self, at_desk: Callable[..., Client], imported: Statement, person: Any, five: dict[str, Country]
    ) -> None:
        with recording(by=None, reason="Assigned"):
            CountryAssignment.objects.create(country=five["XEX"], person=person("bob"))
        at_desk("bob").post(self.address(imported), {"reason": "x"})
        assert rows() == 7
