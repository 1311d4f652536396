from dataclasses import replace

from editorial.importing.note_match import match_notes
from editorial.importing.notes import MarkStyle, NoteMark, ReadNote
from editorial.importing.problems import Problem, Severity
from editorial.importing.reconciliation import Reconciliation, SectionCount, SourceLine, StrippedLine

REPORT = Reconciliation(
    file="examplia.txt",
    size=1234,
    sha256="ab" * 32,
    facts=(("Title", "Examplia"), ("Address", "")),
    lines=(("stripped", 1), ("text", 2), ("notes", 2)),
    unaccounted=(),
    words_in=20,
    words_out=20,
    sections=(SectionCount("", 8, 1), SectionCount("Policy", 6, 1)),
    match=match_notes(
        [NoteMark("1", 3, 0, 3), NoteMark("2", 5, 0, 3)],
        [ReadNote("1", 8, ("A",)), ReadNote("2", 9, ("B",))],
        MarkStyle.BRACKETS,
    ),
    stripped=(StrippedLine(1, "About Us", "archive navigation"),),
    sources=(
        SourceLine("cmc-2007", "ngo_report", "CMC, “Report”", ("1", "2"), reused=True),
        SourceLine(
            "wilpf", "ngo_notes", "Notes by WILPF", ("1", "2"), doubts=("no date",), other_words=(("2", "WILPF"),)
        ),
        SourceLine("sr-2", "un_document", "Record, A/1", ("2",)),
    ),
    notes_without_source=(),
    problems=(),
)


def test_counts_of_everything_that_went_in_and_out():
    text = REPORT.as_text()
    assert "Reconciliation of examplia.txt (1,234 bytes" in text
    assert "Lines with text   5: 1 stripped, 2 text, 2 notes; 0 unaccounted for" in text
    assert "Words of the text 20 in, 20 out" in text
    assert "(opening, without heading): 8 words, 1 marks" in text
    assert "2 marks in, 2 notes in, 2 matched; 0 orphans, 0 unmatched marks, 0 doubled" in text
    assert "3 found, cited 5 times: 1 reused, 2 proposed (to be checked)" in text
    assert "line 1: “About Us” (archive navigation)" in text
    assert text.endswith("Problems          0\n")


def test_notes_that_share_sources_are_named():
    assert REPORT.shared_notes() == [(("1", "2"), 2)]
    assert "notes 1, 2 share 2 sources" in REPORT.as_text()


def test_doubts_and_other_words_stand_with_their_source():
    text = REPORT.as_text()
    assert "    doubtful: no date\n" in text
    assert "    note 2 words it: WILPF\n" in text
    assert "cmc-2007 [ngo_report, reused] note 1, 2" in text


def test_the_worst_problem_comes_first():
    check = Problem("c", "To look at.", "Look.", Severity.CHECK)
    blocks = Problem("b", "To mend.", "Mend.")
    lines = replace(REPORT, problems=(check, blocks)).as_text().splitlines()
    assert lines[-2:] == ["  ! To mend. Remedy: Mend.", "  To look at. Remedy: Look."]


def test_a_long_list_is_cut_and_counted():
    stripped = tuple(StrippedLine(n, "x", "rule") for n in range(100))
    assert "  … and 60 more\n" in replace(REPORT, stripped=stripped).as_text()
