"""Rows that are written once and stay: the audit log, the seals of releases."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.db import models


class AppendOnly(RuntimeError):
    """Somebody tried to change or delete a row that stays."""


class AppendOnlyQuerySet(models.QuerySet):
    """Rows are added one at a time and stay."""

    def _refuse(self) -> NoReturn:
        raise AppendOnly(f"The {self.model._meta.verbose_name_plural} is append-only.")

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
        """Stores the row once. Raises AppendOnly when it already exists."""
        if not self._state.adding:
            raise AppendOnly(f"The {self._meta.verbose_name_plural} is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise AppendOnly(f"The {self._meta.verbose_name_plural} is append-only.")
