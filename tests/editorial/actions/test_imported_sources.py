"""Sources that an import brought go with it, unless somebody needs or has touched them."""

from __future__ import annotations

import pytest

from editorial.actions.imported_sources import imported_sources, take_back
from editorial.models import Source, recording
from meetings.models import Theme
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def brought() -> dict[str, Source]:
    """Two sources and a meeting, all entered in one act; a third source was there before."""
    make_source("old")
    with recording(by=None, reason="Imported"):
        found = {key: Source.objects.create(key=key, title=key) for key in ("b", "a")}
        make_meeting(note="See [@a].")
    return found


def undo(*sources: Source) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    with recording(by=None, reason="Undone"):
        return take_back(sources)


def test_only_what_came_in_the_same_act_was_brought_by_it() -> None:
    make_source("before")
    with recording(by=None, reason="Imported"):
        for key in ("b", "a"):
            Source.objects.create(key=key, title=key)
        theme = Theme.objects.create(slug="retention", title="Retention")
    with recording(by=None, reason="Changed"):
        theme.scope = "Training."
        theme.save()
        Source.objects.create(key="later", title="Later")
    assert [source.key for source in imported_sources(theme)] == ["a", "b"]


def test_what_nobody_needs_is_deleted_and_leaves_its_version(brought) -> None:
    assert undo(brought["b"]) == (("b",), ())
    gone = Source.history.filter(key="b").latest()
    assert (gone.history_type, gone.history_change_reason) == ("-", "Undone")


def test_what_a_text_cites_stays(brought) -> None:
    assert undo(brought["a"], brought["b"]) == (("b",), (("a", "other texts cite it"),))
    assert set(Source.objects.values_list("key", flat=True)) == {"a", "old"}


def test_what_somebody_has_edited_stays(brought, person) -> None:
    with recording(by=person("ana"), reason="Compared"):
        brought["b"].title = "The title as printed"
        brought["b"].save()
    assert undo(brought["b"]) == ((), (("b", "it was edited since"),))


def test_what_a_fact_names_stays_and_the_fact_is_named(brought) -> None:
    make_statement(parties=[(make_country(), "deliverer")], source=brought["b"])
    assert undo(brought["b"]) == ((), (("b", "a statement names it"),))


def test_what_another_source_was_merged_into_stays(brought) -> None:
    with recording(by=None, reason="The same document"):
        old = Source.objects.get(key="old")
        old.merged_into = brought["b"]
        old.save()
    assert undo(brought["b"]) == ((), (("b", "another source was merged into it"),))
