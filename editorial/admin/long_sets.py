"""Change sets of thousands of rows: read page by page, and confirmed in the background."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from editorial.actions.jobs import ask_for
from editorial.importing.confirming_many import MANY
from editorial.models import ChangeRow, ChangeSet, Job, User

ON_A_PAGE = 200  # rows


@dataclass(frozen=True)
class ShownPart:
    """The rows of a set that one page shows. ``page`` is None where that is all of them."""

    rows: list[ChangeRow]
    number: int
    """Rows of the whole set."""
    page: Page[ChangeRow] | None = None


def is_many(proposed: ChangeSet) -> bool:
    """Whether a set is too long to be shown at once and to be written while a person waits."""
    return proposed.rows.count() > MANY


def part_of(request: HttpRequest, proposed: ChangeSet) -> ShownPart:
    """What the address asks for: ?page=3 of a long set, all of any other."""
    rows = list(proposed.rows.all()) if not is_many(proposed) else []
    if rows:
        return ShownPart(rows, len(rows))
    page = Paginator(proposed.rows.all(), ON_A_PAGE).get_page(request.GET.get("page"))
    return ShownPart(list(page.object_list), page.paginator.count, page)


def ask_to_confirm(proposed: ChangeSet, *, by: User, read: str, words: str, asked_from: str) -> Job:
    """Have a long set confirmed in the background. Raises Refused where too much waits."""
    given = {"change_set": proposed.pk, "read": read, "words": words}
    title = f"Confirm {proposed.rows.count():,} rows: {proposed}"
    return ask_for("confirm", title=title, by=by, given=given, asked_from=asked_from)
