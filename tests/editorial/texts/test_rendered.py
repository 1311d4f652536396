"""The pieces of a rendered text."""

from __future__ import annotations

from editorial.texts.rendered import RenderedText


def test_a_page_without_margins_takes_body_and_notes_in_one() -> None:
    text = RenderedText("<p>Body</p>", "<ol>Notes</ol>", sections=(), footnotes=(), toc=())
    assert text.html == "<p>Body</p><ol>Notes</ol>"
