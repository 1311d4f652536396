"""What is proposed, in the lists of the desk: a column beside what is confirmed, and the new records above it.

A list never shows proposed values in the place of confirmed ones: it is read by many, and one query must do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from editorial.models import ChangeRow, ChangeSet, FourEyes, RowKind, Tracked, access, four_eyes_of, parts_of

from .proposals import Proposals, address_of
from .record_pages import signed_in


class ProposedInLists(Proposals):
    """Asks once a request which open sets touch the table or its parts."""

    def get_list_display(self, request: HttpRequest) -> list[str | Callable[[Any], str | bool]]:
        columns = list(super().get_list_display(request))
        waiting = {row.whole_id: row.change_set for row in self._proposed_here(request) if not _is_new(row)}
        return [*columns, _column(waiting)] if waiting else columns

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        new = [
            (row.label, address_of(row.change_set), row.change_set)
            for row in self._proposed_here(request)
            if _is_new(row)
        ]
        return super().changelist_view(request, {"proposed_new": new, **(extra_context or {})})

    def _proposed_here(self, request: HttpRequest) -> list[ChangeRow]:
        """The rows of open sets in this table or its parts, of those that the person may see."""
        kept = f"_proposed_in_{self.opts.label_lower}"
        if not hasattr(request, kept):
            setattr(request, kept, self._asked(request))
        found: list[ChangeRow] = getattr(request, kept)
        return found

    def _asked(self, request: HttpRequest) -> list[ChangeRow]:
        if four_eyes_of(self.model) is not FourEyes.CHANGE_SET:
            return []
        own: type[Tracked] = self.model
        tables = [model._meta.label_lower for model in (own, *(part.model for part in parts_of(own)))]
        seen = access.accessible(ChangeSet.objects.open(), signed_in(request))
        rows = ChangeRow.objects.filter(change_set__in=seen, table__in=tables)
        return list(rows.select_related("change_set__proposed_by").order_by("change_set__proposed_at", "order"))


def _is_new(row: ChangeRow) -> bool:
    """A record that the set would make; a new part belongs to the record that it is a part of."""
    return row.kind == RowKind.CREATED and row.row_id == row.whole_id


def _column(waiting: dict[UUID, ChangeSet]) -> Callable[[Tracked], str]:
    @admin.display(description="Proposed", empty_value="")
    def proposed(record: Tracked) -> str:
        made = waiting.get(record.public_id)
        if made is None:
            return ""
        said = f"by {made.proposed_by}"
        return format_html(
            '<a class="status is-open" href="{}" title="{}">{}</a>', address_of(made), made.title, said
        )

    return proposed
