"""The doors of the desk through which facts change: what a person saves there is proposed, and a second confirms it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import Any, TypeVar

from django.conf import settings
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import capture, propose
from editorial.models import Change, ChangeSet, FourEyes, Tracked, four_eyes_of, recording
from editorial.models.guard import at_the_door
from editorial.queries.unsourced_rows import unsourced_rows
from editorial.rules.transitions import Refused

from .record_pages import RecordPages, signed_in

T = TypeVar("T")
NO_SOURCE = "It names no source. Nobody can confirm it until it does: go on with it, and name the document."


def address_of(change_set: ChangeSet) -> str:
    """The page on which a second person reads it."""
    return reverse("admin:editorial_changeset_change", args=[change_set.pk])


class Proposals(RecordPages):
    """Saving, deleting and bringing back at the desk: written at once, or kept as a change set."""

    def proposes(self, record: Tracked | None) -> bool:
        """Whether what is done to a record (None: to add one) waits for a second person."""
        if four_eyes_of(self.model) is not FourEyes.CHANGE_SET:
            return False
        return record is not None or not self.model.NEW_IS_UNSEEN

    def own_proposal(self, request: HttpRequest, record: Tracked) -> ChangeSet | None:
        """The open set of this person that touches the record: what they see and go on with in its form."""
        return self.proposals_on(record).filter(authors=signed_in(request)).order_by("pk").first()

    def proposals_on(self, record: Tracked) -> QuerySet[ChangeSet]:
        """The open sets that touch a record, whoever proposed them."""
        found: QuerySet[ChangeSet] = ChangeSet.objects.open().touching(record).select_related("proposed_by")
        return found if self.proposes(record) else found.none()

    def carried_out(
        self,
        request: HttpRequest,
        act: Callable[[], T],
        *,
        record: Tracked | None,
        reason: str,
        public_note: str = "",
        onward: Callable[[ChangeSet], HttpResponse],
        amending: ChangeSet | None = None,
    ) -> T | HttpResponse:
        """Do what was posted: one change with its words or nothing, or a proposal of it.

        The proposal goes on with ``amending`` where it is given, else with this person's own on the record, if any.
        Answers with what the act answered where nothing waits for anybody, also where it wrote nothing (a form that
        was refused); else with ``onward``. A team of one confirms at once; what cannot be confirmed stays proposed.
        """
        by = signed_in(request)
        if amending is None and not self.proposes(record):
            is_unseen_fact = four_eyes_of(self.model) is FourEyes.CHANGE_SET
            door = at_the_door() if is_unseen_fact else nullcontext()
            with door, transaction.atomic(), recording(by=by, reason=reason, public_note=public_note):
                return act()
        said = list(messages.get_messages(request))
        if amending is None and record is not None:
            amending = self.own_proposal(request, record)
        kept = propose(_complete(act), by=by, reason=reason, public_note=public_note, amending=amending)
        told = list(messages.get_messages(request))
        made = kept.change_set
        if made is None:
            _say_again(request, [*said, *told])
            return kept.answer
        _say_again(request, [*said, *(one for one in told if one.level >= messages.WARNING)])
        if not settings.MONITOR_REVIEWER_MUST_DIFFER and self._confirmed_alone(request, made):
            _say_again(request, [one for one in told if one.level < messages.WARNING])
            return kept.answer
        self.message_user(request, _proposed(made), messages.SUCCESS)
        if unsourced_rows(made.rows.all()):
            self.message_user(request, NO_SOURCE, messages.WARNING)
        return onward(made)

    def _confirmed_alone(self, request: HttpRequest, made: ChangeSet) -> bool:
        """Confirmed by who proposed it, in a team of one; where a rule stands against it, it says so and stays proposed."""
        try:
            confirm(change_set=made, by=signed_in(request), read=fingerprint(made))
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return False
        return True

    def seen_as_proposed(self, own: ChangeSet, page: Callable[[], T]) -> T:
        """A page of the desk as it would be if the set were confirmed. Raises Conflicts where it fits no longer."""
        by = own.proposed_by
        answer, _ = capture(_complete(page), Change(by, own.reason, own.public_note), first=list(own.rows.all()))
        return answer


def _complete(act: Callable[[], T]) -> Callable[[], T]:
    """The act, with its page made while what it shows is there."""

    def carried() -> T:
        answer: Any = act()
        if not getattr(answer, "is_rendered", True):
            answer = answer.render()
        return answer

    return carried


def _say_again(request: HttpRequest, told: Iterable[Message]) -> None:
    for one in told:
        messages.add_message(request, one.level, one.message, extra_tags=one.extra_tags)


def _proposed(made: ChangeSet) -> str:
    words = "Proposed. Readers see it once a second person has confirmed it:"
    return format_html('{} <a href="{}">{}</a>', words, address_of(made), made.title)
