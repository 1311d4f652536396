"""Which records a person of the team may see and edit, beside what the role allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from django.db import models
from django.db.models import QuerySet

from editorial.slots import Slot

if TYPE_CHECKING:
    from .tracked import TrackedVersion
    from .user import User

M = TypeVar("M", bound=models.Model)


class AccessRule(Protocol):
    """A rule of an app that narrows what some people see. It answers for every table, also those it does not narrow."""

    def rows(self, queryset: QuerySet[M], user: User) -> QuerySet[M]:
        """The rows of a queryset that the person may see."""

    def choices(self, model: type[models.Model], field: str, user: User) -> QuerySet[models.Model] | None:
        """The records that the person may put into a foreign key of a table; None for no limit."""

    def may_see_version(self, version: TrackedVersion, user: User) -> bool:
        """Whether the person may see a version of a record that exists no longer."""


access_rules: Slot[AccessRule] = Slot("rules of who may see which records")
"""Lists, forms, autocompletion, history, import and export all ask the same rules. Not wired, nobody sees anything."""


def accessible(queryset: QuerySet[M], user: User) -> QuerySet[M]:
    """The rows that every rule lets the person see."""
    for rule in access_rules:
        queryset = rule.rows(queryset, user)
    return queryset


def choices(model: type[models.Model], field: str, user: User) -> QuerySet[models.Model] | None:
    """The records that may be put into a foreign key; None for no limit."""
    found = [limit for rule in access_rules if (limit := rule.choices(model, field, user)) is not None]
    return found[0] if found else None


def may_see_version(version: TrackedVersion, user: User) -> bool:
    return all(rule.may_see_version(version, user) for rule in access_rules)
