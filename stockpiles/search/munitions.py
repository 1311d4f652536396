"""Types of munitions in the site search, by their names and the states on record with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from countries.models import Country
from editorial.search import ALWAYS, SearchDocument, joined
from editorial.texts.plain import plain_text
from stockpiles.models import MunitionType


def munition_documents(munition: MunitionType) -> Iterable[SearchDocument]:
    """A type by its designations, its submunition and the states that a record names with it."""
    origins = [row.country for row in munition.origins.select_related("country")]
    holders = list(holders_of(munition))
    yield SearchDocument(
        object_id=munition.pk,
        url=munition.get_absolute_url(),
        title=munition.designation,
        context=joined(" · ", munition.get_kind_display(), munition.origin, *munition.other_designations),
        body=joined(
            "\n",
            f"Submunition: {munition.submunition}" if munition.submunition else "",
            f"On record with: {', '.join(state.name for state in holders)}" if holders else "",
            plain_text(munition.note),
        ),
        visible_from=ALWAYS,
        states=tuple(state.key for state in (*origins, *holders)),
    )


def names_of_munitions() -> Iterator[tuple[str, ...]]:
    """For each type its designations."""
    for designation, also in MunitionType.objects.exclude(also_called="").values_list(
        "designation", "also_called"
    ):
        yield (designation, *(name.strip() for name in also.split(";")))


def holders_of(munition: MunitionType) -> QuerySet[Country]:
    """States on record with a type: by a figure, or by an answer on use, production or trade."""
    return Country.objects.filter(
        Q(stockpile_holdings__munition_type=munition)
        | Q(destruction_records__munition_type=munition)
        | Q(retention_records__munition_type=munition)
        | Q(activity_claims__munition_type=munition)
    ).distinct()
