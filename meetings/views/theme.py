"""Themes: how the states' positions on one subject developed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime

import django_filters
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, FactKind
from countries.views.coverage import dated_now
from editorial.charts import Chart, Grid, GridCell, GridRow, GridState, Series, bar_chart, grid
from editorial.installation import installation
from editorial.queries.kept import keeping
from editorial.tables import Cell, table_of
from editorial.views.listing import ListColumn, csv_response, listing_of
from editorial.views.parameters import refuse_unknown
from meetings.filters import Once, states
from meetings.models import THEME_OF_ISSUE, ListedPosition, ListedTheme, Stance, Statement, Theme
from meetings.queries.positions import positions, taken_by
from meetings.queries.statements import listed

COLUMNS = (
    ListColumn("date", "Date", ("day", "pk")),
    ListColumn("state", "State"),
    ListColumn("stance", "Position"),
    ListColumn("meeting", "Where"),
)
NOUN = ("position", "positions")
SIGNS: dict[str, GridState] = {
    Stance.SUPPORTS: GridState("Supports", "full", "met"),
    Stance.CALLS_FOR: GridState("Calls for", "full", "party"),
    Stance.FLEXIBLE: GridState("Flexible", "half", "signatory"),
    Stance.CONCERNED: GridState("Concerned", "ring", "due-soon"),
    Stance.OPPOSES: GridState("Opposes", "cross", "overdue"),
    Stance.INFORMS: GridState("Informs", "dash", "quiet"),
    "several": GridState("Several positions", "hatch", "quiet"),
    "": GridState("No position recorded", "blank", "quiet"),
}
MOST_STATES = 60


class ThemePositionFilter(django_filters.FilterSet):
    """State, stance and year of a position."""

    country = django_filters.ChoiceFilter(label="State", method="by_state", empty_label="Any state")
    stance = django_filters.ChoiceFilter(label="Position", choices=Stance.choices, empty_label="Any position")
    year = django_filters.NumberFilter(label="Year", field_name="day__year", min_value=1990, max_value=2100)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.filters["country"].extra["choices"] = Once(states)

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The positions of a state, those included that it takes with others."""
        return taken_by(queryset, Country.objects.get(iso3=value))


def theme_list(request: HttpRequest) -> HttpResponse:
    """Every theme with how many published statements speak to it and how many positions are recorded."""
    kept = keeping()
    on = (Statement.SHOWN_ON,)
    context = {
        "themes": kept.value("themes", lambda: _counted(kept.at), on=on),
        "chart": kept.value("themes by year", lambda: themes_by_year(listed(kept.at).order_by()), on=on),
        "crumbs": [("Meetings", reverse("meetings")), ("Themes", None)],
    }
    return render(request, "meetings/theme_list.html", context)


def _counted(at: datetime) -> list[tuple[Theme, int, int]]:
    """Every theme with its numbers of statements and of positions."""
    visible = listed(at).order_by()
    statements = dict(ListedTheme.objects.filter(listed__in=visible).values_list("theme").annotate(Count("pk")))
    stands = dict(positions(at).order_by().values_list("theme").annotate(Count("pk")))
    return [(theme, statements.get(theme.pk, 0), stands.get(theme.pk, 0)) for theme in Theme.objects.all()]


def themes_by_year(visible: QuerySet) -> Chart | None:
    """Statements per theme and year: the five most frequent themes, the rest together."""
    rows = (
        ListedTheme.objects.filter(listed__in=visible.filter(year__isnull=False))
        .values_list("theme__title", "listed__year")
        .annotate(n=Count("pk"))
        .order_by()
    )
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for title, year, n in rows:
        counts[title][year] += n
    if not counts:
        return None
    ranked = sorted(counts, key=lambda title: (-counts[title].total(), title))
    if len(ranked) > 6:
        rest: Counter[int] = Counter()
        for title in ranked[5:]:
            rest.update(counts.pop(title))
        ranked = [*ranked[:5], "Other themes"]
        counts["Other themes"] = rest
    found = [year for years in counts.values() for year in years]
    span = range(min(found), max(found) + 1)
    return bar_chart(
        unit="statements; one that speaks to several themes counts under each",
        years=span,
        series=[Series(title, [counts[title][year] for year in span]) for title in ranked],
        title="Statements by theme and year",
        source=f"{installation().name}, published statements",
        source_url=reverse("statements"),
    )


