"""Stocks, deadlines, types of munitions, use, production and transfer in the site search.

Every state has an entry for its page of stocks, also where nothing is recorded: the page says so. What is recorded under
an article, and what is said of an activity, has an entry of its own that leads to its place on that page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter

from django.urls import reverse

from countries.models import Country
from editorial.models import Claim
from editorial.rules.partial_date import PartialDate
from editorial.search import ALWAYS, Searchable, SearchDocument, joined
from editorial.texts.plain import plain_text
from stockpiles.models import (
    Activity,
    ActivityClaim,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    HoldingKind,
    MunitionOrigin,
    MunitionType,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)
from stockpiles.models.munition_type import type_words

from .munitions import holders_of, munition_documents

STOCK_WORDS = (
    "stock, stocks, stockpile, stockpiling; declared, destroyed, destruction, retained, retention; deadline, deadlines, "
    "extension, extensions; Article 3, Article 4, Article 7; clearance, report, reports, transparency; use, used, "
    "production, produced, transfer, export, import; cluster munitions, submunitions"
)
"""What a page of stocks answers, or says that it cannot."""
ACTIVITY_WORDS = {
    Activity.USE: "user",
    Activity.PRODUCTION: "produced, produces, producer",
    Activity.EXPORT: "transfer, transferred, trade",
    Activity.IMPORT: "transfer, transferred, trade",
    Activity.TRANSFER: "transferred, trade",
    Activity.STOCKPILING: "stock, stocks",
    Activity.HOSTING: "hosts, foreign stockpiling",
    Activity.RETENTION: "retained, retains",
}


def stock_documents(country: Country) -> Iterable[SearchDocument]:
    """The page of a state's stocks, by every record on it that counts munitions."""
    holdings = list(country.stockpile_holdings.select_related("munition_type"))
    destroyed = list(country.destruction_records.select_related("munition_type"))
    retained = list(country.retention_records.select_related("munition_type"))
    programmes = list(country.destruction_programmes.all())
    parts = (
        ("Figures of the stock", holdings),
        ("Destroyed", destroyed),
        ("Retained for training", retained),
        ("Destruction programme", programmes),
    )
    lines = [
        *(
            f"{HoldingKind(one.kind).label}, {type_words(one.munition_type)}{_when(one.as_of)}: {one.in_words}"
            for one in holdings
        ),
        *(f"Destroyed, {type_words(one.munition_type)}, {one.period_words}: {one.in_words}" for one in destroyed),
        *(f"Retained, {type_words(one.munition_type)}{_when(one.as_of)}: {one.in_words}" for one in retained),
        *(f"{one.title}. {one.state_body}" for one in programmes),
        *_notes(*holdings, *destroyed, *retained, *programmes),
    ]
    yield _entry(
        country,
        country.pk,
        title=f"Stockpiles of {country.name}",
        context=" · ".join(part for part, records in parts if records),
        also=STOCK_WORDS,
        body=joined("\n", *dict.fromkeys(lines)),
    )


def duty_documents(country: Country) -> Iterable[SearchDocument]:
    """What is recorded under Articles 3, 4 and 7, each at its place on the state's page."""
    requests = list(country.extension_requests.select_related("decided_at").order_by("article", "number", "pk"))
    completions = list(country.completion_declarations.order_by("article", "pk"))
    cleared = list(country.clearance_obligations.order_by("pk"))
    for article, name in ((Article.DESTRUCTION, "stockpile destruction"), (Article.CLEARANCE, "clearance")):
        asked = [one for one in requests if one.article == article]
        done = [one for one in completions if one.article == article]
        areas = cleared if article == Article.CLEARANCE else []
        if asked or done or areas:
            extended = " and extensions" if asked else ""
            yield _duty(
                country,
                article,
                f"{country.name}: Article {article} deadline{extended}, {name}",
                [
                    *(_request_words(one) for one in asked),
                    *(f"Completed {one.last_item_on or 'on an unknown day'}" for one in done),
                    *(one.name for one in areas),
                    *_notes(*asked, *done, *areas),
                ],
            )
    reports = list(country.transparency_reports.order_by("calendar_year", "pk"))
    if reports:
        lines = [*(_report_words(one) for one in reports), *_notes(*reports)]
        yield _duty(country, 7, f"{country.name}: Article 7 reports", lines)


