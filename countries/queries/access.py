"""Researchers see and edit the countries assigned to them or their teams; all other roles see all.

A table names the way to the country that its rows are about in COUNTRY_PATH: a holding its own, a statement those of
its parties; a part is about what its whole is about. Rows about no country at all, and tables that are about none
(sources, meetings), are open to everybody whose role opens the table.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models
from django.db.models import Exists, Q, QuerySet

from countries.models import Country, CountryAssignment
from editorial.models import ChangeRow, ChangeSet, TrackedVersion, User, country_path
from editorial.rules.roles import RESEARCHER

M = TypeVar("M", bound=models.Model)


def countries_of(user: User) -> QuerySet[Country] | None:
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


def countries_open_to(user: User) -> QuerySet[Country]:
    """The countries that a person may work on: all, where nobody keeps them to some."""
    theirs = countries_of(user)
    return Country.objects.all() if theirs is None else theirs


def may_edit_country(user: User, country: Country) -> bool:
    """Whether a person may write about a country, as far as assignments go."""
    return countries_open_to(user).filter(pk=country.pk).exists()


def _proposals_on_theirs(queryset: QuerySet[M], user: User) -> QuerySet[M]:
    """Proposals that are about no other country than theirs, and their own."""
    if (theirs := countries_of(user)) is None:
        return queryset
    elsewhere = ChangeRow.objects.filter(subject_id__isnull=False).exclude(
        subject_id__in=theirs.values("public_id")
    )
    return queryset.filter(~Q(pk__in=elsewhere.values("change_set")) | Q(proposed_by=user))


class AssignedCountries:
    """The rule as editorial asks it."""

    def rows(self, queryset: QuerySet[M], user: User) -> QuerySet[M]:
        if queryset.model is ChangeSet:
            return _proposals_on_theirs(queryset, user)
        path = country_path(queryset.model)
        if not path or (theirs := countries_of(user)) is None:
            return queryset
        rows = queryset.model._base_manager
        about_theirs = rows.filter(**{f"{path}__in": theirs}).values("pk")
        about_any = rows.filter(**{f"{path}__isnull": False}).values("pk")
        return queryset.filter(Q(pk__in=about_theirs) | ~Q(pk__in=about_any))

    def choices(self, model: type[models.Model], field: str, user: User) -> QuerySet[Any] | None:
        """Their countries where the row is about the one that is chosen; of other tables, the rows they may see."""
        theirs = countries_of(user)
        if theirs is None or field == country_path(model):
            return theirs
        target = next((f.related_model for f in model._meta.concrete_fields if f.name == field), None)
        if not isinstance(target, type) or not country_path(target):
            return None
        return self.rows(target._base_manager.all(), user)

    def may_see_version(self, version: TrackedVersion, user: User) -> bool:
        path = country_path(version.instance_type)
        if not path or (theirs := countries_of(user)) is None:
            return True
        return hasattr(version, f"{path}_id") and theirs.filter(pk=getattr(version, f"{path}_id")).exists()
