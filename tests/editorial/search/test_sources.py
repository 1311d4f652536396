"""Sources are found from the moment something public rests on them, and no sooner."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.actions.publishing import withdraw
from editorial.models import User, recording
from editorial.search import SearchRequest, find
from meetings.models import Statement
from tests.factories.meetings import make_country, make_source, make_statement, publish_statement

pytestmark = pytest.mark.django_db


def found(typed: str, later: timedelta = timedelta()) -> list[str]:
    page = find(SearchRequest(typed, timezone.now() + later, kind="source"))
    return [hit.url for hit in page.hits]


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_source_that_only_a_draft_names_is_not_found_before_the_release(commits) -> None:
    with commits():
        source = make_source("secret-notes", title="Notes of a secret meeting")
        statement = make_statement(parties=[(make_country(), "deliverer")], source=source)
    assert found("secret") == []
    with commits():
        publish_statement(statement)
    assert found("secret") == ["/sources/secret-notes/"]


def test_a_source_behind_an_embargo_is_found_when_it_ends(commits) -> None:
    with commits():
        source = make_source("embargoed-notes", title="Embargoed notes")
        text = "Peru spoke.[^1]\n\n[^1]: [@embargoed-notes].\n"
        statement = make_statement(parties=[(make_country(), "deliverer")], source=source, text=text)
        publish_statement(statement, visible_from=timezone.now() + timedelta(days=2))
    assert found("embargoed") == []
    assert found("embargoed", timedelta(days=3)) == ["/sources/embargoed-notes/"]


def test_a_source_is_found_only_with_a_release_that_was_not_withdrawn(commits) -> None:
    with commits():
        for key in ("first", "second", "third"):
            make_source(f"{key}-notes", title=f"{key.title()} notes")
        statement = make_statement(parties=[(make_country(), "deliverer")], text="It spoke [@first-notes].")
        publish_statement(statement)
    later = timezone.now() + timedelta(days=2)
    for key in ("second", "third"):
        with commits():
            take_back(statement)
        assert found("notes", timedelta(days=3)) == []
        with commits():
            with recording(by=None, reason="Corrected"):
                statement.text = f"It spoke [@{key}-notes]."
                statement.save()
            publish_statement(statement, "Read again", visible_from=later)
        assert found("notes") == []
        assert found("notes", timedelta(days=3)) == [f"/sources/{key}-notes/"]


def take_back(statement: Statement) -> None:
    withdraw(record=statement, by=User.objects.get(username="publisher"), reason="x", public_reason="Misread")


def test_a_changed_title_is_found_by_its_new_words(commits) -> None:
    with commits():
        source = make_source("notes", title="Old words")
        publish_statement(make_statement(parties=[(make_country(), "deliverer")], source=source))
    with commits(), recording(by=None, reason="Checked"):
        source.title = "New words"
        source.save()
    assert found("old") == []
    assert found("new") == ["/sources/notes/"]
