import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.importing.plain_text import interleave, plain_words, unescape
from editorial.texts import parse, render

AWKWARD = [
    "1. The first point",
    "12) The twelfth",
    "# no heading",
    "> no quotation",
    "---",
    "= = =",
    "- a rule? - - -",
    "+1 in the count",
    "a *b* _c_ `d` ~~e~~ f_g_h",
    "[sic] and [a](http://example.org) and [@key] and [^1]",
    "<ITALY | LITHUANIA> <b>",
    "AT&T &amp; &#65; &c;",
    "a | b |",
    r"back\slash \* \[",
    "~~~",
    "    four spaces",
    "trailing  ",
    "!picture ![x](y)",
]


def escape(words: str, *, lists: bool = False) -> str:
    return interleave([words], [], lists=lists)


def words_shown(markdown: str) -> str:
    html = render(markdown, sources={}, doc_id="t").body_html
    text = re.sub(r"<[^>]+>", "", html)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", "\u00a0"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


@pytest.mark.parametrize("words", AWKWARD)
def test_plain_words_are_shown_as_they_were(words):
    assert words_shown(escape(words)).split() == words.split()
    assert "<p>" in render(escape(words), sources={}, doc_id="t").body_html


def test_bulleted_lines_may_stay_a_list():
    assert escape("- one\n- two", lists=True) == "- one\n- two"
    assert escape("- one") == r"\- one"
    assert escape("- - -", lists=True) == r"\- - -"


def test_an_underscore_within_a_word_or_address_stays():
    assert (
        escape("www.example.org/a_b?pqs_year=2009&pqs_type=cm") == "www.example.org/a_b?pqs_year=2009&pqs_type=cm"
    )


@pytest.mark.parametrize(
    ("after", "markdown"), [("(see below)", r"A[^1]\(see below)"), (": then", r"A[^1]\: then")]
)
def test_what_follows_a_mark_does_not_make_it_a_link_or_definition(after, markdown):
    text = interleave(["A", after], ["[^1]"])
    assert text == markdown
    assert parse(f"{text}\n\n[^1]: x").problems == ()


def test_words_come_back_from_marks_and_citations():
    lines = {"k": "CMC, “Report,” May 2007, www.example.org"}
    markdown = r"A \[sic\][^1] [@k, p. 5]; [the \[same\]](@k)."
    assert plain_words(markdown, lines).split() == (
        ["A", "[sic]", "CMC,", "“Report,”", "May", "2007,", "p.", "5,", "www.example.org;", "the", "[same]."]
    )


signs = st.text(alphabet=st.sampled_from("ab1 \\`*_[]()<>#+-=.!|~&;:@^/\n\u00a0é“”"), max_size=40)


@given(signs)
def test_any_words_survive_escaping(words):
    assert " ".join(unescape(escape(words)).split()) == " ".join(words.split())
    assert plain_words(escape(words), {}) == unescape(escape(words))


@given(signs)
def test_any_words_are_shown_as_they_were(words):
    flat = " ".join(words.split())
    if flat and "/" not in flat:  # an address is shown as a link, with its own encoding
        assert "".join(words_shown(escape(flat)).split()) == "".join(flat.split())
