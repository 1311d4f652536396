"""Another wording is suggested, and taken over in part or whole: under both names, and never reviewed by who wrote it."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.actions.suggesting import changes_of, decline, suggest, take_over, withdraw_suggestion
from editorial.models import Suggestion
from editorial.rules.transitions import Refused
from editorial.texts.passages import digest_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(draft: CountryProfile, person) -> Suggestion:
    text = draft.text.replace("Peru signed", "Peru signed in Oslo").replace("is unknown", "is not known")
    return suggest(
        record=draft, by=person("editor"), base=draft.text, text=text, reason=" Plainer ", at=timezone.now()
    )


@pytest.fixture
def take(draft: CountryProfile, person):
    def taken(one: Suggestion, *numbers: int, read: str = "") -> None:
        take_over(
            suggestion=one,
            record=draft,
            by=person("researcher"),
            read=read or digest_of(draft.text),
            numbers=numbers,
            at=timezone.now(),
        )

    return taken


def test_nothing_of_it_stands_in_the_record(made: Suggestion, draft: CountryProfile) -> None:
    assert (made.reason, made.digest, made.is_open) == ("Plainer", digest_of(draft.text), True)
    draft.refresh_from_db()
    assert "Oslo" not in draft.text
    assert draft.history.count() == 1


def test_it_has_a_reason_and_another_text(draft: CountryProfile, person) -> None:
    given = {"record": draft, "by": person("editor"), "base": draft.text, "at": timezone.now()}
    with pytest.raises(Refused, match="Say why"):
        suggest(**given, text="Other", reason=" ")
    with pytest.raises(Refused, match="is as it was"):
        suggest(**given, text=draft.text.replace("\n", "\r\n") + "\n", reason="Same")
    assert not Suggestion.objects.exists()


def test_one_change_of_two_is_taken_over_under_both_names(made: Suggestion, draft, take, person) -> None:
    take(made, 1)
    assert "Peru signed in Oslo" in draft.text
    assert "is unknown" in draft.text
    version = draft.history.first()
    assert version.history_user == person("researcher")
    assert version.history_change_reason == "Taken over from editor’s suggestion: Plainer"
    assert (made.is_open, made.taken_by, made.became) == (
        True,
        person("researcher"),
        "Taken over in part, the rest is open",
    )
    assert [change.new for change in changes_of(made, draft)] == ["The size of the stock is not known."]
    take(made, 1)
    assert "is not known" in draft.text
    assert (made.state, made.decided_by) == ("taken", person("researcher"))
    with pytest.raises(Refused, match="decided already"):
        take(made, 1)


def test_who_suggested_words_that_were_taken_does_not_approve_them(made: Suggestion, draft, take, person) -> None:
    assert person("editor").pk not in publishing.authors(draft)
    take(made, 1)
    assert person("editor").pk in publishing.authors(draft)
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    with pytest.raises(Refused, match="A second person reviews it"):
        publishing.approve(record=draft, by=person("editor"), reason="Read")
    publishing.approve(record=draft, by=person("second"), reason="Read")
    publishing.publish(record=draft, by=person("publisher"), reason="Out")
    assert person("editor").pk not in publishing.authors(draft)


def test_what_was_read_is_what_is_taken(made: Suggestion, draft, take, press) -> None:
    read = digest_of(draft.text)
    press.change(draft, text=draft.text.replace("Peru signed", "Peru has signed"))
    with pytest.raises(Refused, match="changed since you opened"):
        take(made, 1, read=read)
    with pytest.raises(Refused, match="Say which"):
        take(made, 9)
    first, second = changes_of(made, draft)
    assert (first.is_conflict, second.is_conflict) == (True, False)
    take(made, 2)
    assert "Peru has signed" in draft.text
    assert "is not known" in draft.text


def test_it_is_declined_with_words_and_withdrawn_by_who_made_it(made: Suggestion, draft, person) -> None:
    given = {"suggestion": made, "record": draft, "at": timezone.now()}
    with pytest.raises(Refused, match="Say why"):
        decline(**given, by=person("researcher"), words=" ")
    with pytest.raises(Refused, match="You can decline it"):
        withdraw_suggestion(**given, by=person("researcher"))
    decline(**given, by=person("researcher"), words="The source says unknown.")
    assert (made.state, made.decision_words) == ("declined", "The source says unknown.")
    with pytest.raises(Refused, match="decided already"):
        withdraw_suggestion(**given, by=person("editor"))
