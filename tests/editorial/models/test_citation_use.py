"""The where-used index follows every text, and protects its sources."""

from __future__ import annotations

import pytest
from django.db.models import ProtectedError

from countries.models import CountryProfile
from editorial.models import CitationUse, Source


@pytest.fixture
def slides(db: None) -> Source:
    return Source.objects.create(key="Peru-slides", title="Slides", kind="presentation")


def uses(source: Source) -> list[tuple[str, int | None, int]]:
    return list(source.uses.order_by("order").values_list("locator", "note", "order"))


def test_index_follows_the_text(draft: CountryProfile, slides: Source) -> None:
    draft.text = "Stock.[^1] See [@Peru-slides].\n\n[^1]: [@Peru-slides, slide 3].\n"
    draft.save()
    assert uses(slides) == [("", None, 1), ("slide 3", 1, 2)]
    draft.text = "Nothing is cited."
    draft.save()
    assert uses(slides) == []


def test_unknown_keys_are_left_out(draft: CountryProfile) -> None:
    draft.text = "See [@nobody-knows]."
    draft.save()
    assert not CitationUse.objects.exists()


def test_a_source_in_use_cannot_be_deleted(draft: CountryProfile, slides: Source) -> None:
    draft.text = "See [@Peru-slides]."
    draft.save()
    with pytest.raises(ProtectedError):
        slides.delete()


def test_deleting_the_text_frees_its_sources(draft: CountryProfile, slides: Source) -> None:
    draft.text = "See [@Peru-slides]."
    draft.save()
    draft.delete()
    slides.delete()
    assert not Source.objects.exists()


def test_an_unchanged_text_costs_no_writing(draft: CountryProfile, slides: Source) -> None:
    draft.text = "See [@Peru-slides]."
    draft.save()
    before = set(slides.uses.values_list("pk", flat=True))
    draft.lead = "Another lead."
    draft.save()
    assert set(slides.uses.values_list("pk", flat=True)) == before
