"""Researchers see and edit the countries assigned to them or their teams; all other roles see all.

A table is about a country where its rows cannot be without one (a profile, a holding, a treaty action), or where it
names the way there in COUNTRY_PATH (a statement, through its parties). Rows about no country at all, and tables
that are about none (sources, meetings), are open to everybody whose role opens the table.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, Q

from countries.models import Country, CountryAssignment
from editorial.models import Tracked, User
from editorial.rules.roles import RESEARCHER


def countries_of(user: User) -> Any | None:
    """The countries that a person is kept to; None for no limit. One query, asked once a person and request."""
    if user.is_superuser:
        return None
    if not hasattr(user, "_is_kept_to_countries"):
        is_any_assigned = Exists(CountryAssignment.objects.all())
        roles = dict(user.groups.values_list("name", is_any_assigned))
        user._is_kept_to_countries = roles == {RESEARCHER: True}  # type: ignore[attr-defined]
    if not user._is_kept_to_countries:  # type: ignore[attr-defined]
        return None
    theirs = Q(person=user) | Q(team__members__person=user)
    return Country.objects.filter(pk__in=CountryAssignment.objects.filter(theirs).values("country"))


def may_edit_country(user: User, country: Country) -> bool:
    """Whether a person may write about a country, as far as assignments go."""
    theirs = countries_of(user)
    return theirs is None or theirs.filter(pk=country.pk).exists()


def country_path(model: type[models.Model]) -> str:
    """The lookup from a table to the country that its rows are about; "" for tables about none."""
    if path := getattr(model, "COUNTRY_PATH", ""):
        return str(path)
    bound = [
        f
        for f in model._meta.concrete_fields
        if isinstance(f, models.ForeignKey)
        and f.remote_field.on_delete is models.CASCADE
        and issubclass(f.remote_field.model, Tracked)
    ]
    found = next((f for f in model._meta.concrete_fields if f.name == "country"), None)
    if bound or model is CountryAssignment or not isinstance(found, models.ForeignKey) or found.null:
        return ""
    return "country" if found.remote_field.model is Country else ""


class AssignedCountries:
    """The rule as editorial asks it."""

    def rows(self, queryset: Any, user: User) -> Any:
        path = country_path(queryset.model)
        if not path or (theirs := countries_of(user)) is None:
            return queryset
        rows = queryset.model._base_manager
        about_theirs = rows.filter(**{f"{path}__in": theirs}).values("pk")
        about_any = rows.filter(**{f"{path}__isnull": False}).values("pk")
        return queryset.filter(Q(pk__in=about_theirs) | ~Q(pk__in=about_any))

    def choices(self, model: type[models.Model], field: str, user: User) -> Any | None:
        return countries_of(user) if field == country_path(model) else None

    def may_see_version(self, version: Any, user: User) -> bool:
        path = country_path(version.instance_type)
        if not path or (theirs := countries_of(user)) is None:
            return True
        return hasattr(version, f"{path}_id") and theirs.filter(pk=getattr(version, f"{path}_id")).exists()
