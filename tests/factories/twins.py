"""A second record like the first of its table, with other values where no two may be equal: for walks over all tables."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.db import models

from countries.models import Country
from editorial.models import ResearchedTextField, Source, Tracked
from editorial.rules.partial_date import PartialDate

Values = dict[str, Any]


def _named(*fields: str) -> Callable[[int], Values]:
    return lambda n: dict.fromkeys(fields, f"twin-{n}")


def _numbered(field: str) -> Callable[[int], Values]:
    return lambda n: {field: 50 + n}


def _of_state(n: int) -> Values:
    return {"country": twin_state(n)}


def _a_source(n: int) -> Source:
    """Another source for every number, none of them the first."""
    found: Source = Source._base_manager.order_by("pk")[n]
    return found


def twin_state(n: int) -> Country:
    """A state of its own for every number."""
    found: Country = Country._base_manager.get(slug=f"twin-state-{n}")
    return found


#: What a twin cannot have in common with the record that it is made after.
OWN: dict[str, Callable[[int], Values]] = {
    "editorial.source": _named("key"),
    "editorial.organisation": _named("slug", "name"),
    "countries.country": lambda n: {
        "slug": f"twin-{n}",
        "name": f"Twin {n}",
        "iso2": f"X{'ABC'[n - 1]}",
        "iso3": f"XX{'ABC'[n - 1]}",
    },
    "countries.countryname": _named("name"),
    "countries.profiletheme": _named("slug", "title"),
    "countries.coverage": lambda n: {"kind": "treaty_acts", "scope": f"twin-{n}", "complete_until": None},
    "countries.treaty": _named("slug", "short_name"),
    "countries.treatyalias": _named("name"),
    "countries.domesticstep": lambda n: {"date": PartialDate.parse(f"2009-0{n}")},
    "countries.nameinlanguage": lambda n: {"language": f"x{n}"},
    "countries.statecoverage": _of_state,
    "countries.stateevent": _named("words"),
    "countries.medium": _named("words"),
    "countries.stategroup": _named("slug", "name"),
    "countries.groupmembership": _of_state,
    "countries.treatyaction": _of_state,
    "meetings.meeting": _named("slug"),
    "meetings.meetingspan": lambda n: {"start": PartialDate.parse(f"2008-05-{n:02}")},
    "meetings.meetingcount": lambda n: {"rank": "normal"},
    "meetings.theme": _named("slug", "title"),
    "meetings.actionplan": _named("slug"),
    "meetings.actionplanpart": _numbered("order"),
    "meetings.planadoption": lambda n: {"source": _a_source(n)},
    "meetings.action": lambda n: {"number": 50 + n, "source": Source._base_manager.order_by("pk").first()},
    "meetings.attendance": _of_state,
    "meetings.absence": _of_state,
    "meetings.resolution": _named("slug", "symbol"),
    "meetings.resolutionsponsor": _of_state,
    "meetings.recordedvote": lambda n: {"slug": f"twin-{n}", "paragraph": f"Paragraph {n}"},
    "meetings.votetotals": lambda n: {"source": _a_source(n)},
    "meetings.vote": _of_state,
    "stockpiles.munitiontype": _named("slug", "designation"),
    "stockpiles.munitionorigin": _of_state,
    "stockpiles.activityplace": _of_state,
    "stockpiles.clearanceobligation": _named("name"),
    "stockpiles.extensionrequestversion": _numbered("number"),
    "stockpiles.extensionbenchmark": _numbered("number"),
    "stockpiles.destructionprogramme": _named("slug"),
    "stockpiles.programmestage": _numbered("number"),
    "stockpiles.settleddifference": _of_state,
}


def twin(record: Tracked, n: int, **values: Any) -> Tracked:
    """A record like the one given, not saved yet."""
    model = type(record)
    made: Tracked = model._base_manager.get(pk=record.pk)
    made.pk, made.public_id = None, uuid.uuid4()
    made._state.adding = True
    own = OWN.get(model._meta.label_lower, lambda _: {})(n)
    for name, value in {**own, **values}.items():
        setattr(made, name, value)
    return made


def free_words(model: type[Tracked]) -> str:
    """A field of the table in which any words may stand, and of which readers are told; "" if it has none."""
    own = OWN.get(model._meta.label_lower, lambda _: {})
    names = [
        f.name
        for f in model._meta.concrete_fields
        if isinstance(f, (models.TextField, models.CharField))
        and not isinstance(f, models.SlugField)
        and not f.choices
        and f.name not in {*own(1), *model.NOT_TOLD}
        and (f.max_length or 200) >= 60
    ]
    written = [name for name in names if isinstance(model._meta.get_field(name), ResearchedTextField)]
    return next(iter(written + names), "")
