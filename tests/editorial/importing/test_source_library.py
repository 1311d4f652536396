from datetime import date

import pytest

from editorial.importing.notes import ReadNote
from editorial.importing.source_library import lines_of, match_library, source_facts, sources_of_facts
from editorial.importing.source_proposals import propose_sources
from editorial.models import Source, recording

CMC = "CMC, “Paper on Many Things,” May 2007, www.example.org."
LIMA = "Lima Conference, 23–25 May 2007. Notes by Landmine Action."
RECORD = "Summary Record, Second Session: 20 May 2008, Dublin Conference, CCM/CW/SR/92, 18 June 2008."
ARTICLE_7 = "Article 7 Report, 14 April 2004."
LETTER = "Letter to Ann Writer, from Bo Clerk, Ministry of Works, 15 April 2004."

pytestmark = pytest.mark.django_db


def matched(*texts, state="Examplia"):
    """For each proposed key the source of the library, or the one to be added."""
    return match_library(propose_sources([ReadNote(str(n), n, (t,)) for n, t in enumerate(texts, 1)], state=state))


def new(*texts, **kwargs):
    return [source for source in matched(*texts, **kwargs).values() if source.pk is None]


def known(*texts, **kwargs):
    return [source for source in matched(*texts, **kwargs).values() if source.pk is not None]


def save(*texts, **kwargs):
    """Bring the sources of these notes into the library."""
    with recording(by=None, reason="Made for a test"):
        for source in new(*texts, **kwargs):
            source.save()


class TestNewSources:
    def test_carry_what_the_words_say_and_are_to_be_checked(self):
        [source] = new(RECORD)
        source.full_clean()
        assert source.pk is None
        assert source.to_be_checked
        assert (source.kind, source.un_symbol, source.key) == ("un_document", "CCM/CW/SR/92", "CCM-CW-SR-92")
        assert (str(source.document_date), source.event_date) == ("18 June 2008", "20 May 2008")
        assert source.as_printed == RECORD[:-1]
        assert source.line() == RECORD[:-1]

    def test_a_key_that_the_library_has_gets_a_number(self):
        with recording(by=None, reason="Made for a test"):
            Source.objects.create(key="CMC-2007-05", title="Another paper")
            Source.objects.create(key="cmc-2007-05-2", title="A third paper")
        assert [source.key for source in new(CMC)] == ["cmc-2007-05-3"]

    def test_what_does_not_fit_its_field_is_left_to_the_printed_words(self):
        meeting = " ".join(["Meeting of the Committee"] * 12)
        [source] = new(f"Record, {meeting}, CCM/CW/SR/92, 18 June 2008")
        assert source.meeting_session == ""
        assert "does not fit" in source.remarks
        assert meeting in source.as_printed

    def test_doubts_are_noted_for_the_team(self):
        [source] = new("Country Lists, Mine Database, http:www.example.org.Mines/.")
        assert source.url == ""
        assert "cannot work" in source.remarks


class TestKnownSources:
    @pytest.mark.parametrize(
        ("stored", "cited"),
        [
            (CMC, f"See also {CMC}"),
            (CMC, "CMC, “Paper on Many Things,” May 2007."),
            (LIMA, "Lima Conference on Cluster Munitions, 23–25 May 2007. Notes by Landmine Action."),
            (RECORD, "Record of the Second Session, CCM/CW/SR/92, 18 June 2008."),
        ],
    )
    def test_are_found_by_words_title_room_or_symbol(self, stored, cited):
        save(stored)
        match = matched(cited)
        assert list(match.values()) == [Source.objects.get()]
        assert list(lines_of(match).values()) == [(Source.objects.get().key, stored.rstrip("."))]

    def test_also_after_somebody_checked_their_facts(self):
        save(CMC)
        source = Source.objects.get()
        source.as_printed = ""
        source.compare(by="Ana Ruiz", on=date(2026, 3, 5))
        source.save()
        assert known(CMC) == [source]

    def test_a_merged_source_stands_for_the_one_it_was_merged_into(self):
        save(CMC)
        with recording(by=None, reason="Made for a test"):
            target = Source.objects.create(key="target", title="The paper")
            merged = Source.objects.get(key="cmc-2007-05")
            merged.merged_into = target
            merged.save()
        assert known(CMC) == [target]

    def test_the_report_of_another_state_in_the_same_words_is_another(self):
        save(ARTICLE_7, state="Freedonia")
        assert [source.authors for source in new(ARTICLE_7)] == ["Examplia"]
        save(ARTICLE_7)
        assert new(ARTICLE_7) == []

    def test_letters_are_never_taken_for_the_same(self):
        save(LETTER)
        assert known(LETTER) == []

    def test_many_are_looked_up_in_few_questions(self, django_assert_max_num_queries):
        many = [f"CMC, “Paper on Thing Number {n},” May 2007." for n in range(150)]
        with django_assert_max_num_queries(3):
            matched(*many)


class TestFacts:
    def test_of_a_source_come_back_as_they_were(self):
        save(RECORD, CMC)
        stored = {source.key: source_facts(source) for source in Source.objects.all()}
        Source.objects.all().delete()
        sources, problems = sources_of_facts(list(stored.values()), "f.md")
        assert problems == []
        assert {source.key: source_facts(source) for source in sources} == stored

    def test_the_library_keeps_its_own_and_says_so(self):
        save(CMC)
        row = source_facts(Source.objects.get())
        assert sources_of_facts([row], "f.md") == ([], [])
        new, [problem] = sources_of_facts([row | {"title": "Another title"}], "f.md")
        assert new == []
        assert (problem.code, problem.severity.value) == ("source-differs", "check")
        assert "title" in problem.message

    @pytest.mark.parametrize(
        "row",
        [
            {},
            {"key": "a b", "title": "x"},
            {"key": "a"},
            {"key": "a", "title": "x", "document_date": "31 June 2007"},
            {"key": "a", "title": "x", "kind": "none"},
            {"key": "a", "title": "x", "url": "javascript:alert(1)"},
            {"key": "a", "title": "x", "to_be_checked": "perhaps"},
            {"key": "a", "title": "x", "accessed_on": [1]},
            {"key": ["a"], "title": {}},
        ],
    )
    def test_bad_ones_are_named_and_left_out(self, row):
        new, [problem] = sources_of_facts([row], "f.md")
        assert new == []
        assert (problem.code, problem.file, problem.field) == ("bad-source", "f.md", "sources")

    @pytest.mark.parametrize("given", [None, "x", {}, [1, "x"]])
    def test_no_list_of_sources(self, given):
        assert sources_of_facts(given, "f.md") == ([], [])
