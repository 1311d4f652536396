"""A country report of the archive's shape: menu, path, title, headings, notes at the end."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.importing.problems import UnusableInput, exit_code
from editorial.importing.readers.archive_page import read_archive_page
from editorial.importing.reading import read_text
from editorial.importing.reconciliation import reconciled
from editorial.importing.text_as_read import BlockKind, TextAsRead
from editorial.texts import CitedSource, parse, render
from tests.countries.importing import samples
from tests.countries.importing.samples import BODY, MENU, NOTES, REPORT, report
from tests.documents import REPORT_ON_BURUNDI, REPORT_ON_LIECHTENSTEIN, REPORT_ON_PERU, REPORT_ON_SAMOA


def read_profile(source: Path | bytes, name: str = "") -> TextAsRead:
    return read_archive_page(read_text(source, name=name))


def sections_of(profile: TextAsRead) -> list[tuple[str, str]]:
    """Headings and what stands under them, as Markdown; "" for the opening."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for block in profile.blocks:
        if block.kind is BlockKind.HEADING:
            found.append((block.markdown, []))
        else:
            found[-1][1].append(block.markdown)
    return [(heading, "\n\n".join(text)) for heading, text in found if heading or text]


def headings_of(profile: TextAsRead) -> list[str]:
    return [heading for heading, _ in sections_of(profile)]


def codes(profile):
    return [problem.code for problem in profile.problems]


def notes_shown(profile):
    """The words of each note on the page that readers get."""
    sources = {s.key: CitedSource(s.key, s.facts.line, f"/{s.key}/") for s in profile.sources}
    rendered = render(profile.markdown, sources=sources, doc_id="t")
    return [unescape(re.sub(r"<[^>]+>", "", note.html)) for note in rendered.footnotes]


class TestReport:
    """A whole report of the archive's shape, in invented words."""

    profile = read_profile(REPORT.encode(), name="examplia.txt")

    def test_is_clean(self):
        assert self.profile.problems == ()
        assert exit_code(self.profile.problems) == 0

    def test_opening_and_both_headings(self):
        assert headings_of(self.profile) == [
            "",
            "Cluster Bomb Policy",
            "Use, Production, and Stocks",
        ]
        assert sections_of(self.profile)[0][1].startswith("Examplia put its name")

    def test_all_notes_match(self):
        match = self.profile.match
        assert [note.label for note in match.notes] == [str(n) for n in range(1, 16)]
        assert (len(match.marks), match.matched, match.orphans, match.missing) == (15, 15, (), ())

    def test_the_path_is_kept_and_the_menu_is_stripped(self):
        around = self.profile.around
        assert around.breadcrumb == ("Landmine Monitor", "Table of Contents", "Country Reports", "Examplia")
        assert around.edition == "Landmine Monitor"
        assert self.profile.title == "Examplia"
        assert [line.text for line in self.profile.stripped[1:]] == [
            "About Us",
            "The Issues",
            "Our Research Products",
            "ARCHIVES HOME PAGE",
            ">",
        ]
        assert {line.reason for line in self.profile.stripped} == {"archive navigation"}

    def test_shared_sources_are_found(self):
        shared = {source.key: source.notes for source in self.profile.sources if source.shared}
        assert shared == {
            "landmineAction-notes-2007-05-23": ("4", "5"),
            "cmc-2007-05": ("4", "5"),
            "wilpf-2007-05": ("4", "5"),
            "laGaceta-2007-05-29": ("6", "15"),
            "laGaceta-2007-05-29-2": ("6", "15"),
        }
        assert len(self.profile.sources) == 17

    def test_the_text_is_sound_and_cites_its_sources(self):
        parsed = parse(self.profile.markdown)
        assert parsed.problems == ()
        assert [note.label for note in parsed.footnotes] == [str(n) for n in range(1, 16)]
        cited = {note.number: [citation.key for citation in note.citations] for note in parsed.footnotes}
        assert cited[4] == cited[5] == ["landmineAction-notes-2007-05-23", "cmc-2007-05", "wilpf-2007-05"]
        assert cited[14] == []
        assert set(cited[6]) == set(cited[15])

    def test_a_note_that_words_a_source_differently_keeps_its_words(self):
        assert (
            "[^5]: [Lima Conference, 23–25 May 2007. Notes by Landmine Action](@landmineAction-notes-2007-05-23); "
            "[@cmc-2007-05]; and [@wilpf-2007-05]." in self.profile.markdown
        )

    def test_every_line_and_word_is_accounted_for(self):
        assert self.profile.unaccounted == ()
        assert self.profile.words_in == self.profile.words_out
        words = [part.strip() for part in re.split(r"\[\d+\]|\s", BODY.split("\n", 1)[1] + NOTES)]
        assert self.profile.words_in.split() == [word for word in words if word]

    def test_readers_see_every_note_as_it_was_printed(self):
        assert notes_shown(self.profile) == [note.text for note in self.profile.match.notes]

    def test_lines_are_what_they_are(self):
        assert dict(self.profile.line_kinds) == {
            "stripped": 6,
            "breadcrumb": 4,
            "title": 1,
            "text": 9,
            "headings": 2,
            "notes": 15,
        }