def theme_page(request: HttpRequest, slug: str) -> HttpResponse:
    """How positions on a theme developed: a mark for each state and year, then every position in words."""
    at = timezone.now()
    theme = get_object_or_404(Theme, slug=slug)
    filters = ThemePositionFilter(request.GET, queryset=positions(at).filter(theme=theme))
    listing = listing_of(request, filters, COLUMNS, default_sort="-date", noun=NOUN, on=("statements",))
    context = {
        "theme": theme,
        "listing": listing,
        "grid": positions_grid(theme, positions(at).filter(theme=theme)),
        "issues": [issue for issue, slug in THEME_OF_ISSUE.items() if slug == theme.slug],
        "statements": list(listed(at).filter(themes__theme=theme)[:10]),
        "crumbs": [("Meetings", reverse("meetings")), ("Themes", reverse("themes")), (theme.title, None)],
    }
    return render(request, "meetings/theme.html", context, status=listing.status)


def theme_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The positions on a theme as CSV."""
    theme = get_object_or_404(Theme, slug=slug)
    filters = ThemePositionFilter(request.GET, queryset=positions(timezone.now()).filter(theme=theme))
    refuse_unknown(request, filters.form)
    if not filters.is_valid():
        return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)
    columns = FILE | {"Statement": lambda row: request.build_absolute_uri(row.get_absolute_url())}
    table = table_of(f"Positions on {theme.title.lower()}", columns, filters.qs.iterator(chunk_size=500))
    return csv_response(dated_now(table, FactKind.STATEMENTS), f"positions-{theme.slug}")


FILE: dict[str, Callable[[ListedPosition], Cell]] = {
    "Day": lambda row: row.day,
    "State": lambda row: row.holder,
    "With others": lambda row: row.number_of_others or None,
    "Position": lambda row: row.get_stance_display(),
    "In our words": lambda row: row.paraphrase,
    "Quote": lambda row: row.quote,
    "Language": lambda row: row.quote_language,
    "Translation": lambda row: row.translation,
    "Recorded in": lambda row: row.citation,
}


def positions_grid(theme: Theme, rows: QuerySet[ListedPosition]) -> Grid | None:
    """A row a state, a column a year. Two different positions in one year are marked as several."""
    found: dict[tuple[str, str], dict[int, list[ListedPosition]]] = defaultdict(lambda: defaultdict(list))
    for row in (
        rows.select_related(None)
        .select_related("country", "listed")
        .only(
            *("stance", "day", "organisation", "country__name", "country__iso3", "country__slug"),
            *("listed__title", "listed__statement_id", "listed__parties_json"),
        )
    ):
        for name, iso3 in row.states if row.day.year > 1900 else ():
            found[name, iso3][row.day.year].append(row)
    if not found or len(found) > MOST_STATES:
        return None
    years = sorted({year for cells in found.values() for year in cells})
    span = range(years[0], years[-1] + 1)
    return grid(
        corner="State",
        columns=[str(year) for year in span],
        rows=[
            GridRow(name, [_cell(cells.get(year, ())) for year in span], url=f"?country={iso3}#positions")
            for (name, iso3), cells in sorted(found.items())
        ],
        states=list(SIGNS.values()),
        title=f"Positions on {theme.title.lower()}, by state and year",
        source=f"{installation().name}, published statements",
    )


def _cell(rows: Sequence[ListedPosition]) -> GridCell:
    if not rows:
        return GridCell(SIGNS[""])
    stances = {str(row.stance) for row in rows}
    words = "; ".join(sorted({row.listed.title for row in rows}))
    sign = SIGNS[stances.pop() if len(stances) == 1 else "several"]
    return GridCell(sign, words, rows[0].get_absolute_url())
