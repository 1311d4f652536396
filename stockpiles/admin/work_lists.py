"""What waits to be looked at: reports that are due, and records that contradict one another."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone

from countries.queries.access import countries_open_to
from editorial.admin.record_pages import RecordPages, signed_in
from stockpiles.queries.contradictions import Contradiction, contradictions
from stockpiles.queries.duty import Duty
from stockpiles.queries.records import Records
from stockpiles.queries.reports import reports_due_not_received


class ReportsDuePages(RecordPages):
    """Adds the work list "reports due, not received" to the reports."""

    def get_urls(self) -> list[URLPattern]:
        return [self.page_path("due/", self.due_view, "due"), *super().get_urls()]

    def due_view(self, request: HttpRequest) -> HttpResponse:
        """First reports and those of the last year due that are not on record, oldest first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self._context(request, "Reports due, not received"),
            "duties": missing_reports(request),
            "may_add": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/stockpiles/reports_due.html", context)


class ContradictionPages(RecordPages):
    """Adds the page of everything that does not fit to the stocks."""

    def get_urls(self) -> list[URLPattern]:
        own = self.page_path("contradictions/", self.contradictions_view, "contradictions")
        return [own, *super().get_urls()]

    def contradictions_view(self, request: HttpRequest) -> HttpResponse:
        """What waits for an editor first, then what one has decided. Nothing is smoothed over."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = what_does_not_fit(request)
        context = {
            **self._context(request, "Contradictions"),
            "waiting": [one for one in found if not one.is_decided],
            "decided": [one for one in found if one.is_decided],
        }
        return TemplateResponse(request, "admin/stockpiles/contradictions.html", context)


def missing_reports(request: HttpRequest, records: Records | None = None) -> list[Duty]:
    """The reports that are due and not on record, of the states that the person may work on."""
    mine, today = _states_of(request), timezone.localdate()
    return [duty for duty in reports_due_not_received(as_of=today, records=records) if duty.country.pk in mine]


def what_does_not_fit(request: HttpRequest, records: Records | None = None) -> list[Contradiction]:
    """The contradictions on the states that the person may work on, undecided ones first."""
    mine, today = _states_of(request), timezone.localdate()
    return [one for one in contradictions(as_of=today, records=records) if one.country.pk in mine]


def _states_of(request: HttpRequest) -> set[int]:
    """The states that the person may work on."""
    return set(countries_open_to(signed_in(request)).values_list("pk", flat=True))