class TestOlderPages:
    def test_address_edition_and_neighbours(self):
        profile = read_profile(samples.NEIGHBOURED.encode())
        assert profile.problems == ()
        assert profile.around.address == "http://archive.example.org/display?url=lm/1999/examplia.html"
        assert profile.around.remark == "(saved by hand)"
        assert profile.around.edition == "Landmine Monitor Report 1999"
        assert profile.around.edition_year == 1999
        assert profile.title == "EXAMPLIA"
        assert (profile.stripped[-1].text, profile.stripped[-1].reason) == (
            "<DYSTOPIA | FREEDONIA>",
            "links to the neighbouring reports",
        )
        assert "[^2]: [@A-53-999, p. 29]." in profile.markdown

    def test_title_in_the_path_only(self):
        profile = read_profile(samples.TITLED_BY_PATH.encode())
        assert profile.problems == ()
        assert profile.title == "Examplia"
        assert profile.around.edition_year == 2004
        assert profile.around.breadcrumb[-1] == "Examplia, Landmine Monitor Report 2004"
        assert sections_of(profile)[0][1].startswith("Since 1999")
        assert [source.key for source in profile.sources] == [
            "examplia-article7-2004-04-14",
            "letterToAnnWriter-2004-04-15",
        ]

    def test_marks_without_any_notes(self):
        profile = read_profile(samples.WITHOUT_NOTES.encode(), name="examplia.txt")
        assert codes(profile) == ["no-notes", "text-breaks-off"]
        assert profile.around.edition_year == 2009
        assert "Oslo.[^?1] It has not used the weapon.[^?2]" in profile.markdown
        assert {problem.kind for problem in parse(profile.markdown).problems} == {"unresolved-mark"}

    def test_without_menu_or_path(self):
        profile = read_profile(b"Examplia\n\nIt signed.[1]\n\n[1] A note.")
        assert (profile.title, profile.around.breadcrumb, profile.stripped) == ("Examplia", (), ())

    def test_without_a_title(self):
        profile = read_profile(b"It signed in Oslo.[1]\n\n[1] A note.")
        assert codes(profile) == ["no-title"]
        assert sections_of(profile)[0][1] == "It signed in Oslo.[^1]"

    def test_a_strange_line_in_the_menu_is_reported(self):
        profile = read_profile(REPORT.replace("The Issues", "Donate Now").encode())
        assert codes(profile) == ["unknown-navigation"]
        assert profile.problems[0].line == 3


class TestHeadings:
    @pytest.mark.parametrize(
        "line",
        ["Policy", "Use, Production, and Transfer", "Interest in 2009 and After[1]", "Support for Clearance"],
    )
    def test_stand_alone_in_capitals(self, line):
        [heading] = headings_of(read_profile(report(f"{line}\n\nIt signed.[1]", "[1] A note.")))
        assert heading == line.replace("[1]", "[^1]")

    @pytest.mark.parametrize(
        "body",
        [
            "It Signed the Convention.",
            "Policy\nof the state",
            "Key Developments: On 1 March it joined.",
            "- Policy\n- Use",
            "1. Policy",
        ],
    )
    def test_other_lines_stay_text(self, body):
        assert headings_of(read_profile(report(f"{body}\n\nIt signed."))) == [""]

    def test_a_doubtful_line_is_kept_and_reported(self):
        profile = read_profile(report("Use and production of bombs\n\nIt signed."))
        assert codes(profile) == ["may-be-heading"]
        assert sections_of(profile)[0][1] == "Use and production of bombs\n\nIt signed."

    def test_a_line_marked_as_heading_is_one(self):
        profile = read_profile(report("## use and production\nIt signed.\n\n### later\n\nIt left."))
        assert headings_of(profile) == ["use and production", "later"]
        assert profile.markdown == "## use and production\n\nIt signed.\n\n### later\n\nIt left."

    def test_nothing_follows_so_it_is_none(self):
        assert sections_of(read_profile(report("It signed.\n\nAnnex")))[0][1] == "It signed.\n\nAnnex"


class TestNotes:
    @pytest.mark.parametrize("heading", ["Notes", "## Footnotes", "Endnotes:", "----------"])
    def test_what_stands_above_them_is_stripped(self, heading):
        profile = read_profile(report(f"It signed.[1]\n\n{heading}", "[1] A note."))
        assert profile.problems == ()
        assert profile.markdown == "It signed.[^1]\n\n[^1]: A note."

    def test_a_wrapped_line_that_begins_with_a_mark_is_text(self):
        profile = read_profile(report("It signed\n[1] and ratified.[2]", "[1] A note.\n[2] Another."))
        assert profile.problems == ()
        assert sections_of(profile)[0][1] == "It signed\n[^1] and ratified.[^2]"

    def test_a_note_of_two_paragraphs(self):
        profile = read_profile(report("It signed.[1]", "[1] A note\nof two lines.\n\n1. Its second part."))
        assert codes(profile) == ["text-among-notes"]
        [note] = parse(profile.markdown).footnotes
        assert note.markdown == "A note\nof two lines.\n\n1\\. Its second part."

    def test_a_doubled_note_is_kept_under_another_label(self):
        profile = read_profile(report("It signed.[1]", "[1] One.\n[1] Two."))
        assert codes(profile) == ["doubled-note"]
        assert profile.markdown.endswith("[^1]: One.\n\n[^1-2]: Two.")

    def test_a_year_in_brackets_stays_as_it_is(self):
        profile = read_profile(report("In “[2006] it” signed.[1]", "[1] A note."))
        assert codes(profile) == ["year-in-brackets"]
        assert sections_of(profile)[0][1] == r"In “\[2006\] it” signed.[^1]"


