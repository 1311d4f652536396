"""What rows have in common that say something about a record of any table, without being a part of it."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from .append_only import AppendOnlyQuerySet, AppendOnlyRow


class AboutQuerySet(models.QuerySet):
    """Rows about records."""

    def about(self, record: models.Model) -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(record, for_concrete_model=True), object_id=record.pk
        )


class AboutRecord(models.Model):
    """A row about one record: which table it stands in, and its number."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.BigIntegerField()
    record = GenericForeignKey("content_type", "object_id")

    class Meta:
        abstract = True


class KeptAboutQuerySet(AppendOnlyQuerySet, AboutQuerySet):  # type: ignore[override]  # each makes its manager
    """Rows about records, which stay."""


class KeptAboutRecord(AppendOnlyRow, AboutRecord):
    """A row about one record that is written once."""

    objects: ClassVar[Any] = KeptAboutQuerySet.as_manager()

    class Meta(AboutRecord.Meta):
        abstract = True
