"""Search over everything published: states and their stocks, deadlines, treaties, profiles, statements, sources …"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from countries.models import Country
from editorial.search import Facet, SearchPage, SearchRequest, find, kinds
from editorial.views.listing import address, counted, page_or_part

PAGE_SIZE = 20
LAST_PAGE = 50
LONGEST = 1000


@dataclass(frozen=True)
class Choice:
    """A facet as the page shows it: its words, how many, and the address that narrows (or widens) by it."""

    words: str
    count: int
    url: str
    is_chosen: bool


def site_search(request: HttpRequest) -> HttpResponse:
    """The question stays in the address; kind and state narrow the answer; nothing typed fails."""
    typed = request.GET.get("q", "")[:LONGEST].replace("\x00", " ")
    kind = request.GET.get("kind", "")
    state = request.GET.get("country", "")[:80].replace("\x00", "")
    labels = {name: entry.label for name, entry in kinds().items()}
    number = _page_number(request.GET.get("page", ""))
    asked = SearchRequest(
        typed=typed,
        at=timezone.now(),
        kind=kind if kind in labels else "",
        state=state,
        offset=(number - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    answer = find(asked)
    context = {
        "typed": typed,
        "answer": answer,
        "hits": [(labels[hit.kind], hit) for hit in answer.hits],
        "count": _count(answer),
        "kinds": _choices(request, "kind", asked.kind, _in_order(answer.kinds, labels), labels),
        "states": _choices(request, "country", asked.state, answer.states, _names(answer.states, state)),
        "kind": asked.kind,
        "state": state,
        "previous_url": address(request, page=str(number - 1) if number > 2 else None) if number > 1 else "",
        "next_url": address(request, page=str(number + 1)) if answer.total > number * PAGE_SIZE else "",
        "crumbs": [("Search", None)],
    }
    return page_or_part(request, context, page="pages/search.html", part="pages/_search_results.html")


def _page_number(given: str) -> int:
    return min(max(int(given), 1), LAST_PAGE) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def _count(answer: SearchPage) -> str:
    if answer.more_than_counted:
        return f"More than {answer.total:,} pages"
    return counted(answer.total, ("page", "pages"))


def _in_order(found: tuple[Facet, ...], labels: dict[str, str]) -> tuple[Facet, ...]:
    """States first, sources last: the order never jumps while one types."""
    return tuple(sorted(found, key=lambda facet: list(labels).index(facet.value)))


def _names(states: tuple[Facet, ...], chosen: str) -> dict[str, str]:
    wanted = {facet.value for facet in states} | {chosen}
    rows = Country.objects.filter(iso3__in=wanted) | Country.objects.filter(iso3=None, slug__in=wanted)
    return {row.key: row.name for row in rows.only("iso3", "slug", "name")}


def _choices(
    request: HttpRequest, name: str, chosen: str, facets: tuple[Facet, ...], words: dict[str, str]
) -> list[Choice]:
    rows = list(facets)
    if chosen and chosen not in {facet.value for facet in rows}:
        rows.append(Facet(chosen, 0))
    return [
        Choice(
            words=words.get(facet.value, facet.value),
            count=facet.count,
            url=address(request, **{name: None if facet.value == chosen else facet.value, "page": None}),
            is_chosen=facet.value == chosen,
        )
        for facet in rows
    ]
