"""Merging two rows of the library that are one document."""

from __future__ import annotations

import pytest

from countries.models import Country, CountryProfile
from editorial.actions.source_library import merge_sources
from editorial.models import CitationUse, Source, User, recording
from editorial.queries import cited_sources, text_problems
from editorial.rules.transitions import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(sources: list[Source], draft: CountryProfile) -> tuple[Source, Source]:
    """One newspaper article that came in twice; a profile cites the second row."""
    with recording(by=None, reason="Cited"):
        other = Source.objects.create(key="republica-mayo-2007", kind="press", title="Conferencia en Lima")
        draft.text = "Peru spoke in Lima.[^1]\n\n[^1]: [@republica-mayo-2007, p. 3].\n"
        draft.save()
    return sources[0], other


def test_texts_that_cite_the_merged_source_follow_and_keep_their_key(twice, draft, person) -> None:
    kept, other = twice
    merge_sources(source=other, into=kept, by=person("editor"), reason="The same article")

    draft.refresh_from_db()
    assert "[@republica-mayo-2007, p. 3]" in draft.text
    assert text_problems(draft.text) == ()
    assert cited_sources({"republica-mayo-2007"})["republica-mayo-2007"].key == kept.key
    assert list(CitationUse.objects.values_list("source__key", "locator")) == [(kept.key, "p. 3")]
    assert list(Source.objects.in_library().values_list("key", flat=True)).count(other.key) == 0


def test_facts_that_name_the_merged_source_follow_with_a_version_each(twice, peru: Country, person) -> None:
    kept, other = twice
    with recording(by=None, reason="Named"):
        peru.source = other
        peru.save()
    merge_sources(source=other, into=kept, by=person("editor"), reason="The same article")

    peru.refresh_from_db()
    assert peru.source == kept
    newest, version = peru.history.first(), other.history.first()
    assert (newest.history_user.username, newest.history_change_reason) == ("editor", "The same article")
    assert newest.change_id == version.change_id, "one act, one change"


def test_a_source_merged_earlier_follows_too(twice, person) -> None:
    kept, other = twice
    with recording(by=None, reason="Entered"):
        third = Source.objects.create(key="lima-article", kind="press", title="Conferencia en Lima")
    by: User = person("editor")
    merge_sources(source=third, into=other, by=by, reason="The same article")
    merge_sources(source=other, into=kept, by=by, reason="The same article")

    third.refresh_from_db()
    assert third.merged_into == kept


def test_merging_into_itself_or_twice_is_refused(twice, person) -> None:
    kept, other = twice
    by: User = person("editor")
    with pytest.raises(Refused, match="into itself"):
        merge_sources(source=kept, into=kept, by=by, reason="A slip")
    merge_sources(source=other, into=kept, by=by, reason="The same article")
    with pytest.raises(Refused, match="has been merged into laRepublica-2007-05-29 already"):
        merge_sources(source=other, into=kept, by=by, reason="Again")