def activity_documents(country: Country) -> Iterable[SearchDocument]:
    """Use, production, trade, stockpiling, hosting, retention: what sources say of the state, one entry for each."""
    claims = list(country.activity_claims.select_related("munition_type").order_by("activity", "as_of", "pk"))
    for activity, found in groupby(claims, lambda claim: claim.activity):
        said = list(found)
        answers = dict.fromkeys(one.get_answer_display() for one in said)
        types = dict.fromkeys(one.munition_type.designation for one in said if one.munition_type)
        lines = ((f"{one.get_answer_display()}{_when(one.as_of)}", plain_text(one.note)) for one in said)
        yield _entry(
            country,
            _numbered(country, list(Activity).index(Activity(activity))),
            place=f"#{said[0].anchor}",
            title=f"{country.name}: {Activity(activity).label.lower()}",
            context=" · ".join([f"Cluster munitions: {', '.join(answers).lower()}", *types]),
            also=ACTIVITY_WORDS[Activity(activity)],
            body=joined("\n", *chain.from_iterable(lines)),
        )


# ---------------------------------------------------------------- words


def _when(day: PartialDate | None) -> str:
    return f", {day}" if day else ""


def _notes(*records: Claim | ClearanceObligation | DestructionProgramme) -> Iterator[str]:
    return (plain_text(one.note) for one in records)


def _numbered(country: Country, part: int) -> int:
    """The id of one of at most ten entries about a state."""
    return country.pk * 10 + part


def _duty(country: Country, article: int, title: str, lines: Iterable[str]) -> SearchDocument:
    return _entry(
        country,
        _numbered(country, article),
        place=f"#article-{article}",
        title=title,
        also="deadline, due, transparency" if article == 7 else "due, extension",
        body=joined("\n", *dict.fromkeys(lines)),
    )


def _entry(
    country: Country, number: int, *, title: str, also: str, body: str, context: str = "", place: str = ""
) -> SearchDocument:
    """An entry that leads to a place on the state's page."""
    url, states = reverse("stockpile", args=[country.slug]) + place, (country.key,)
    return SearchDocument(number, url, title, ALWAYS, context=context, body=body, also=also, states=states)


def _request_words(request: ExtensionRequest) -> str:
    months = f", {request.months_requested} months asked for" if request.months_requested else ""
    until = f" until {request.granted_until}" if request.granted_until else ""
    where = f", {request.decided_at.name}" if request.decided_at else ""
    filed = f", filed {request.requested_on}" if request.requested_on else ""
    return (
        f"Extension request {request.number}{filed}{months}: {request.get_outcome_display().lower()}{until}{where}"
    )


def _report_words(report: TransparencyReport) -> str:
    year = f" {report.calendar_year}" if report.calendar_year else ""
    missing = f"; not submitted as of {report.missing_as_of}" if report.missing_as_of else ""
    submitted = f", submitted {report.submitted_on}" if report.submitted_on else ""
    return f"{report.get_kind_display()} report{year}{submitted}{missing}"


# ---------------------------------------------------------------- registration


_countries = Country.objects.order_by("pk").all
_country, _type = attrgetter("country"), attrgetter("munition_type")


def _ten(country: Country) -> Iterable[int]:
    return [_numbered(country, part) for part in range(10)]


_COUNTED = (StockpileHolding, DestructionRecord, RetentionRecord)

SEARCHED = (
    Searchable(
        "stock",
        "Stockpiles of a state",
        1,
        _countries,
        stock_documents,
        follows={
            Country: lambda country: country,
            MunitionType: holders_of,
            **dict.fromkeys((*_COUNTED, DestructionProgramme), _country),
        },
    ),
    Searchable(
        "duty",
        "Deadlines and reports",
        2,
        _countries,
        duty_documents,
        _ten,
        is_of_parts=True,
        follows={
            Country: lambda country: country,
            **dict.fromkeys(
                (ExtensionRequest, CompletionDeclaration, ClearanceObligation, TransparencyReport), _country
            ),
        },
    ),
    Searchable(
        "activity",
        "Use, production and trade",
        2,
        _countries,
        activity_documents,
        _ten,
        is_of_parts=True,
        follows={Country: lambda country: country, MunitionType: holders_of, ActivityClaim: _country},
    ),
    Searchable(
        "munition",
        "Type of munition",
        1,
        MunitionType.objects.order_by("pk").all,
        munition_documents,
        follows={
            MunitionType: lambda munition: munition,
            MunitionOrigin: _type,
            **dict.fromkeys((*_COUNTED, ActivityClaim), _type),
        },
    ),
)
"""What the site search finds, with the tables whose rows change it."""
