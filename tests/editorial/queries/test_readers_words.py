"""Keys to sources are read as citations, days in words, notes without their marks."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import Country
from editorial.models import recording
from editorial.queries.readers_words import ReadersWords
from tests.factories.changes import changing, confirmed
from tests.factories.meetings import make_source
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


def test_a_day_and_a_source_are_in_words(peru: Country) -> None:
    act, source = make_act(peru, "accession", "2012-09-26"), make_source("un-list")
    row = confirmed(changing(act, source=source, published_effect="2013-03-01")).rows.get()
    words = ReadersWords([row], timezone.now())
    fields = {f.name: f for f in type(act)._meta.concrete_fields}
    assert words.words(fields["published_effect"], row.after["published_effect"]) == "1 March 2013"
    assert words.words(fields["source"], row.after["source"]) == source.line()
    assert words.words(fields["in_armed_conflict"], False) == "no"
    assert words.words(fields["place"], "") == ""


def test_a_source_that_was_merged_is_named_by_what_took_over(peru: Country) -> None:
    old, new = make_source("old-list"), make_source("new-list")
    row = confirmed(changing(peru, source=old, note="So [@old-list, p. 4].")).rows.get()
    with recording(by=None, reason="Made for a test"):
        peru.refresh_from_db()
        peru.source = new
        peru.save()
        old.merged_into = new
        old.save()
    found = ReadersWords([row], timezone.now()).sources_of(row)
    assert [(cited.source, cited.locator, cited.is_public) for cited in found] == [
        (new, "", True),
        (new, "p. 4", True),
    ]


def test_marks_of_notes_are_read(peru: Country) -> None:
    words = ReadersWords([], timezone.now())
    assert words.reading("One.[^a]\n\n[^a]: Note.")("One.[^a]") == "One.[1]"
