"""Requests for more time, at the desk: the form shows the deadline that follows and what else it moves."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone

from editorial.admin.preview import PreviewAdmin
from editorial.admin.tracked import TrackedInline
from stockpiles.importing.extension_request import EXTENSION_REQUESTS
from stockpiles.models import (
    Article,
    CompletionDeclaration,
    ExtensionBenchmark,
    ExtensionRequest,
    ExtensionRequestVersion,
)
from stockpiles.queries.bound import bound_state
from stockpiles.queries.duty import Duty
from stockpiles.queries.records import Records
from stockpiles.queries.state_duties import clearance_duty, destruction_duty

from .claims import CERTAINTY, SOURCES, ClaimAdmin


class VersionInline(TrackedInline):
    model = ExtensionRequestVersion
    autocomplete_fields = ("document",)
    verbose_name = "version as filed"
    verbose_name_plural = "versions as filed"


class BenchmarkInline(TrackedInline):
    model = ExtensionBenchmark
    verbose_name = "benchmark"
    verbose_name_plural = "benchmarks"


@admin.register(ExtensionRequest)
class ExtensionRequestAdmin(PreviewAdmin, ClaimAdmin):
    sheet = EXTENSION_REQUESTS
    follows_template = "admin/stockpiles/_deadline.html"
    follows_button = "Show the deadline this leads to"
    list_display = (
        "country",
        "article",
        "number",
        "outcome",
        "evidence",
        "requested_on",
        "decided_on",
        "granted_until",
    )
    list_filter = ("article", "outcome", "procedure", "evidence")
    autocomplete_fields = ("country", "obligation")
    inlines = (VersionInline, BenchmarkInline)
    sections = (
        (None, {"fields": ["country", ("article", "number"), "obligation"]}),
        ("Asked", {"fields": [("requested_on", "months_requested", "requested_until")]}),
        (
            "Decided",
            {
                "fields": [
                    ("outcome", "evidence", "procedure"),
                    ("decided_on", "decided_at"),
                    "decided_at_text",
                    ("months_granted", "granted_until"),
                ],
                "description": "Only what a source says: what it leaves open stays unknown. The date counts; months "
                "only explain it, and where the two disagree, the date prevails.",
            },
        ),
        SOURCES,
        CERTAINTY,
    )

    def what_follows(self, record: ExtensionRequest, stored: ExtensionRequest | None) -> dict[str, object]:
        return {
            "country": record.country,
            "before": self.duty_with(record, counted=False),
            "after": self.duty_with(record, counted=True),
            "later": self.later_requests(record),
            "decided_together": self.decided_together(record),
        }

    def duty_with(self, record: ExtensionRequest, *, counted: bool) -> Duty | None:
        """The duty with this request as it stands in the form, or without it."""
        today = timezone.localdate()
        bound = bound_state(record.country, as_of=today)
        if bound is None or (record.article == Article.CLEARANCE and record.obligation is None):
            return None
        same = ExtensionRequest.objects.current().filter(**_duty_of(record))
        requests = [request for request in same.in_order() if request.pk != record.pk]
        if counted:
            requests = sorted([*requests, record], key=lambda request: (request.number, request.pk or 0))
        ended = CompletionDeclaration.objects.filter(**_duty_of(record))
        if record.obligation is not None:
            return clearance_duty(bound, record.obligation, requests, list(ended), Records(today))
        return destruction_duty(bound, requests, list(ended), Records(today), book=None, denial=None)

    def later_requests(self, record: ExtensionRequest) -> list[ExtensionRequest]:
        """Requests that extend this one: their starting point moves with it."""
        same = ExtensionRequest.objects.current().filter(**_duty_of(record), number__gt=record.number)
        return list(same.exclude(pk=record.pk).select_related("country").in_order())

    def decided_together(self, record: ExtensionRequest) -> list[ExtensionRequest]:
        """Requests of other states on which the same meeting decided: their records may need the same change."""
        if record.decided_at_id is None:
            return []
        others = ExtensionRequest.objects.current().filter(decided_at=record.decided_at_id)
        return list(others.exclude(country=record.country).select_related("country").in_order())

    def say_what_follows(self, request: HttpRequest, record: ExtensionRequest) -> None:
        duty = self.duty_with(record, counted=True)
        if duty is None or duty.chain is None:
            return
        self.message_user(
            request, f"{record.country}: {duty.chain.deadline.arithmetic} {duty.outlook.arithmetic}", messages.INFO
        )
        for remark in duty.chain.remarks:
            self.message_user(request, remark, messages.WARNING)


def _duty_of(record: ExtensionRequest) -> dict[str, Any]:
    """What requests and completions of the same duty have in common."""
    return {"country": record.country, "article": record.article, "obligation": record.obligation}
