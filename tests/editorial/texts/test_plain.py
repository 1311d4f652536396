"""The words of a text without its mark-up."""

from hypothesis import given

from editorial.texts import plain_text

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


def test_lists_tables_links_and_code():
    text = "- a\n- [b](http://e.org) c\n\n| d | e |\n|---|---|\n| f | g |\n\n    code\n"
    assert plain_text(text).split("\n") == ["a", "b c", "d", "e", "f", "g", "code"]


@given(any_text)
def test_any_input(text):
    assert not set("\r\x00") & set(plain_text(text))
