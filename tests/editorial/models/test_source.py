"""A source: one document, its key, its line, and whether somebody has compared it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Source, recording
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


def test_the_line_is_made_by_the_one_rule() -> None:
    line = make_source().line("p. 5")
    assert line.startswith("Ángel Páez, “Se eliminarán las bombas de racimo”")
    assert "Cluster bombs will be eliminated" in line
    assert line.endswith("p. 5")


def test_its_facts_are_its_fields_without_empty_lines_of_authors() -> None:
    source = make_source(authors="Ángel Páez\n\n  Ana Ruiz \n")
    source.refresh_from_db()
    assert source.facts.authors == ("Ángel Páez", "Ana Ruiz")
    assert (source.facts.document_date, source.facts.language) == ("29 May 2007", "es")


@pytest.mark.parametrize("key", ["peru oslo", "-peru", "peru/2008", ""])
def test_a_key_can_stand_in_a_text(key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Source(key=key, title="A title").full_clean()
    assert "key" in refused.value.message_dict


def test_a_source_says_something() -> None:
    with (
        recording(by=None, reason="Test"),
        pytest.raises(IntegrityError, match="says_something"),
        transaction.atomic(),
    ):
        Source.objects.create(key="empty")


@pytest.mark.parametrize(
    "half",
    [
        {"to_be_checked": False},
        {"to_be_checked": False, "compared_on": date(2026, 3, 5)},
        {"to_be_checked": False, "compared_by": "Ana Ruiz"},
        {"to_be_checked": True, "compared_on": date(2026, 3, 5)},
    ],
)
def test_compared_says_on_which_day_and_by_whom(half: dict) -> None:
    with (
        recording(by=None, reason="Test"),
        pytest.raises(IntegrityError, match="compared_by_whom"),
        transaction.atomic(),
    ):
        Source.objects.create(key="half", title="A title", **half)


def test_comparing_is_noted_and_saved_by_whoever_asks() -> None:
    source = make_source()
    source.compare(by="Ana Ruiz", on=date(2026, 3, 5))
    with recording(by=None, reason="Compared"):
        source.save()
    assert list(Source.objects.compared()) == [source]
    assert (source.compared_by, source.compared_on) == ("Ana Ruiz", date(2026, 3, 5))


def test_a_merged_source_leaves_the_library_and_stays() -> None:
    kept, merged = make_source(), make_source(key="another")
    merged.merged_into = kept
    with recording(by=None, reason="The same document"):
        merged.save()
    assert list(Source.objects.in_library()) == [kept]
    assert Source.objects.count() == 2


def test_its_page_is_found_by_its_key() -> None:
    assert make_source().get_absolute_url() == "/sources/laRepublica-2007-05-29/"


def test_it_is_found_by_words_that_stand_anywhere_in_its_citation() -> None:
    source = make_source(meeting_session="Fifth 2008 Session")
    for typed in ("páez bombas", "  FIFTH  ", source.key[:6], "fifth\x00session", ""):
        assert list(Source.objects.with_words(typed)) == [source], typed
    assert not Source.objects.with_words("páez missiles").exists()
