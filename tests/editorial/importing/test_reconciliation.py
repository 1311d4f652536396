from dataclasses import replace

from editorial.importing.note_match import match_notes
from editorial.importing.notes import MarkStyle, NoteMark, ReadNote
from editorial.importing.printed_source import PrintedSource
from editorial.importing.problems import Problem, Severity
from editorial.importing.reading import TextFile
from editorial.importing.reconciliation import reconciled
from editorial.importing.source_proposals import SourceProposal
from editorial.importing.text_as_read import Block, BlockKind, StrippedLine, Surroundings, TextAsRead

READ = TextAsRead(
    file=TextFile("examplia.txt", ("About Us",), "ab" * 32, 1234),
    around=Surroundings(title="Examplia"),
    blocks=(
        Block(BlockKind.PARAGRAPH, 3, "It signed on 3 December 2008 in Oslo, Norway.[^1]"),
        Block(BlockKind.HEADING, 4, "Policy", 2),
        Block(BlockKind.PARAGRAPH, 5, "Nothing else is known.[^2]"),
    ),
    match=match_notes(
        [NoteMark("1", 3, 0, 3), NoteMark("2", 5, 0, 3)],
        [ReadNote("1", 8, ("A",)), ReadNote("2", 9, ("B",))],
        MarkStyle.BRACKETS,
    ),
    words_in="It signed on 3 December 2008 in Oslo, Norway. Policy Nothing else is known. A B",
    problems=(),
    line_kinds=(("stripped", 1), ("text", 2), ("notes", 2)),
    stripped=(StrippedLine(1, "About Us", "archive navigation"),),
    sources=(
        SourceProposal("cmc", PrintedSource("ngo_report", as_printed="CMC"), ("1", "2")),
        SourceProposal("wilpf", PrintedSource("ngo_notes", doubts=("no date",)), ("1", "2"), (("2", "WILPF"),)),
        SourceProposal("sr-2", PrintedSource("un_document", as_printed="Record, A/1"), ("2",)),
    ),
)
REPORT = reconciled(READ, (("Title", "Examplia"), ("Address", "")), library={"cmc": ("cmc-2007", "CMC, “Report”")})


def test_counts_of_everything_that_went_in_and_out():
    text = REPORT.as_text()
    assert "Reconciliation of examplia.txt (1,234 bytes" in text
    assert "Lines with text   5: 1 stripped, 2 text, 2 notes; 0 unaccounted for" in text
    assert "Words of the text 16 in, 16 out" in text
    assert "(opening, without heading): 9 words, 1 marks" in text
    assert "  Policy: 4 words, 1 marks" in text
    assert "2 marks in, 2 notes in, 2 matched; 0 orphans, 0 unmatched marks, 0 doubled" in text
    assert "3 found, cited 5 times: 1 reused, 2 proposed (to be checked)" in text
    assert "line 1: “About Us” (archive navigation)" in text
    assert text.endswith("Problems          0\n")


def test_a_line_that_nobody_understood_is_counted():
    lost = reconciled(replace(READ, unaccounted=(7,))).as_text()
    assert "Lines with text   6: 1 stripped, 2 text, 2 notes; 1 unaccounted for" in lost


def test_notes_that_share_sources_are_named():
    assert REPORT.shared_notes() == [(("1", "2"), 2)]
    assert "notes 1, 2 share 2 sources" in REPORT.as_text()


def test_notes_in_which_no_source_was_recognised_are_named():
    assert REPORT.notes_without_source == ()
    bare = reconciled(replace(READ, sources=()))
    assert bare.notes_without_source == ("1", "2")
    assert "kept as prose, no source recognised: note 1, 2" in bare.as_text()


def test_doubts_and_other_words_stand_with_their_source():
    text = REPORT.as_text()
    assert "    doubtful: no date\n" in text
    assert "    note 2 words it: WILPF\n" in text
    assert "cmc-2007 [ngo_report, reused] note 1, 2\n    CMC, “Report”\n" in text
    assert "sr-2 [un_document] note 2\n    Record, A/1\n" in text


def test_the_worst_problem_comes_first():
    check = Problem("c", "To look at.", "Look.", Severity.CHECK)
    blocks = Problem("b", "To mend.", "Mend.")
    lines = reconciled(READ, problems=(check, blocks)).as_text().splitlines()
    assert lines[-2:] == ["  ! To mend. Remedy: Mend.", "  To look at. Remedy: Look."]


def test_a_long_list_is_cut_and_counted():
    stripped = tuple(StrippedLine(n, "x", "rule") for n in range(100))
    assert "  … and 60 more\n" in reconciled(replace(READ, stripped=stripped)).as_text()