class TestRefused:
    @pytest.mark.parametrize("text", [MENU, "Examplia\n\n[1] A note."])
    def test_without_text(self, text):
        with pytest.raises(UnusableInput) as caught:
            read_profile(text.encode(), name="f.txt")
        assert caught.value.problems[-1].code == "no-text"


@pytest.mark.parametrize("file", REPORT_ON_PERU.both())
class TestReportOnPeru:
    """The archive's report of 2009."""

    def test_three_sections_fifteen_notes_no_orphan(self, file: Path) -> None:
        profile = read_profile(file)
        assert profile.problems == ()
        assert headings_of(profile) == [
            "",
            "Cluster Munition Ban Policy",
            "Use, Production, Stockpiling, and Transfer",
        ]
        assert (len(profile.match.marks), profile.match.matched) == (15, 15)
        assert profile.match.orphans == ()
        assert profile.title == "Peru"

    def test_notes_4_and_5_share_three_sources_and_6_and_15_share_two(self, file: Path) -> None:
        assert reconciled(read_profile(file)).shared_notes() == [(("4", "5"), 3), (("6", "15"), 2)]

    def test_the_note_without_a_source_stays_prose(self, file: Path) -> None:
        assert reconciled(read_profile(file)).notes_without_source == ("14",)

    def test_readers_see_every_note_as_it_was_printed(self, file: Path) -> None:
        profile = read_profile(file)
        assert notes_shown(profile) == [note.text for note in profile.match.notes]

    def test_the_text_is_sound_and_no_word_is_lost(self, file: Path) -> None:
        profile = read_profile(file)
        assert parse(profile.markdown).problems == ()
        assert profile.words_in == profile.words_out
        printed = file.read_text().rpartition("\nPeru\n\n")[2]
        assert profile.words_in.split() == re.sub(r"\[\d+\]", " ", printed).split()


@pytest.mark.parametrize(
    ("file", "title", "year", "notes", "expected"),
    [
        *REPORT_ON_BURUNDI.both("Burundi", 2009, 0, ["no-notes", "text-breaks-off"]),
        *REPORT_ON_LIECHTENSTEIN.both("LIECHTENSTEIN", 1999, 2, []),
        *REPORT_ON_SAMOA.both("Samoa", 2004, 4, []),
    ],
)
def test_other_pages_of_the_archive(file: Path, title: str, year: int, notes: int, expected: list[str]) -> None:
    profile = read_profile(file)
    assert (profile.title, profile.around.edition_year) == (title, year)
    assert profile.around.address.startswith("http")
    assert profile.match.matched == notes
    assert codes(profile) == expected
    assert profile.unaccounted == ()


FRAGMENTS = [
    *(
        "[1]",
        "[2]",
        "[1] ",
        "\n[1] A note.",
        "\n\n[2] CMC, “Paper on Things,” May 2007.",
        "[^1]",
        "\n[^1]: x",
        "[2006]",
    ),
    *(
        "\n",
        "\n\n",
        "Peru",
        "\nPolicy and Use\n\n",
        "\nPeru\n\n",
        "Country Reports\n",
        "About Us\n",
        ">\n",
        "+ * +\n",
    ),
    *(
        "URL: http://a.org/2004/ b\n",
        "---\n",
        'title: "x"\n',
        "# ",
        "## ",
        "- ",
        "1. ",
        "(",
        ":",
        "*",
        "_",
        "`",
        "|",
        "<a",
        "&amp;",
    ),
    *(
        "Examplia, Landmine Monitor Report 2004\n",
        "<A | B>\n",
        "\u00a0",
        "\t",
        "\r",
        "\f",
        "é",
        "“",
        "”",
        "[@k]",
        "\\",
        "Notes\n",
    ),
]
any_report = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=30).map("".join)


@given(any_report)
def test_any_text_is_read_without_loss_or_refused(text):
    try:
        profile = read_profile(text.encode(), name="f.txt")
    except UnusableInput:
        return
    assert not {"line-lost", "word-lost"} & set(codes(profile))
    assert profile.unaccounted == ()
    assert reconciled(profile).as_text()
    kinds = {problem.kind for problem in parse(profile.markdown).problems}
    allowed = {"unresolved-mark"} if profile.match.missing else set()
    allowed |= {"unused-note"} if profile.match.orphans or profile.match.doubled else set()
    allowed |= {"empty-note"} if any(not note.paragraphs for note in profile.match.notes) else set()
    assert kinds <= allowed
