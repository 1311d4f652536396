"""Slides as Peru showed them: furniture on every one, text split over lines, pictures without words."""

import re
from pathlib import Path

import pytest

from editorial.importing.readers.slides import read_slides
from editorial.importing.reading import read_text
from editorial.importing.text_as_read import TextAsRead
from editorial.texts import check, parse
from tests.documents import SLIDES_OF_PERU
from tests.meetings.importing.samples import SLIDES


@pytest.fixture(scope="module")
def slides() -> TextAsRead:
    return read_slides(read_text(SLIDES.encode(), name="slides.md"))


def in_order(text: str, *parts: str) -> bool:
    return bool(re.search(".*?".join(re.escape(part) for part in parts), text, re.DOTALL))


class TestSlides:
    def test_the_title_is_on_the_first(self, slides: TextAsRead) -> None:
        assert slides.title == "HOW EXAMPLIA SANK ITS PAPER BOATS"

    def test_page_furniture_goes_and_is_reported(self, slides: TextAsRead) -> None:
        assert slides.around.running == ("EXAMPLIA", "Ministry of", "Paper Boats")
        assert "Ministry" not in slides.markdown
        assert len(slides.stripped) == 6 * 3 + 1

    def test_headings_are_sections(self, slides: TextAsRead) -> None:
        titles = [section.title for section in parse(slides.markdown).sections]
        assert titles == [
            "The beginning",
            "The pond convention",
            "What was sunk",
            "Steps",
            "More time",
            "Done",
            "Pictures of boats",
            "Film of a boat",
        ]
        assert "\n### A STORM\n" in slides.markdown
        assert "**Examplia, a land without boats**" in slides.markdown

    def test_what_was_split_over_lines_is_whole_again(self, slides: TextAsRead) -> None:
        assert "- It promised to sink 1,021 boats.\n" in slides.markdown
        assert "\n\nIn September 2014, the first visit was made, 3 steps were agreed\n" in slides.markdown
        assert "In 2021, a 37-month extension ended in April 2024." in slides.markdown
        assert "- 01 Look: at the boats\n- 02 Plan – and fold\n- 03 Sink them\n" in slides.markdown

    def test_years_that_stand_alone_stay_where_they_are(self, slides: TextAsRead) -> None:
        assert "A STORM\n\n2017\n\nDELAY\n\n2020\n\nILLNESS\n\n" in slides.markdown

    def test_figures_and_dates_survive_in_order(self, slides: TextAsRead) -> None:
        assert in_order(slides.markdown, "1,234 big", "5,678 6 kg", "3 steps", "37-month", "15 December 2023")
        assert [str(day.date) for day in slides.days] == [
            "26 September 2012",
            "1 March 2013",
            "March 2014",
            "September 2014",
            "April 2024",
            "15 December 2023",
        ]

    def test_slides_without_text_are_noted(self, slides: TextAsRead) -> None:
        assert slides.around.slides == 9
        assert slides.around.without_text == ((7, "Pictures of boats"), (8, "Film of a boat"))
        assert [problem.code for problem in slides.problems] == ["slide-without-text"] * 2

    def test_nothing_is_lost(self, slides: TextAsRead) -> None:
        assert slides.unaccounted == ()
        assert slides.words_in == slides.words_out
        assert check(slides.markdown, set()) == ()


def test_lone_numbers_that_do_not_count_stay_alone() -> None:
    parsed = read_slides(read_text(b"# T\n\n## S\n\n7\n\nboats\n\n9\n\nducks\n"))
    assert parsed.markdown == "## S\n\n7\n\nboats\n\n9\n\nducks"


@pytest.mark.parametrize(("times", "stays"), [(2, True), (3, False)])
def test_what_three_slides_repeat_is_furniture(times: int, stays: bool) -> None:
    slides = "".join(f"EXAMPLIA\n\n## Part {'ABC'[n]}\n\nIt sank boat {n}.\n\n" for n in range(times))
    assert ("EXAMPLIA" in read_slides(read_text(slides.encode())).markdown) is stays


def test_a_bold_line_above_text_is_a_heading() -> None:
    parsed = read_slides(read_text(b"# T\n\n**What we did**\n\nWe sank it.\n"))
    assert parsed.markdown == "### What we did\n\nWe sank it."


@pytest.mark.parametrize("file", SLIDES_OF_PERU.both())
def test_perus_slides_of_2024(file: Path) -> None:
    parsed = read_slides(read_text(file))
    text = parsed.markdown
    assert parsed.title.endswith("OSLO CONVENTION" + " ASKS" * (file == SLIDES_OF_PERU.retold))
    assert in_order(
        text,
        *(
            "September 26, 2012",
            "March 1, 2013",
            "- 2,021 Cluster bombs",
            "- 8,445 6 kg bomblets",
            "In March 2014,",
        ),
        *(
            "- 01 Assessment",
            "- 08 Reporting",
            "In September 2014,",
            "first NPA visit",
            "8 stages were established",
        ),
        *(
            "2017",
            "2020",
            "a 37-month extension",
            "April 2024",
            "15 December 2023",
        ),
    )
    assert len(re.findall(r"^- 0\d ", text, re.MULTILINE)) == 8
    assert "Ministerio" not in text
    assert [number for number, _ in parsed.around.without_text] == [8, 9]
    assert check(text, set()) == ()
