"""The source library as readers see it: what the published pages rest on, and where each source is cited."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from editorial.models import CitationUse, Release, Source, SourceKind
from editorial.queries import public_sources, public_sources_counted, public_uses
from editorial.rules.explained import shown as in_words
from editorial.tables import Table
from editorial.views.listing import Column, csv_response, listing_of
from editorial.views.parameters import refuse_unknown

COLUMNS = (
    Column("key", "Source, by key", ("folded_key", "key")),
    Column("kind", "Kind"),
    Column("date", "Date"),
)
NOUN = ("source", "sources")
MOST = 20


class SourceFilter(django_filters.FilterSet):
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

    def with_words(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Sources that hold every word somewhere in their citation."""
        for word in value.replace("\x00", " ").split():
            anywhere = Q(key__icontains=word)
            for column in ("title", "english_title", "publisher", "authors", "un_symbol", "meeting_session"):
                anywhere |= Q(**{f"{column}__icontains": word})
            queryset = queryset.filter(anywhere | Q(as_printed__icontains=word))
        return queryset


def source_list(request: HttpRequest) -> HttpResponse:
    """Every source that something public rests on."""
    sources = public_sources(timezone.now()).annotate(folded_key=Lower("key"))
    filters = SourceFilter(request.GET, queryset=sources)
    listing = listing_of(request, filters, COLUMNS, default_sort="key", noun=NOUN)
    context = {"listing": listing, "number": public_sources_counted(timezone.now()), "crumbs": [("Sources", None)]}
    return render(request, "editorial/source_list.html", context, status=listing.status)


def source_csv(request: HttpRequest) -> StreamingHttpResponse | HttpResponse:
    """The same list, whole, as CSV."""
    filters = SourceFilter(request.GET, queryset=public_sources(timezone.now()))
    refuse_unknown(request, filters.form)
    if not filters.is_valid():
        return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)
    headings = [
        *("Key", "Kind", "Citation", "Title", "English title", "UN symbol", "Document date", "Address"),
        *("Publisher", "To be checked", "Compared on"),
    ]
    rows = (
        [
            source.key,
            source.get_kind_display(),
            source.line(),
            source.title,
            source.english_title,
            source.un_symbol,
            source.document_date.iso if source.document_date else "",
            source.url,
            source.publisher,
            "yes" if source.to_be_checked else "no",
            source.compared_on.isoformat() if source.compared_on else "",
        ]
        for source in filters.qs.order_by("key").iterator(chunk_size=500)
    )
    return csv_response(Table("Sources", headings, rows), "sources")


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


@dataclass
class Place:
    """A published text that cites the source, with the notes and places it does so in."""

    title: str
    url: str
    notes: list[int] = field(default_factory=list)
    locators: list[str] = field(default_factory=list)
    in_text: bool = False


@dataclass(frozen=True)
class Records:
    """Facts of one kind that name the source as theirs: some of them, and whether there are more."""

    noun: str
    shown: list[tuple[str, str, str]]  # its name, its page, the place in the source
    has_more: bool


def places_citing(source: Source, at: datetime) -> list[Place]:
    """Published texts that cite a source, by title: a query for the uses, and one for each kind of text.

    Of the releases of one record only the newest that cites the source is named.
    """
    by_type: dict[Any, dict[int, list[CitationUse]]] = defaultdict(lambda: defaultdict(list))
    for use in public_uses(at).filter(source=source).select_related("content_type").order_by("object_id", "order"):
        by_type[use.content_type.model_class()][use.object_id].append(use)
    places = []
    for model, uses in by_type.items():
        if model is not None and hasattr(model, "get_absolute_url"):
            texts = list(_with_parents(model, model._base_manager.filter(pk__in=list(uses))))
            if issubclass(model, Release):
                texts = _newest_of_each(texts)
            places += [_place(text, uses[text.pk]) for text in texts]
    return sorted(places, key=lambda place: (place.title, place.url))


def _newest_of_each(releases: list[Any]) -> list[Any]:
    by_record = {getattr(one, f"{one.RECORD}_id"): one for one in sorted(releases, key=lambda one: one.number)}
    return list(by_record.values())


def records_naming(source: Source, at: datetime) -> list[Records]:
    """Public facts that name the source in a field of their own, by kind: one query each."""
    found = []
    for relation in Source._meta.related_objects:
        model: Any = relation.related_model
        if model in (CitationUse, Source) or relation.get_accessor_name() is None:
            continue
        seen = getattr(model, "rows_readers_see", None)
        public = seen(at) if seen else model._base_manager
        rows = list(
            _with_parents(model, public.filter(**{relation.field.name: source}).order_by("pk"))[: MOST + 1]
        )
        if rows:
            shown = [
                (str(row), row.get_absolute_url() if _has_page(row) else "", getattr(row, "source_locator", ""))
                for row in rows[:MOST]
            ]
            found.append(Records(str(model._meta.verbose_name_plural), shown, len(rows) > MOST))
    return found


def _has_page(row: Any) -> bool:
    return hasattr(row, "get_absolute_url")


def _with_parents(model: Any, rows: QuerySet) -> QuerySet:
    """The rows with what their name and address are made of: the records they belong to, two steps up."""
    parents = []
    for step in model._meta.fields:
        if step.is_relation and not step.null:
            parents.append(step.name)
            above = step.related_model._meta.fields
            parents += [f"{step.name}__{further.name}" for further in above if _leads_up(further)]
    return rows.select_related(*parents)


def _leads_up(step: Any) -> bool:
    return bool(step.is_relation and not step.null)


def _place(text: Any, uses: list[CitationUse]) -> Place:
    place = Place(title=str(text), url=text.get_absolute_url())
    for use in uses:
        if use.note is None:
            place.in_text = True
        elif use.note and use.note not in place.notes:
            place.notes.append(use.note)
        if use.locator and use.locator not in place.locators:
            place.locators.append(use.locator)
    return place


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
