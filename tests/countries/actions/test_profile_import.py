from datetime import date

import pytest

from countries.actions.profile_import import undo_blockers, undo_import
from countries.importing.save_profile import Destination, prepare_import, write_import
from countries.models import CountryProfile
from editorial.actions.publishing import approve, publish, submit
from editorial.models import CitationUse, Source, recording
from editorial.rules.transitions import Refused
from tests.countries.importing.samples import REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(person):
    return person("ana")


@pytest.fixture
def imported(to_2009, ana):
    return write_import(prepare_import(REPORT.encode(), to_2009), by=ana).profile


def undo(profile, ana):
    return undo_import(profile=profile, by=ana, reason="Wrong file")


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
        assert write_import(prepare_import(REPORT.encode(), to_2009), by=ana).profile.text == text

    def test_sources_that_were_there_before_stay(self, to_2009, ana):
        with recording(by=ana, reason="By hand"):
            mine = Source.objects.create(
                key="mine", title="Summary Record", un_symbol="CCM/CW/SR/92", document_date="2008-06-18"
            )
        done = undo(write_import(prepare_import(REPORT.encode(), to_2009), by=ana).profile, ana)
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
            prepare_import(REPORT.encode(), Destination(examplia, ban_policy, 2010)), by=ana
        ).profile
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
            undo_import(profile=imported, by=ana, reason=" ")
        assert CountryProfile.objects.exists()
