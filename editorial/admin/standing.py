"""Where a record stands on its way to the public, in the words of the desk: for its form and for lists."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django.contrib.admin.views.main import ChangeList
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from editorial.models import Publishable, Status, Tracked, release_relation
from editorial.models.citation_use import researched_fields
from editorial.rules.calendar import day_and_time

from .problem_counts import problem_counts, with_digest
from .versions import newest_versions


class PublishableList(ChangeList):
    """A list with the newest change and the number of problems of each row shown, in a fixed number of queries.

    The database puts rows in order without their texts; what is computed from them is asked for the page's own rows.
    """

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        return super().get_queryset(request, exclude_parameters).defer(*researched_fields(self.model))

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        pks = [row.pk for row in rows]
        newest = newest_versions(cast(type[Tracked], self.model), pks)
        shown = with_moment(with_digest(self.model._base_manager.filter(pk__in=pks))).order_by()
        computed = {pk: more for pk, *more in shown.values_list("pk", "text_digest", "newest_from")}
        for row in rows:
            row.newest_version = newest.get(row.pk)
            row.text_digest, row.newest_from = computed[row.pk]
        counts = problem_counts(rows)
        for row in rows:
            row.problem_count = counts.get(row.pk, 0)
        self.result_list = rows


def sent_back(record: Publishable) -> Any | None:
    """The version by which a reviewer sent this draft back, with the reason; None where nobody did."""
    if record.status != Status.DRAFT:
        return None
    order = ("history_date", "history_id")
    reviewed = record.history.filter(status=Status.IN_REVIEW).order_by(*(f"-{name}" for name in order)).first()
    if reviewed is None:
        return None
    later = Q(history_date__gt=reviewed.history_date)
    later |= Q(history_date=reviewed.history_date, history_id__gt=reviewed.history_id)
    following = record.history.filter(later).select_related("history_user").order_by(*order).first()
    # an author who goes on writing takes it back themselves
    by_reviewer = following is not None and following.history_user_id not in (None, reviewed.submitted_by_id)
    return following if by_reviewer and following.status == Status.DRAFT else None


def with_moment(records: QuerySet[Any]) -> QuerySet[Any]:
    """Each with the moment from which readers see its newest release, so that a list asks once for all its rows."""
    relation = release_relation(records.model)
    newest = relation.related_model.objects.not_withdrawn().filter(**{relation.field.name: OuterRef("pk")})
    return records.annotate(newest_from=Subquery(newest.order_by("-number").values("visible_from")[:1]))


def waits_until(record: Any) -> datetime | None:
    """The moment at which the embargo of what was published ends, where that lies ahead."""
    now = timezone.now()
    if record.status != Status.PUBLISHED:
        return None
    if hasattr(record, "newest_from"):
        moment: datetime | None = record.newest_from
    else:
        waiting = record.waiting_release(now)
        moment = waiting.visible_from if waiting else None
    return moment if moment is not None and moment > now else None


def chip(record: Publishable) -> str:
    """The kind of chip that its words stand in."""
    return "waiting" if waits_until(record) else str(record.status)


def standing_words(record: Publishable) -> str:
    """Where the working copy stands, in the words of the desk."""
    if until := waits_until(record):
        return f"Waits until {day_and_time(until)}"
    if record.status == Status.IN_REVIEW and record.reviewed_at:
        return "Approved"
    if record.status == Status.DRAFT and record.published_at and not record.is_withdrawn:
        return "Draft of a correction"
    return str(record.get_status_display())


def since(record: Any) -> tuple[Any, datetime | None]:
    """Who brought the record to where it stands, and when; for a draft, who changed it last."""
    if record.status == Status.IN_REVIEW:
        if record.reviewed_at:
            return record.reviewed_by, record.reviewed_at
        return record.submitted_by, record.submitted_at
    if record.status == Status.PUBLISHED:
        return record.published_by, record.published_at
    if record.status == Status.WITHDRAWN:
        return record.withdrawn_by, record.withdrawn_at
    version = record.newest_version
    return (version.history_user, version.history_date) if version else (None, None)
