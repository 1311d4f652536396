"""An import is taken back in one action, while nobody has built on it: an edition, and a statement with its parties."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from countries.importing.country_profile import EditionDestination
from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.publishing import approve, publish, submit
from editorial.actions.text_import import undo_blockers, undo_import
from editorial.importing.text_import import prepare_import, write_import
from editorial.models import CitationUse, Source, User, recording
from editorial.rules.transitions import Refused
from meetings.importing.statement import statement_meant
from meetings.models import Statement, StatementParty
from tests.countries.importing.samples import REPORT
from tests.factories.meetings import make_country, make_position, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db

TEXT = """# Statement of Peru

We float.[1]

[1] WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.
"""


@pytest.fixture
def ana(person: Any) -> User:
    user: User = person("ana")
    return user


@pytest.fixture
def examplia(db: None) -> Country:
    return make_country("XEX", "Examplia")


@pytest.fixture
def to_2009(examplia: Country, ban_policy: ProfileTheme) -> EditionDestination:
    return EditionDestination(examplia, ban_policy, 2009)


@pytest.fixture
def imported(to_2009, ana):
    return write_import(prepare_import(REPORT.encode(), to_2009), by=ana).record


def undo(profile, ana):
    return undo_import(record=profile, by=ana, reason="Wrong file")


class TestUndo:
    def test_takes_the_draft_and_its_sources(self, imported, ana):
        done = undo(imported, ana)
        assert (len(done.deleted), done.kept) == (17, ())
        assert not CountryProfile.objects.exists()
        assert not Source.objects.exists()
        assert not CitationUse.objects.exists()

    def test_history_keeps_who_and_why(self, imported, ana):
        undo(imported, ana)
        last = [CountryProfile.history.latest(), Source.history.latest()]
        assert [version.history_type for version in last] == ["-", "-"]
        assert {(v.history_user, v.history_change_reason) for v in last} == {(ana, "Wrong file")}

    def test_the_same_file_can_be_imported_again(self, imported, to_2009, ana):
        text = imported.text
        undo(imported, ana)
        assert write_import(prepare_import(REPORT.encode(), to_2009), by=ana).record.text == text

    def test_sources_that_were_there_before_stay(self, to_2009, ana):
        with recording(by=ana, reason="By hand"):
            mine = Source.objects.create(
                key="mine", title="Summary Record", un_symbol="CCM/CW/SR/92", document_date="2008-06-18"
            )
        done = undo(write_import(prepare_import(REPORT.encode(), to_2009), by=ana).record, ana)
        assert len(done.deleted) == 16
        assert list(Source.objects.all()) == [mine]

    def test_sources_that_others_cite_name_or_edited_stay(self, imported, examplia, ban_policy, ana):
        with recording(by=ana, reason="Later work"):
            CountryProfile.objects.create(
                country=examplia, theme=ban_policy, edition=2024, text="A[^1].\n\n[^1]: [@cmc-2007-05]."
            )
            edited = Source.objects.get(key="wilpf-2007-05")
            edited.compare(by="Ana", on=date(2026, 3, 5))
            edited.save()
            examplia.source = Source.objects.get(key="CCM-CW-SR-98")
            examplia.save()
        done = undo(imported, ana)
        assert dict(done.kept) == {
            "cmc-2007-05": "other texts cite it",
            "wilpf-2007-05": "it was edited since",
            "CCM-CW-SR-98": "a country names it",
        }
        assert set(Source.objects.values_list("key", flat=True)) == set(dict(done.kept))

    def test_a_second_import_keeps_what_both_cite(self, imported, examplia, ban_policy, ana):
        second = write_import(
            prepare_import(REPORT.encode(), EditionDestination(examplia, ban_policy, 2010)), by=ana
        ).record
        assert len(undo(imported, ana).kept) == 17
        assert undo(second, ana).deleted == ()


class TestRefused:
    def refused(self, profile, ana):
        before = (CountryProfile.objects.count(), Source.objects.count())
        with pytest.raises(Refused) as refusal:
            undo(profile, ana)
        assert (CountryProfile.objects.count(), Source.objects.count()) == before
        return str(refusal.value)

    def test_what_was_written_here(self, draft, ana):
        assert "written here, not imported" in self.refused(draft, ana)

    def test_after_an_edit_names_who_and_why(self, imported, ana):
        with recording(by=ana, reason="Wrote the lead"):
            imported.lead = "Examplia signed."
            imported.save()
        words = self.refused(imported, ana)
        assert "ana changed it on" in words
        assert "“Wrote the lead”" in words

    def test_while_in_review(self, imported, ana):
        with recording(by=ana, reason="Wrote the lead"):
            imported.lead = "Examplia signed."
            imported.save()
        submit(record=imported, by=ana, reason="Ready")
        assert "It is in review; only a draft can be taken back." in undo_blockers(imported)

    def test_what_was_published(self, imported, ana, person):
        with recording(by=ana, reason="Wrote the lead"):
            imported.lead = "Examplia signed."
            imported.save()
        submit(record=imported, by=ana, reason="Ready")
        approve(record=imported, by=person("editor"), reason="Read")
        publish(record=imported, by=person("publisher"), reason="Out")
        assert "It was published (1 release); what was published stays published." in self.refused(imported, ana)

    def test_without_a_reason(self, imported, ana):
        with pytest.raises(Refused, match="Say why"):
            undo_import(record=imported, by=ana, reason=" ")
        assert CountryProfile.objects.exists()


# ------------------------------------------------------------------------------------------------ a statement


@pytest.fixture
def statement(peru: Any, ana: User) -> Statement:
    return write_import(prepare_import(TEXT.encode(), statement_meant()), by=ana).record


def test_draft_parties_and_sources_go_and_the_history_keeps_why(statement: Statement, ana: User) -> None:
    done = undo_import(record=statement, by=ana, reason="Wrong file")
    assert (done.record, done.parts, done.kept) == ("Statement of Peru", 1, ())
    assert len(done.deleted) == 1
    assert not Statement.objects.exists()
    assert not StatementParty.objects.exists()
    assert not Source.objects.exists()
    last = [Statement.history.latest(), StatementParty.history.latest(), Source.history.latest()]
    assert {(v.history_type, v.history_user, v.history_change_reason) for v in last} == {("-", ana, "Wrong file")}


def test_the_same_statement_can_be_imported_again(statement: Statement, ana: User) -> None:
    text = statement.text
    undo_import(record=statement, by=ana, reason="Once more")
    assert write_import(prepare_import(TEXT.encode(), statement_meant()), by=ana).record.text == text


def test_a_source_that_another_text_cites_stays(statement: Statement, ana: User) -> None:
    key = Source.objects.get().key
    make_statement("Another", text=f"A[^1].\n\n[^1]: [@{key}].")
    assert undo_import(record=statement, by=ana, reason="Wrong file").kept == ((key, "other texts cite it"),)


def test_an_edited_text_is_work_that_nobody_takes_back(statement: Statement, ana: User) -> None:
    statement.lead = "In our words."
    with recording(by=ana, reason="Summarised"):
        statement.save()
    with pytest.raises(Refused) as refusal:
        undo_import(record=statement, by=ana, reason="Wrong file")
    assert "ana changed it on" in refusal.value.problems[0]
    assert "“Summarised”" in refusal.value.problems[0]
    assert Statement.objects.exists()


def test_so_are_a_position_and_a_further_party(statement: Statement, peru: Any) -> None:
    make_position(statement, peru, make_theme("retention"))
    with recording(by=None, reason="Joined"):
        StatementParty.objects.create(statement=statement, country=make_country("CHL", "Chile"), order=2)
    found = " ".join(undo_blockers(statement))
    assert "changed its positions" in found
    assert "changed its statement parties" in found


def test_what_was_published_stays_published(statement: Statement, ana: User) -> None:
    statement.lead = "In our words."
    with recording(by=ana, reason="Summarised"):
        statement.save()
    publish_statement(statement)
    statement.refresh_from_db()
    assert undo_blockers(statement)[0].startswith("It was published (1 release)")


def test_what_was_written_here_is_no_import(peru: Any) -> None:
    assert undo_blockers(make_statement()) == ["This statement was written here, not imported."]


def test_a_reason_is_needed(statement: Statement, ana: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        undo_import(record=statement, by=ana, reason=" ")
