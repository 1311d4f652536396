"""Rows that are written once and stay: releases and their seals, approvals, small changes, the audit log."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, cast

from django.db import models


class AppendOnly(RuntimeError):
    """Somebody tried to change or delete a row that stays."""


class AppendOnlyQuerySet(models.QuerySet):
    """Rows are added one at a time and stay."""

    def _refuse(self) -> NoReturn:
        raise cast(type[AppendOnlyRow], self.model).refusal()

    def update(self, **kwargs: object) -> NoReturn:
        self._refuse()

    def bulk_update(self, *args: object, **kwargs: object) -> NoReturn:
        self._refuse()

    def delete(self) -> NoReturn:
        self._refuse()


class AppendOnlyRow(models.Model):
    """Nobody changes or deletes it through the application, administrators included."""

    objects: ClassVar[Any] = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores the row once. Raises its refusal when it already exists."""
        if not self._state.adding:
            raise self.refusal()
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise self.refusal()

    @classmethod
    def refusal(cls) -> AppendOnly:
        """What whoever tries to change or delete a row is told."""
        return AppendOnly(f"The {cls._meta.verbose_name_plural} is append-only.")
