"""A text that only a machine writes is counted, not parsed: it is refused in words, and shown as it was typed."""

import pytest

from editorial.texts import beyond_bounds, check, cited_keys, dialect, parse, render
from editorial.texts.bounds import LONGEST_TEXT, MOST_CELLS

HOSTILE = {
    "[": "opening brackets",
    "![": "opening brackets",
    "[^a": "opening brackets",
    "[^a]": "opening brackets",
    "[@a": "opening brackets",
    "[x](@a": "opening brackets",
    "[\n": "lines",
    "# a\n": "lines",
    "a\n-\n": "lines",
    "- a\n": "lines",
    "> a\n": "lines",
    "[^1]: x\n": "lines",
    "|a|\n|-|\n": "lines",
    "a*": "asterisks",
    "**a ": "asterisks",
    "`a": "asterisks",
    "~~": "asterisks",
    "http://a ": "full stops",
    "a.com ": "full stops",
}


@pytest.fixture
def never_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect.MARKDOWN, "parse", lambda *args: pytest.fail("parsed"))


@pytest.mark.parametrize("length", [LONGEST_TEXT, 490_000])
@pytest.mark.parametrize(("sign", "said"), HOSTILE.items())
@pytest.mark.usefixtures("never_parsed")
def test_what_nobody_writes_is_not_parsed(sign: str, said: str, length: int) -> None:
    text = (sign * length)[:length]
    assert (said if length == LONGEST_TEXT else "characters") in beyond_bounds(text)
    [problem] = check(text, set())
    assert (problem.kind, problem.line) == ("beyond-bounds", 1)
    assert "Take out what was pasted by mistake" in problem.message
    assert cited_keys(text) == frozenset()


@pytest.mark.usefixtures("never_parsed")
def test_it_stays_readable_as_it_was_typed() -> None:
    text = "Peru signed.[^1] <b>" + "[" * 5_000 + "\n\n## Stock\n\n[^1]: [@a-key].\n"
    rendered = render(text, sources={}, doc_id="t")
    assert "Peru signed.[^1] &lt;b&gt;[[" in rendered.body_html
    assert "## Stock" in rendered.body_html
    assert rendered.footnotes == ()
    [section] = parse(text).sections
    assert section.markdown == text.strip("\n")


def test_a_table_whose_rows_would_be_filled_up_is_counted_as_it_is_filled() -> None:
    wide = "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "a\n" * 50
    assert "10,452 cells of tables" in beyond_bounds(wide)
    assert beyond_bounds(wide.replace("a\n" * 50, "a\n" * 40)) == ""
    assert beyond_bounds("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * (MOST_CELLS // 3 - 2)) == ""


def test_the_longest_text_that_people_write_is_far_within() -> None:
    note = "\n\n[^{n}]: Statement by Peru, First Meeting of States Parties, Vientiane, 10 November 2010, www.example.org/a."
    paragraph = "Peru **signed** in Oslo, see [@a-key, p. 5].[^{n}] " + "It spoke of *cluster munitions*. " * 8
    text = "\n\n".join(paragraph.format(n=n) for n in range(300)) + "".join(note.format(n=n) for n in range(300))
    assert len(text) > 120_000
    assert beyond_bounds(text) == ""
    assert len(parse(text).footnotes) == 300
