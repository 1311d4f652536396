"""The public log of facts, state by state."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from countries.models import Country
from editorial.models import country_path
from editorial.queries.change_sets import fact_tables
from editorial.queries.public_changes import public_changes


def naming_a_state() -> list[str]:
    """Tables about no one state whose rows cannot be without one: who attended, who belongs to a group."""
    found = []
    for model in fact_tables():
        names = {f.name: f for f in model._meta.concrete_fields}
        key = names.get("country")
        if not country_path(model) and key is not None and key.related_model is Country and not key.null:
            found.append(model._meta.label_lower)
    return found


def about_state(country: Country) -> Q:
    """The rows of change sets that are about a state now, or were until they were changed: its own row included."""
    said = str(country.public_id)
    named = Q(table__in=naming_a_state()) & (Q(before__country=said) | Q(after__country=said))
    own = Q(whole_id=country.public_id) | Q(row_id=country.public_id)
    return Q(subject_id=country.public_id) | Q(former_subject_id=country.public_id) | own | named


def last_change_of(country: Country) -> datetime | None:
    """When a fact about a state was last changed here by the team; None if none was. One query."""
    found: datetime | None = public_changes(about_state(country)).values_list("decided_at", flat=True).first()
    return found
