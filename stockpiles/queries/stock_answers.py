"""What readers are told of a state's stocks and duties that a change of facts may change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone

from countries.models import Country
from editorial.models import ChangeRow
from stockpiles.rules.flow import Flow, Unit

from .dossier import Dossier, dossier


def stock_answers(rows: Iterable[ChangeRow]) -> dict[str, str]:
    """For each state whose acts or stock facts change: every sum of its ledger, and every duty with its day."""
    about = {
        subject
        for row in rows
        if row.table.startswith("stockpiles.") or row.table == "countries.treatyaction"
        for subject in (row.subject_id, row.former_subject_id)
        if subject is not None
    }
    today, found = timezone.localdate(), dict[str, str]()
    for country in Country.objects.filter(public_id__in=about).order_by("name"):
        page = dossier(country, as_of=today)
        found |= {f"{country.name}: {name}": words for name, words in (*_sums(page), *_duties(page))}
    return found


def _sums(page: Dossier) -> Iterator[tuple[str, str]]:
    if page.stock is None:
        return
    for unit in Unit:
        for flow in Flow:
            if (quantity := page.stock.quantity(flow, unit)) is not None:
                yield f"{unit} {flow}", str(quantity)
        if (left := page.stock.remaining(unit)) is not None:
            yield f"{unit} left", str(left)


def _duties(page: Dossier) -> Iterator[tuple[str, str]]:
    destruction = (page.destruction,) if page.destruction else ()
    for duty in (*destruction, *page.clearances, *page.unrecorded):
        day = str(duty.deadline) if duty.deadline is not None else "no day"
        yield duty.name, f"{duty.standing.words}. {day}"
