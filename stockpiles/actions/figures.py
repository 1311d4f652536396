"""Saying which of several figures counts."""

from __future__ import annotations

from django.db import transaction

from editorial.models import Rank, User, recording
from stockpiles.models import Figures
from stockpiles.queries.figures import figures


@transaction.atomic
def prefer_figure(*, figure: Figures, because: str, by: User, reason: str, public_note: str = "") -> list[Figures]:
    """Use this figure in sums and ledger; ``because`` is what readers are told. Returns the records changed.

    Another figure on the same stock or period that was preferred before becomes a normal one: it stays beside this
    one for every reader. Raises ValueError without a reason for readers.
    """
    if not because.strip():
        raise ValueError("Say why this figure counts; readers see it.")
    preferred = [row for row in figures(countries=[figure.country_id]) if row.rank == Rank.PREFERRED]
    others = [row for row in preferred if row != figure and row.subject == figure.subject]
    with recording(by=by, reason=reason, public_note=public_note):
        changed = [_ranked(type(row)._default_manager.get(pk=row.pk), Rank.NORMAL, "") for row in others]
        return [*changed, _ranked(figure, Rank.PREFERRED, because.strip())]


def _ranked(figure: Figures, rank: Rank, reason: str) -> Figures:
    figure.rank, figure.rank_reason = rank, reason
    figure.save()
    return figure
