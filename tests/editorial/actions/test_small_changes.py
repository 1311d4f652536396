"""An editor corrects spelling and stays a reviewer; nobody alone brings out words that they wrote."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions.publishing import approve, authors, publish, submit
from editorial.actions.roles import ensure_roles
from editorial.actions.small_changes import save_small_change, small_changes_since
from editorial.models import SmallChange, User, recording
from editorial.rules.roles import EDITOR, PUBLISHER
from editorial.rules.transitions import Refused


@pytest.fixture
def editor(person) -> User:
    ensure_roles()
    return person("reads-well", EDITOR)


@pytest.fixture
def in_review(press, peru, ban_policy) -> CountryProfile:
    record = press.draft(peru, ban_policy, lead="Peru signed in Oslo; teh rest is open.")
    submit(record=record, by=press.researcher, reason="Ready")
    return record


def mend(record: CountryProfile, by: User, old: str = "teh", new: str = "the") -> None:
    record.lead = record.lead.replace(old, new)
    save_small_change(record=record, by=by, at=timezone.now(), reason="Read once more")


def test_who_corrects_a_word_stays_a_reviewer_and_the_text_stays_in_review(in_review, editor, press) -> None:
    mend(in_review, editor)
    in_review.refresh_from_db()
    assert (in_review.lead, in_review.status) == ("Peru signed in Oslo; the rest is open.", "in_review")
    assert in_review.submitted_by == press.researcher
    assert authors(in_review) == {press.researcher.pk}
    version = in_review.history.latest()
    assert (version.history_user, version.history_change_reason) == (
        editor,
        "Read once more; small change (spelling, typing)",
    )
    (kept,) = small_changes_since(in_review)
    assert (kept.by, kept.words, kept.change_id) == (editor, [["teh", "the"]], version.change_id)
    approve(record=in_review, by=editor, reason="Read")
    assert publish(record=in_review, by=press.publisher, reason="Out").number == 1
    assert not small_changes_since(in_review).exists(), "the next release has its own"


def test_the_same_save_without_saying_so_makes_an_author(in_review, editor, press) -> None:
    with recording(by=editor, reason="Typing"):
        in_review.lead = in_review.lead.replace("teh", "the")
        in_review.save()
    assert in_review.status == "draft"
    assert editor.pk in authors(in_review)


def test_nobody_alone_brings_out_words_they_corrected(in_review, person, press) -> None:
    ensure_roles()
    alone = person("does-it-all", PUBLISHER)
    mend(in_review, alone)
    approve(record=in_review, by=alone, reason="Read")
    with pytest.raises(Refused, match="A second person publishes it"):
        publish(record=in_review, by=alone, reason="Out")
    assert not in_review.releases.exists()
    assert publish(record=in_review, by=press.publisher, reason="Out").number == 1


def test_who_corrected_a_word_that_another_approved_may_publish_it(in_review, person, press) -> None:
    ensure_roles()
    corrector = person("does-it-all", PUBLISHER)
    mend(in_review, corrector)
    approve(record=in_review, by=press.editor, reason="Read")
    assert publish(record=in_review, by=corrector, reason="Out").number == 1


def test_a_team_of_one_has_turned_that_off(in_review, person, settings) -> None:
    settings.MONITOR_REVIEWER_MUST_DIFFER = False
    ensure_roles()
    alone = person("does-it-all", PUBLISHER)
    mend(in_review, alone)
    approve(record=in_review, by=alone, reason="Read")
    assert publish(record=in_review, by=alone, reason="Out").number == 1


def test_an_approval_ends_with_it(in_review, editor, press) -> None:
    approve(record=in_review, by=press.editor, reason="Read")
    mend(in_review, editor)
    in_review.refresh_from_db()
    assert (in_review.status, in_review.reviewed_at) == ("in_review", None)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("lead", "Peru signed in Oslo; teh rest is shut.", "letters differ"),
        ("edition", 2010, "More than the lead and the text differs: edition"),
    ],
)
def test_what_is_more_is_refused_and_nothing_is_written(in_review, editor, field, value, why) -> None:
    versions = in_review.history.count()
    setattr(in_review, field, value)
    with pytest.raises(Refused, match=why):
        save_small_change(record=in_review, by=editor, at=timezone.now(), reason="")
    assert (in_review.history.count(), SmallChange.objects.count()) == (versions, 0)
    assert CountryProfile.objects.get(pk=in_review.pk).status == "in_review"


def test_an_author_without_the_right_to_review_is_refused(in_review, press) -> None:
    with pytest.raises(Refused, match="Only who may review"):
        mend(in_review, press.researcher)


def test_an_author_stays_one(in_review, editor, press) -> None:
    press.researcher.groups.set(editor.groups.all())
    again = User.objects.get(pk=press.researcher.pk)
    mend(in_review, again)
    assert again.pk in authors(in_review)
