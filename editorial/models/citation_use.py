"""The where-used index of the source library, derived from the texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from editorial.texts import Citation, parse

from .fields import ResearchedTextField
from .following import HowWritten
from .release import release_models
from .source import Source
from .tracked import TrackedVersion, tracked_models


class CitationUse(models.Model):
    """One place where a text cites a source. Derived from the text, rebuildable, never edited by hand.

    It protects its source: a source that any text cites cannot be deleted.
    """

    UNTRACKED_BECAUSE = "derived from the texts, rebuildable"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="uses")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.BigIntegerField()
    text = GenericForeignKey("content_type", "object_id")
    field = models.CharField(max_length=60, help_text="Name of the field that holds the text.")
    locator = models.CharField(max_length=255, blank=True)
    note = models.PositiveIntegerField(
        null=True, help_text="Number of the footnote; empty when cited in the text."
    )
    order = models.PositiveIntegerField(help_text="Order of appearance in the text, from 1.")

    class Meta:
        ordering = ["content_type", "object_id", "field", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "order"], name="editorial_citation_use_one_per_place"
            )
        ]

    def __str__(self) -> str:
        where = f"note {self.note}" if self.note else "text"
        return f"{self.source_id} in {where}"


def researched_fields(model: type[models.Model]) -> list[str]:
    """Names of the fields of a model that hold researched texts; a version only repeats those of its record."""
    if issubclass(model, TrackedVersion):
        return []
    return [f.name for f in model._meta.concrete_fields if isinstance(f, ResearchedTextField)]


def models_with_texts() -> list[type[models.Model]]:
    """Every table of records or releases that holds a researched text."""
    return [model for model in (*tracked_models(), *release_models()) if researched_fields(model)]


def index_citations(record: models.Model) -> int:
    """Bring the index up to date with one record's texts. Returns how many rows were written.

    Keys that no source has are left out: they are problems of the text, shown while editing.
    """
    content_type = ContentType.objects.get_for_model(record)
    written = 0
    for name in researched_fields(type(record)):
        wanted = _wanted(getattr(record, name))
        place = {"content_type": content_type, "object_id": record.pk, "field": name}
        existing = CitationUse.objects.filter(**place)
        if wanted == list(existing.order_by("order").values_list("source_id", "locator", "note", "order")):
            continue
        existing.delete()
        uses = [
            CitationUse(**place, source_id=source, locator=locator, note=note, order=order)
            for source, locator, note, order in wanted
        ]
        written += len(CitationUse.objects.bulk_create(uses))
    return written


def _wanted(text: str) -> list[tuple[int, str, int | None, int]]:
    citations = parse(text).citations if text else ()
    return _places(citations, _ids({c.key for c in citations})) if citations else []


def _ids(keys: Collection[str]) -> dict[str, int]:
    """The sources of those keys, by key; of one that was merged, that into which it was."""
    cited = Source.objects.filter(key__in=keys)
    return {key: merged or pk for key, pk, merged in cited.values_list("key", "pk", "merged_into")}


def _places(citations: Iterable[Citation], ids: Mapping[str, int]) -> list[tuple[int, str, int | None, int]]:
    return [(ids[c.key], c.locator[:255], c.note, c.order) for c in citations if c.key in ids]


def index_new_rows(records: Sequence[models.Model]) -> None:
    """The same for many new rows of one table, which have no entries yet."""
    names = researched_fields(type(records[0]))
    texts = [
        (record.pk, name, parse(text).citations)
        for record in records
        for name in names
        if (text := getattr(record, name))
    ]
    ids = _ids({citation.key for _, _, citations in texts for citation in citations})
    content_type = ContentType.objects.get_for_model(records[0])
    CitationUse.objects.bulk_create(
        (
            CitationUse(
                content_type=content_type,
                object_id=pk,
                field=name,
                source_id=source,
                locator=locator,
                note=note,
                order=order,
            )
            for pk, name, citations in texts
            for source, locator, note, order in _places(citations, ids)
        ),
        batch_size=500,
    )


def index_row(record: models.Model, how: HowWritten) -> None:
    """The index follows every text that is written, forgets one that is deleted, and goes with a merged source."""
    if isinstance(record, Source) and record.merged_into_id:
        CitationUse.objects.filter(source=record.pk).update(source=record.merged_into_id)
    if not researched_fields(type(record)):
        return
    if how is not HowWritten.DELETED:
        index_citations(record)
        return
    content_type = ContentType.objects.get_for_model(record)
    CitationUse.objects.filter(content_type=content_type, object_id=record.pk).delete()
