"""The Markdown of researched texts, token by token."""

from __future__ import annotations

import pytest
from markdown_it.token import Token

from editorial.texts.dialect import is_unresolved, normalised, tokens_of, unresolved_mark


def inline(text: str, *types: str) -> list[Token]:
    return [
        child
        for token in tokens_of(text)
        if token.type == "inline"
        for child in token.children or ()
        if child.type in types
    ]


@pytest.mark.parametrize(
    ("text", "key", "locator", "words"),
    [
        ("[@peru-oslo-2008]", "peru-oslo-2008", "", ""),
        ("[@CCM/x]".replace("/", "_"), "CCM_x", "", ""),
        ("[@peru-2013-art7, Form B,\n p. 5]", "peru-2013-art7", "Form B, p. 5", ""),
        (
            "[See the report](@LandmineMonitor-Peru-2009, note 13)",
            "LandmineMonitor-Peru-2009",
            "note 13",
            "See the report",
        ),
        (r"[Words with \] in them](@a)", "a", "", "Words with ] in them"),
    ],
)
def test_a_citation_has_a_key_perhaps_a_place_perhaps_words(text: str, key: str, locator: str, words: str) -> None:
    (citation,) = inline(text, "citation")
    assert {name: citation.meta[name] for name in ("key", "locator", "words")} == {
        "key": key,
        "locator": locator,
        "words": words,
    }


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [("[@peru oslo]", "[@peru oslo]"), ("[@]", "[@]"), ("[@peru", "[@peru"), ("[words](@)", "](@)")],
)
def test_what_was_meant_as_a_citation_is_reported_not_shown_as_text(text: str, excerpt: str) -> None:
    (bad,) = inline(text, "bad_citation")
    assert bad.meta["excerpt"] == excerpt


def test_a_mark_without_a_note_is_a_token_too() -> None:
    (mark,) = inline("Signed.[^missing]", "footnote_ref")
    assert (mark.meta["label"], mark.meta["position"]) == ("missing", len("Signed."))


def test_a_mark_that_touches_an_address_stays_a_mark() -> None:
    text = "Seen at https://example.org/a[^7]\n\n[^7]: A note.\n"
    assert [link.attrs["href"] for link in inline(text, "link_open")] == ["https://example.org/a"]
    assert [mark.meta["label"] for mark in inline(text, "footnote_ref")] == ["7"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Seen at www.example.org.", ["http://www.example.org"]),
        ("Seen at example.org", ["http://example.org"]),
        ("Seen at example.com/page", ["http://example.com/page"]),
        ("The conference.In May it met.", []),
        ("The meeting of the U.S.In Lima", []),
        ("javascript://example.org", []),
    ],
)
def test_bare_addresses_become_links_only_where_they_look_like_one(text: str, links: list[str]) -> None:
    assert [link.attrs["href"] for link in inline(text, "link_open")] == links


@pytest.mark.parametrize(
    "text", ["![a picture](https://example.org/a.png)", "<b>bold</b>", "[a]: https://example.org"]
)
def test_no_picture_no_html_no_definition_that_vanishes(text: str) -> None:
    types = {token.type for token in tokens_of(text)} | {
        child.type for child in inline(text, "image", "html_inline")
    }
    assert not types & {"image", "html_inline", "html_block"}
    words = "".join(child.content for child in inline(text, "text", "text_special"))
    assert words


def test_a_link_to_a_source_is_no_link() -> None:
    assert inline("[words](@a b)", "link_open") == []


def test_tables_and_strikethrough_are_part_of_it() -> None:
    types = {token.type for token in tokens_of("| a | b |\n|---|---|\n| 1 | 2 |\n")}
    assert "table_open" in types
    assert inline("~~old~~", "s_open")


@pytest.mark.parametrize(("number", "mark"), [(3, "[^?3]"), ("3 a", "[^?3-a]"), ("", "[^??]"), ("a]b", "[^?a-b]")])
def test_the_mark_of_a_note_that_the_page_has_lost(number: int | str, mark: str) -> None:
    assert unresolved_mark(number) == mark
    assert is_unresolved(mark[2:-1])


@pytest.mark.parametrize("label", ["3", "?", "a?"])
def test_other_labels_are_resolved(label: str) -> None:
    assert not is_unresolved(label)


def test_line_ends_and_null_characters() -> None:
    assert normalised("a\r\nb\rc\x00") == "a\nb\nc\ufffd"
