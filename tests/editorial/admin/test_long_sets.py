"""A set of thousands of rows is read page by page and confirmed whole, in the background."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from countries.models import Country, CountryName
from editorial.actions.proposing import propose
from editorial.admin import long_sets
from editorial.models import ChangeSet, Job
from editorial.queries import comments
from editorial.rules.roles import EDITOR, PUBLISHER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("peru_is_sourced")]


@pytest.fixture
def long(peru: Country, person: Any, monkeypatch: pytest.MonkeyPatch) -> ChangeSet:
    monkeypatch.setattr(long_sets, "MANY", 4)
    monkeypatch.setattr(long_sets, "ON_A_PAGE", 3)

    def act() -> None:
        for number in range(5):
            CountryName.objects.create(country=peru, name=f"Pérou {number}", kind="also")

    made = propose(act, by=person("researcher"), reason="As the UN writes").change_set
    assert made is not None
    return made


def page_of(made: ChangeSet) -> str:
    return reverse("admin:editorial_changeset_change", args=[made.pk])


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def shown(answer: Any) -> list[str]:
    return [str(row["label"]).split(": ")[-1] for group in answer.context["groups"] for row in group.rows]


def test_it_is_read_page_by_page(at_desk: Any, long: ChangeSet) -> None:
    editor = at_desk("editor", EDITOR)
    first, second = editor.get(page_of(long)), editor.get(page_of(long) + "?page=2")
    assert shown(first) == ["Pérou 0", "Pérou 1", "Pérou 2"]
    assert shown(second) == ["Pérou 3", "Pérou 4"]
    first = words(first)
    assert "5 rows: these are 1 to 3. It is confirmed whole, in the background." in first
    assert 'name="take"' not in first
    assert 'href="?page=2"' in first


def test_no_field_is_offered_for_comments_among_ten_thousand(
    at_desk: Any, long: ChangeSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = at_desk("editor", EDITOR)
    assert f"row:{long.rows.first().row_id}:name" in words(editor.get(page_of(long)))
    monkeypatch.setattr(comments, "MOST_WITH_PLACES", 4)
    page = words(editor.get(page_of(long)))
    assert "The whole record" in page
    assert '"row:' not in page


def test_it_is_confirmed_in_the_background(at_desk: Any, long: ChangeSet) -> None:
    editor = at_desk("editor", EDITOR)
    read = editor.get(page_of(long)).context["read"]
    confirm = reverse("admin:editorial_changeset_confirm", args=[long.pk])
    assert "changed since you opened it" in words(
        editor.post(confirm, {"read": "another", "words": ""}, follow=True)
    )
    assert not Job.objects.exists()
    page = words(editor.post(confirm, {"read": read, "words": "Seen."}, follow=True))
    assert "Confirmed. Readers see it now" in page
    assert CountryName.objects.count() == 5
    long.refresh_from_db()
    assert (long.decided_by.username, long.decision_words) == ("editor", "Seen.")


def test_its_author_does_not_confirm_it_and_nobody_hurries_it(at_desk: Any, long: ChangeSet) -> None:
    own = at_desk("researcher", PUBLISHER)
    read = own.get(page_of(long)).context["read"]
    for step in ("confirm", "hurry"):
        posted = own.post(
            reverse(f"admin:editorial_changeset_{step}", args=[long.pk]), {"read": read, "words": "Now."}
        )
        assert posted.status_code == 403
    assert not CountryName.objects.exists()
