"""Figures of the world as they were published, by subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from countries.models import FactKind, PublishedTotal, TotalMeasure, TotalSubject
from countries.queries.coverage import EVERY, asked, coverage_of
from countries.queries.published_totals import published_totals
from editorial.queries.kept import keeping
from editorial.queries.shown import ShownRecord, who_says
from editorial.tables import Table, dated, table_of
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import counted, file_response, whole_list, xlsx_address
from editorial.views.parameters import refuse_unknown

NOUN = ("published total", "published totals")
Shown = ShownRecord[PublishedTotal]


class TotalForm(forms.Form):
    """Which totals to show."""

    subject = forms.ChoiceField(
        label="Subject", required=False, choices=[("", "Any subject"), *TotalSubject.choices]
    )
    measure = forms.ChoiceField(
        label="What is counted", required=False, choices=[("", "Anything"), *TotalMeasure.choices]
    )

    def wants(self, one: Shown) -> bool:
        subject, measure = self.cleaned_data["subject"], self.cleaned_data["measure"]
        return (not subject or one.record.subject == subject) and (not measure or one.record.measure == measure)


def total_table(rows: Iterable[Shown]) -> Table:
    """One line a figure, each with its source. An empty number is not given, 0 is none; areas in km²."""
    return table_of(
        "Published totals",
        {
            "Subject": lambda one: one.record.subject,
            "Measure": lambda one: one.record.measure,
            "What is counted": lambda one: one.record.get_measure_display(),
            "Time": lambda one: one.record.when_in_words,
            "Number": lambda one: "" if one.record.number is None else f"{one.record.number.normalize():f}",
            "Bound": lambda one: one.record.bound,
            "Upper end": lambda one: "" if one.record.upper is None else f"{one.record.upper.normalize():f}",
            "Out of": lambda one: one.record.out_of,
            "Unit": lambda one: one.record.unit,
            "Covers": lambda one: one.record.covers,
            "By": lambda one: who_says(one),
            "Certainty": lambda one: one.record.certainty,
            "Remark": lambda one: one.proof.words,
            "Sources": lambda one: "; ".join(cited.line for cited in one.proof.sources),
        },
        rows,
    )


@answers_known_at(PublishedTotal)
def total_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every total with its source; also as a file."""
    form = TotalForm(request.GET)
    refuse_unknown(request, form, also=())
    if not form.is_valid():
        return bad_address(request, form)
    kept = keeping()
    rows = [one for one in published_totals(kept=kept) if form.wants(one)]
    when = asked(None, today=timezone.localdate(), about=((FactKind.PUBLISHED_TOTALS, EVERY),))
    if ending:
        return file_response(dated(total_table(rows), when), "published-totals", ending)
    listing = whole_list(
        request,
        form,
        (),
        sort="",
        rows=rows,
        count_in_words=counted(len(rows), NOUN),
        filter_label="Filter totals",
    )
    context = {
        "asked": when,
        "coverage": coverage_of(FactKind.PUBLISHED_TOTALS, kept=kept),
        "listing": replace(listing, xlsx_url=xlsx_address(request)),
        "crumbs": [("Published totals", None)],
    }
    return render(request, "countries/published_totals.html", context)
