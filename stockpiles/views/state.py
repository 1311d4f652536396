"""One state's stocks on one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from countries.models import Country
from countries.queries.coverage import coverage_of, record
from editorial.queries.kept import keeping
from editorial.tables import dated
from editorial.views.listing import file_response
from stockpiles.charts.deadlines import deadline_timeline
from stockpiles.charts.destruction import destruction_by_year
from stockpiles.charts.programmes import programme_timeline
from stockpiles.models import RetentionRecord
from stockpiles.queries.dossier import Dossier, kept_dossier
from stockpiles.queries.records import SHOWN, STOCKS, Records
from stockpiles.queries.sentence import lead_sentence
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity
from stockpiles.tables.dossier import dossier_table


def state_page(request: HttpRequest, country: str, ending: str = "") -> HttpResponseBase:
    """Figures side by side, ledger, destruction, deadlines, completion, programme and reports, each with sources.

    As a file: every record of the state.
    """
    kept, state = keeping(), get_object_or_404(Country, slug=country)
    when = record(kept).asked(None, today=timezone.localdate(), about=STOCKS)
    story = kept_dossier(state, Records(when.day, kept))
    if ending:
        return file_response(dated(dossier_table(story), when), f"stockpiles-{state.slug}", ending)
    today = when.day
    page = reverse("stockpile", args=[state.slug])
    csv_url = reverse("stockpile_csv", args=[state.slug])
    programmes = [
        (one, programme_timeline(one, duty=story.destruction, today=today, source_url=f"{page}#programme"))
        for one in story.programmes
    ]
    clearances = [
        (duty, deadline_timeline(duty, today=today, source_url=f"{page}#article-4") if duty.is_extended else None)
        for duty in story.clearances
    ]
    context = {
        "story": story,
        "asked": when,
        "lead": lead_sentence(story),
        "sums": _sums(story),
        "destruction_charts": destruction_by_year(story, source_url=f"{page}#destruction", csv_url=csv_url),
        "deadline_chart": deadline_timeline(story.destruction, today=today, source_url=f"{page}#article-3")
        if story.destruction
        else None,
        "programmes": programmes,
        "clearances": clearances,
        "csv_url": csv_url,
        "xlsx_url": reverse("stockpile_xlsx", args=[state.slug]),
        "gaps": coverage_of(*SHOWN, kept=kept),
        "entries": _entries(story),
        "crumbs": [("Stockpiles", "/stockpiles/"), (state.name, None)],
    }
    return render(request, "stockpiles/state.html", context)


class Glance(NamedTuple):
    """One figure at a glance: munitions and submunitions beside each other, and what stands below."""

    term: str
    munitions: Quantity | None
    submunitions: Quantity | None
    anchor: str
    basis: str


def _sums(story: Dossier) -> list[Glance]:
    if story.stock is None:
        return []
    found = []
    for term, flow, anchor in (
        ("Declared", Flow.OPENING, "figures"),
        ("Destroyed", Flow.DESTROYED, "destruction"),
        ("Retained for training", Flow.RETAINED, "retained"),
    ):
        munitions, submunitions = quantities = [story.stock.quantity(flow, unit) for unit in Unit]
        found.append(Glance(term, munitions, submunitions, anchor, _basis(story, flow, quantities)))
    if story.stock.completed or story.stock.has(Flow.OPENING):
        # Without a stock on record nobody asks here what is left of it.
        munitions, submunitions = [story.stock.remaining(unit) for unit in Unit]
        done = "completion declared" if story.stock.completed else ""
        found.append(Glance("Left to destroy", munitions, submunitions, "ledger", done))
    return [one for one in found if one.munitions or one.submunitions]


def _basis(story: Dossier, flow: Flow, quantities: Sequence[Quantity | None]) -> str:
    """What stands below a figure: what a part lacks, and of when the newest figure for what is retained is."""
    if flow is Flow.DESTROYED:
        return _what_lacks(story, quantities)
    if flow is not Flow.RETAINED:
        return ""
    used = [shown.record for shown in story.retained if shown.is_used]
    newest = max(used, key=lambda record: _latest(record), default=None)
    if newest is None:
        return ""
    words = [newest.about_in_words, newest.made_in_words]
    if story.used_up:
        words.append("less what of it was destroyed later")
    return ", ".join(word for word in words if word)


def _latest(record: RetentionRecord) -> date:
    """The last day that a figure can speak of; undated ones first."""
    when = record.as_of or record.made_on
    return when.latest if when is not None else date.min


def _what_lacks(story: Dossier, destroyed: Sequence[Quantity | None]) -> str:
    """Beside a part: that the total is not on record, and of which unit; where no number is, that none is given."""
    partial = [unit for unit, q in zip(Unit, destroyed, strict=True) if q is not None and q.is_partial]
    if all(q is not None and not q.is_known for q in destroyed):
        return "destroyed, a source says, and not how many"
    if not partial:
        return ""
    of_unit = f" of {partial[0].value}" if len(partial) == 1 else ""
    done = story.stock is not None and story.stock.completed
    return f"on record; the total{of_unit} is not on record" + ("; completion declared" if done else "")


def _entries(story: Dossier) -> list[dict[str, str]]:
    """The contents list, without parts that have nothing to say."""
    parts = [
        ("glance", "At a glance", True),
        ("figures", "Figures of the stock", bool(story.holdings or story.moved)),
        ("ledger", "Ledger", bool(story.ledger_rows)),
        ("destruction", "Destruction", bool(story.destroyed)),
        ("retained", "Retained for training", bool(story.retained or story.used_up)),
        ("article-3", "Deadline and extensions", story.destruction is not None),
        ("completion", "Completion", bool(story.completions)),
        ("programme", "Programme", bool(story.programmes)),
        ("article-4", "Clearance", bool(story.clearances)),
        ("article-7", "Reports", bool(story.reports)),
        ("activities", "Use, production and trade", bool(story.activities)),
        ("not-recorded", "What is not recorded here", True),
    ]
    return [{"anchor": anchor, "title": title} for anchor, title, is_there in parts if is_there]
