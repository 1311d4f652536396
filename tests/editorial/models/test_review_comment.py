"""What people say about a record under review: kept, and settled by somebody."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from countries.models import Country, CountryProfile
from editorial.models import ReviewComment


@pytest.fixture
def comment(draft: CountryProfile, person) -> ReviewComment:
    return ReviewComment.objects.create(
        record=draft, by=person("editor"), at=timezone.now(), text="Note 3 does not say what the text says."
    )


def test_it_is_found_by_its_record(comment: ReviewComment, draft: CountryProfile, peru: Country) -> None:
    assert list(ReviewComment.objects.about(draft)) == [comment]
    assert not ReviewComment.objects.about(peru).exists()  # the number of another table's row


def test_it_is_open_until_somebody_settles_it(comment: ReviewComment, person) -> None:
    assert list(ReviewComment.objects.open()) == [comment]
    comment.settled_at, comment.settled_by = timezone.now(), person("researcher")
    comment.save()
    assert not ReviewComment.objects.open().exists()


def test_settled_says_when_and_by_whom(comment: ReviewComment) -> None:
    comment.settled_at = timezone.now()
    with pytest.raises(IntegrityError, match="settled_pair"), transaction.atomic():
        comment.save()


def test_it_is_kept(comment: ReviewComment) -> None:
    with pytest.raises(RuntimeError, match="Settle it instead"):
        comment.delete()


def test_it_names_who_said_what(comment: ReviewComment) -> None:
    assert str(comment).startswith("editor: Note 3 does not say")


def test_its_words_are_not_changed(comment: ReviewComment) -> None:
    comment.text = "Never mind."
    with pytest.raises(RuntimeError, match="Reply to it"):
        comment.save()


@pytest.mark.parametrize(
    "place",
    [
        {"place": "passage", "quote": "3 December", "digest": ""},
        {"place": "note"},
        {"place": "field"},
        {"quote": "3 December"},
    ],
)
def test_a_place_is_named_whole(comment: ReviewComment, place: dict[str, str]) -> None:
    with pytest.raises(IntegrityError, match="reviewcomment_place"), transaction.atomic():
        ReviewComment.objects.create(record=comment.record, by=comment.by, at=comment.at, text="Why?", **place)


def test_a_reply_has_no_place_of_its_own(comment: ReviewComment) -> None:
    said = {"record": comment.record, "by": comment.by, "at": comment.at, "text": "So.", "answers": comment}
    ReviewComment.objects.create(**said)
    assert list(ReviewComment.objects.open()) == [comment]
    assert comment.passage is None
    with pytest.raises(IntegrityError, match="reviewcomment_reply"), transaction.atomic():
        ReviewComment.objects.create(**said, place="field", field="lead")
