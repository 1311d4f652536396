"""A suggestion is kept as it was made; what becomes of it says when and by whom."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from countries.models import Country, CountryProfile
from editorial.models import Suggestion
from editorial.texts.passages import digest_of


@pytest.fixture
def made(draft: CountryProfile, person) -> Suggestion:
    return Suggestion.objects.create(
        record=draft, by=person("editor"), at=timezone.now(), reason="Plainer", base=draft.text, text="Other."
    )


def test_it_is_found_by_its_record_and_knows_the_text_it_was_made_on(made, draft, peru: Country) -> None:
    assert list(Suggestion.objects.about(draft).open()) == [made]
    assert not Suggestion.objects.about(peru).exists()
    assert made.digest == digest_of(draft.text)
    assert (str(made), made.became) == ("editor: Plainer", "Suggested")


def test_its_words_are_kept(made: Suggestion) -> None:
    with pytest.raises(RuntimeError, match="Decline or withdraw"):
        made.delete()
    made.text = "Something else."
    with pytest.raises(RuntimeError, match="Make another"):
        made.save()


def test_what_is_decided_says_when_and_by_whom(made: Suggestion) -> None:
    made.state = "declined"
    with pytest.raises(IntegrityError, match="suggestion_decided"), transaction.atomic():
        made.save()
    made.state, made.taken_at = "open", timezone.now()
    with pytest.raises(IntegrityError, match="suggestion_taken_pair"), transaction.atomic():
        made.save()
