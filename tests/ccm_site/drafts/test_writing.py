"""Sentences and notes as Markdown: plain words stay as they are, each note stands once, each mark has its note."""

from __future__ import annotations

from typing import Any

from ccm_site.drafts.parts import DraftSection, NotePart, Sentence
from ccm_site.drafts.writing import text_of
from editorial.models import Cited, Source
from editorial.texts import check, parse, render

NOBODY: Any = None
A, B = Source(key="a-2020"), Source(key="b-2021")


def written(*sentences: Sentence, more: tuple[Sentence, ...] = ()) -> str:
    parts = (lambda about: sentences, lambda about: more)
    return text_of([DraftSection("use", "Use", parts)], NOBODY)


def test_sentences_of_a_part_make_a_paragraph_and_notes_stand_at_the_end() -> None:
    text = written(
        Sentence("It used none.", (NotePart((Cited(A, "p. 5"), Cited(B)), "Never."),)),
        Sentence("It made none.", (NotePart((Cited(B),)),)),
        more=(Sentence("Nothing else is recorded here."),),
    )
    assert text == (
        "## Use\n\nIt used none.[^use-1] It made none.[^use-2]\n\nNothing else is recorded here.\n\n"
        "[^use-1]: [@a-2020, p. 5]; and [@b-2021]. Never.\n[^use-2]: [@b-2021].\n"
    )
    assert check(text, {"a-2020", "b-2021"}) == ()


def test_a_note_needed_twice_stands_once() -> None:
    same = (NotePart((Cited(A),)),)
    text = written(Sentence("One.", same), Sentence("Two.", same))
    assert text.count("[^use-1]") == 3
    assert parse(text).footnotes[0].references == 2


def test_a_sentence_may_open_a_paragraph() -> None:
    assert "One.\n\nTwo." in written(Sentence("One."), Sentence("Two.", opens=True))


def test_sources_of_which_the_same_is_said_stand_in_one_row() -> None:
    notes = (
        NotePart((Cited(A),), "Never."),
        NotePart((Cited(B),), "Never."),
        NotePart((Cited(B, "p. 1"),), of="Lima"),
    )
    assert "[^use-1]: [@a-2020]; and [@b-2021]. Never. Lima: [@b-2021, p. 1].\n" in written(
        Sentence("One.", notes)
    )


def test_words_of_sources_are_no_markdown() -> None:
    odd = "1. *Bold* [@nobody] [^9] <b> & a_b_ `code` ~~gone~~ |"
    text = written(Sentence(odd, (NotePart((Cited(A, "box [2], p. 3"),), odd),)))
    assert check(text, {"a-2020"}) == ()
    shown = render(text, doc_id="t", sources={})
    assert "<em>" not in shown.body_html
    assert "<ol>" not in shown.body_html
    assert "[@nobody]" in shown.body_html
    assert "[@a-2020, box (2), p. 3]" in text


def test_a_place_in_a_source_is_cut_where_no_citation_could_hold_it() -> None:
    text = written(Sentence("One.", (NotePart((Cited(A, "x" * 400),)),)))
    assert check(text, {"a-2020"}) == ()
    assert len(parse(text).citations[0].locator) == 299
