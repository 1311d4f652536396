"""What readers are told of treaties that a change of acts may change: standings, days, counts."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from countries.models import Country, Treaty
from countries.rules.standing import Basis
from editorial.models import ChangeRow
from editorial.rules.calendar import spoken

from .treaty_effects import dates_of, day_in_words
from .treaty_standings import treaty_record

ACTS = "countries.treatyaction"


def treaty_answers(rows: Iterable[ChangeRow]) -> dict[str, str]:
    """For each treaty and state of which an act is new, changed or deleted: standing and days; and the treaty's counts."""
    named: dict[str, set[str]] = {}
    for row in rows:
        if row.table == ACTS:
            for values in filter(None, (row.before, row.after)):
                named.setdefault(values["treaty"], set()).add(values["country"])
    today, found = timezone.localdate(), {}
    for treaty in Treaty.objects.select_related("parent").filter(public_id__in=named).order_by("order", "pk"):
        record = treaty_record(treaty)
        for country in Country.objects.filter(public_id__in=named[str(treaty.public_id)]).order_by("name"):
            course = record.course(country.pk)
            about = f"{country.name}, {treaty.short_name}"
            found[f"{about}: standing on {spoken(today)}"] = course.on(today).standing.words
            for name, day in dates_of(treaty, course).items():
                found[f"{about}: {name[:1].lower()}{name[1:]}"] = day_in_words(day.value)
        standings = record.on(today)
        for basis in Basis:
            when = f"{basis.words}, {spoken(today)}"
            found[f"{treaty.short_name}: States Parties, {when}"] = str(len(standings.parties(basis)))
            found[f"{treaty.short_name}: signatories not yet party, {when}"] = str(
                len(standings.signatories(basis))
            )
        found[f"{treaty.short_name}: entry into force"] = day_in_words(record.in_force.value)
    return found
