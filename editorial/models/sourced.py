"""The base of a fact that names its document in a field of its own, with the place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models

from .fields import LocatorField

if TYPE_CHECKING:
    from .source import Source

M = TypeVar("M", bound=models.Model)


class Sourced(models.Model):
    """A row with a foreign key ``source``; the document is one, the places in it are many."""

    source_locator = LocatorField("place in the source")

    if TYPE_CHECKING:
        source: Source | None

    class Meta:
        abstract = True

    @property
    def source_line(self) -> str:
        """The citation as readers see it, with the place: "…, Landmine Monitor, note 13". "" without a source."""
        return self.source.line(self.source_locator) if self.source else ""


def key_if_known(
    to: type[M] | str, related_name: str, help_text: str = ""
) -> models.ForeignKey[M | None, M | None]:
    """A key that may stay empty until somebody knows. What it names cannot be deleted."""
    return models.ForeignKey(
        to, null=True, blank=True, on_delete=models.PROTECT, related_name=related_name, help_text=help_text
    )


def source_if_known(related_name: str, help_text: str = "") -> models.ForeignKey[Source | None, Source | None]:
    """The key ``source`` of a row that may stand before its document is known. What rests on a source keeps it."""
    return key_if_known("editorial.Source", related_name, help_text)
