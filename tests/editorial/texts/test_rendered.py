"""The pieces of a rendered text."""

from __future__ import annotations

from editorial.texts.rendered import Labels, RenderedText


def test_a_page_without_margins_takes_body_and_notes_in_one() -> None:
    text = RenderedText("<p>Body</p>", "<ol>Notes</ol>", sections=(), footnotes=(), toc=())
    assert text.html == "<p>Body</p><ol>Notes</ol>"


def test_the_words_of_another_language_keep_their_places_to_fill_in() -> None:
    spanish = Labels(notes="Notas", note="Nota {number}", back="Volver a la referencia {reference}")
    assert spanish.note.format(number=3) == "Nota 3"
    assert spanish.unknown_source == Labels().unknown_source
