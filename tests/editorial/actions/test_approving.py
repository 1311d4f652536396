"""An approval binds: what is published is what was approved, or it is not published."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine

from countries.models import Country, CountryProfile, TreatyAction
from editorial.actions.approving import NOT_KEPT, NotAsApproved, as_printed, binding_approval, since_approval
from editorial.actions.publishing import approve, compose_now, publish, review_again, submit
from editorial.models import Approval, Source, recording
from editorial.rules.transitions import Refused
from tests.factories.meetings import make_meeting, make_statement

CITING = "Peru signed.[^1]\n\n[^1]: [@laRepublica-2007-05-29, p. 5].\n"


def bring_to_approval(record, press) -> None:
    submit(record=record, by=press.researcher, reason="Ready")
    approve(record=record, by=press.editor, reason="All notes read")


@pytest.fixture
def approved(press, peru, ban_policy) -> CountryProfile:
    record = press.draft(peru, ban_policy, text=CITING)
    bring_to_approval(record, press)
    return record


def retitle(title: str) -> None:
    source = Source.objects.get(key="laRepublica-2007-05-29")
    with recording(by=None, reason="Title as printed"):
        source.title = title
        source.save()


def test_an_approval_keeps_what_would_be_printed(approved, press) -> None:
    kept = binding_approval(approved)
    assert kept is not None
    assert (kept.by, kept.at) == (press.editor, approved.reviewed_at)
    assert kept.printed == as_printed(compose_now(approved))
    assert "Se eliminarán" in kept.printed["resolved_text"]
    assert {"number", "released_at", "visible_from"}.isdisjoint(kept.printed)


def test_what_is_unchanged_is_published(approved, press) -> None:
    assert publish(record=approved, by=press.publisher, reason="Out").number == 1


def test_a_source_that_changed_after_the_approval_stops_the_publication_until_it_is_approved_again(
    approved, press
) -> None:
    retitle("Todas las bombas")
    versions = approved.history.count()
    with pytest.raises(NotAsApproved) as refusal:
        publish(record=approved, by=press.publisher, reason="Out")
    said = str(refusal.value)
    assert "Source laRepublica-2007-05-29, citation" in said
    assert "Se eliminarán las bombas de racimo" in said.split("became")[0]
    assert "Todas las bombas" in said.split("became")[1]
    assert (approved.releases.count(), approved.history.count()) == (0, versions)

    review_again(record=approved, by=press.publisher, reason="The title of note 1")
    assert (approved.status, approved.reviewed_at, approved.submitted_by) == ("in_review", None, press.researcher)
    version = approved.history.latest()
    assert (version.history_user, version.history_change_reason) == (press.publisher, "The title of note 1")
    (one,) = since_approval(compose_now(approved))
    assert "Todas las bombas" in one.now, "the reviewer is shown exactly the difference"

    approve(record=approved, by=press.editor, reason="Compared with the page")
    assert since_approval(compose_now(approved)) == ()
    release = publish(record=approved, by=press.publisher, reason="Out")
    assert "Todas las bombas" in release.notes_html
    assert Approval.objects.about(approved).count() == 2


def test_an_approval_that_holds_is_not_asked_for_again(approved, press) -> None:
    with pytest.raises(Refused, match="still what would be published"):
        review_again(record=approved, by=press.publisher, reason="To be sure")
    assert approved.reviewed_by == press.editor


def test_what_was_approved_before_approvals_were_kept_is_approved_again(approved, press) -> None:
    Approval.objects.about(approved)._raw_delete("default")
    with pytest.raises(NotAsApproved, match="before this site kept"):
        publish(record=approved, by=press.publisher, reason="Out")
    assert since_approval(compose_now(approved)) == (NOT_KEPT,)
    review_again(record=approved, by=press.editor, reason="From before")
    assert since_approval(compose_now(approved)) == ()


def test_the_approval_of_a_release_says_nothing_of_its_correction(approved, press) -> None:
    publish(record=approved, by=press.publisher, reason="Out")
    press.change(approved, lead="Another lead.")
    assert binding_approval(approved) is None
    assert since_approval(compose_now(approved)) == ()


def test_names_beside_a_statement_are_approved_with_it(press, peru) -> None:
    meeting = make_meeting("oslo", name="Oslo Conference")
    statement = make_statement(parties=[(peru, "deliverer")], meeting=meeting)
    bring_to_approval(statement, press)
    with recording(by=None, reason="The whole name"):
        meeting.name = "Oslo Signing Conference"
        meeting.save()
    with pytest.raises(NotAsApproved, match=r"Meeting: .*Oslo Conference.* became .*Oslo Signing Conference"):
        publish(record=statement, by=press.publisher, reason="Out")


class TestFacts:
    """What is computed beside a text: another day alone refuses nothing, another sentence does."""

    pytestmark = pytest.mark.usefixtures("world")
    MARCH = datetime(2010, 3, 1, 12, tzinfo=UTC)

    @pytest.fixture
    def approved(self, press, ban_policy) -> CountryProfile:
        with time_machine.travel(self.MARCH, tick=False):
            record = press.draft(Country.objects.get(iso3="PER"), ban_policy)
            bring_to_approval(record, press)
        return record

    def test_they_are_kept_with_the_approval(self, approved) -> None:
        kept = binding_approval(approved)
        assert kept is not None
        assert {fact["as_of"] for fact in kept.printed["facts"]} == {"2010-03-01"}
        said = {fact["label"]: fact["value"] for fact in kept.printed["facts"]}
        assert said["Convention on Cluster Munitions"].endswith("has not ratified as of 1 March 2010.")

    def test_a_later_day_alone_refuses_nothing_and_the_release_names_its_own(self, approved, press) -> None:
        with time_machine.travel(datetime(2010, 4, 20, 12, tzinfo=UTC), tick=False):
            release = publish(record=approved, by=press.publisher, reason="Out")
        assert {fact["as_of"] for fact in release.facts} == {"2010-04-20"}
        said = {fact["label"]: fact["value"] for fact in release.facts}
        assert said["Convention on Cluster Munitions"].endswith("has not ratified as of 20 April 2010.")

    def test_an_act_corrected_after_the_approval_stops_the_publication(self, approved, press) -> None:
        act = TreatyAction.objects.filter(country__iso3="PER", treaty__slug="ccm", kind="signature").get()
        with recording(by=None, reason="Made for a test"):
            act.date = "2008-12-04"
            act.save()
        with (
            time_machine.travel(self.MARCH, tick=False),
            pytest.raises(
                NotAsApproved, match=r"Convention on Cluster Munitions: .*3 December 2008.* became .*4 Dec"
            ),
        ):
            publish(record=approved, by=press.publisher, reason="Out")

    def test_what_the_calendar_alone_makes_another_sentence_is_read_again(self, approved, press) -> None:
        """Peru ratified on 26 September 2012: by then nobody has read that it did."""
        with (
            time_machine.travel(datetime(2012, 10, 1, 12, tzinfo=UTC), tick=False),
            pytest.raises(NotAsApproved, match=r"has not ratified .* became .*ratified on 26 September 2012"),
        ):
            publish(record=approved, by=press.publisher, reason="Out")
