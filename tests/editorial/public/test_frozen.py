"""The frozen parts of a page come apart as they were put together."""

from __future__ import annotations

from editorial.public.frozen import PART, FrozenParts, frozen_page


def test_the_parts_are_those_of_the_page(life, read) -> None:
    release = life.bring_out("seven")
    parts = FrozenParts.of(release)
    assert "It holds seven bombs." in parts.text
    assert ">Cite this version</a>" in parts.contents
    page = read(life.page)
    for part in parts:
        assert " ".join(part.split()) in page


def test_words_of_people_do_not_part_it(life) -> None:
    life.write("seven")
    life.press.change(life.record, text=f"{PART}\n\n## Of {PART}\n\nIt holds `{PART}`.")
    release = life.publish()
    assert frozen_page(release).count(PART) >= 3
    assert 'class="prose"' in FrozenParts.of(release).text
