"""The source library as readers see it: what the published pages rest on, and where each source is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, cast

import django_filters
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from editorial.models import Source, SourceKind
from editorial.models.source import SourceQuerySet
from editorial.queries import public_sources, sources_seen
from editorial.queries.where_used import parts_of_the_site, places_citing, records_naming
from editorial.rules.explained import shown as in_words
from editorial.tables import Cell, table_of
from editorial.views.addresses import addresses
from editorial.views.listing import ListColumn, csv_response, listing_of
from editorial.views.parameters import refuse_unknown

COLUMNS = (
    ListColumn("key", "Source, by key", ("folded_key", "key")),
    ListColumn("kind", "Kind"),
    ListColumn("date", "Date"),
)
NOUN = ("source", "sources")
CELLS: Mapping[str, Callable[[Source], Cell]] = {
    "Key": lambda source: source.key,
    "Kind": lambda source: source.get_kind_display(),
    "Citation": lambda source: source.line(),
    "Title": lambda source: source.title,
    "English title": lambda source: source.english_title,
    "UN symbol": lambda source: source.un_symbol,
    "Document date": lambda source: source.document_date.iso if source.document_date else "",
    "Address": lambda source: source.url,
    "Publisher": lambda source: source.publisher,
    "To be checked": lambda source: source.to_be_checked,
    "Compared on": lambda source: source.compared_on,
}
"""The columns of the list as a file."""


class ShownSource(NamedTuple):
    """A source as the list shows it, in words; "" where there is nothing to say."""

    url: str
    line: str
    key: str
    kind: str
    date: str
    to_be_checked: str


class SourceListFilter(django_filters.FilterSet):
    """What the list of sources can be narrowed by."""

    q = django_filters.CharFilter(label="Words in title, publisher or symbol", method="with_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=SourceKind.choices, empty_label="Any kind")
    to_be_checked = django_filters.ChoiceFilter(
        label="Compared with the document",
        choices=(("true", "To be checked"), ("false", "Compared")),
        empty_label="Either",
        method="compared_or_not",
    )

    class Meta:
        model = Source
        fields = ("q", "kind", "to_be_checked")

    def compared_or_not(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Those that are still to be checked, or those that somebody has compared."""
        return queryset.filter(to_be_checked=value == "true")

    def with_words(self, queryset: SourceQuerySet, name: str, value: str) -> SourceQuerySet:
        return queryset.with_words(value)


def source_list(request: HttpRequest) -> HttpResponse:
    """Every source that something public rests on."""
    seen = sources_seen(timezone.now())
    filters = SourceListFilter(request.GET, queryset=seen.rows.annotate(folded_key=Lower("key")))
    listing = listing_of(request, filters, COLUMNS, default_sort="key", noun=NOUN, on=parts_of_the_site())
    listing = replace(listing, rows=list(_shown(cast(Iterable[Source], listing.rows))))
    context = {"listing": listing, "number": seen.counted, "crumbs": [("Sources", None)]}
    return render(request, "editorial/source_list.html", context, status=listing.status)


def _shown(sources: Iterable[Source]) -> Iterator[ShownSource]:
    url, kinds = addresses("source", "a-key"), dict(SourceKind.choices)
    for one in sources:
        yield ShownSource(
            url=url(one.key),
            line=one.line(),
            key=one.key,
            kind=kinds.get(one.kind, one.kind),
            date=str(one.document_date or ""),
            to_be_checked="to be checked" if one.to_be_checked else "",
        )


def source_csv(request: HttpRequest) -> StreamingHttpResponse | HttpResponse:
    """The same list, whole, as CSV."""
    filters = SourceListFilter(request.GET, queryset=public_sources(timezone.now()))
    refuse_unknown(request, filters.form)
    if not filters.is_valid():
        return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)
    sources = filters.qs.order_by("key").iterator(chunk_size=500)
    return csv_response(table_of("Sources", CELLS, sources), "sources")


def source_page(request: HttpRequest, key: str) -> HttpResponse:
    """One source and everything published that cites it. A key that was merged leads to the one that took over."""
    at = timezone.now()
    source = Source.objects.select_related("merged_into").filter(key=key).first()
    if source is not None and source.merged_into is not None:
        return redirect(source.merged_into, permanent=True)
    if source is None or not public_sources(at).filter(pk=source.pk).exists():
        raise Http404("No published page rests on such a source.")
    context = {
        "source": source,
        "citation": source.line(),
        "facts": _facts(source),
        "places": places_citing(source, at),
        "records": records_naming(source, at),
        "crumbs": [("Sources", reverse("sources")), (source.key, None)],
    }
    return render(request, "editorial/source.html", context)


def _facts(source: Source) -> list[tuple[str, str]]:
    facts = [
        ("Kind", source.get_kind_display()),
        ("Authors", ", ".join(source.authors.split("\n"))),
        ("Title", source.title),
        ("Title in English", source.english_title),
        ("Publisher", source.publisher),
        ("Meeting or session", source.meeting_session),
        ("UN symbol", source.un_symbol),
        ("Place", source.place),
        ("Date of the document", str(source.document_date or "")),
        ("Date of the event", source.event_date),
        ("Language", source.language),
        ("Compared with the document", in_words(source.compared_on) if source.compared_on else "not yet"),
    ]
    return [(term, value) for term, value in facts if value.strip()]
