"""The words of a text without its mark-up."""

from hypothesis import given

from editorial.texts import first_paragraph, plain_text

from .samples import REPORT, any_text


def test_words_without_marks_and_citations():
    assert plain_text(REPORT) == (
        "Examplia signed the convention on 3 December 2008.\n"
        "Policy\n"
        "It spoke in Lima and again in Dublin.\n"
        "Later statements\n"
        "See the summary record (CCM/CW/SR/2).\n"
        "Stockpiling\n"
        "The air force holds bombs of three types.\n"
        "Lima Conference, 23–25 May 2007. Notes by an observer; and.\n"
        "See also note on the record."
    )


def test_length_is_counted_without_notes():
    assert plain_text("One *two* three[^1] [@k].\n\n[^1]: Note.", notes=False) == "One two three."


def test_lists_tables_links_and_code():
    text = "- a\n- [b](http://e.org) c\n\n| d | e |\n|---|---|\n| f | g |\n\n    code\n"
    assert plain_text(text).split("\n") == ["a", "b c", "d", "e", "f", "g", "code"]


def test_first_paragraph_passes_over_headings_lists_and_quotations():
    assert first_paragraph(
        "# Title\n\n> quoted\n\n- item\n\nThe *first*\nparagraph[^1] [@k].\n\nNext.\n\n[^1]: x"
    ) == ("The first paragraph.")


def test_no_paragraph_no_words():
    assert first_paragraph("# Title") == ""


@given(any_text)
def test_any_input(text):
    assert first_paragraph(text) in plain_text(text)
