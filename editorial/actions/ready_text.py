"""Writing what follows from a release alone when it is made, and taking it away when it is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from editorial.actions.derived import derived
from editorial.models import Publishable, Release, release_models, release_relation
from editorial.models.following import HowWritten
from editorial.queries.ready_text import made_answer, made_from, made_page, table_of


def write_ready_text(release: Release, how: object) -> None:
    """A release is made ready; of one that was taken back before anybody saw it nothing stays."""
    if release.taken_back_at is not None:
        ready_texts(type(release)).filter(release=release.pk).delete()
    else:
        _write(
            type(release)._base_manager.get(pk=release.pk)
        )  # its JSON in the order in which a database keeps it


def _write(release: Release) -> None:
    made = {"made_from": made_from(release), "page": made_page(release), "answer": made_answer(release)}
    table: Any = table_of(type(release))
    ready_texts(type(release)).bulk_create(
        [table(release_id=release.pk, **made)],
        update_conflicts=True,
        unique_fields=["release"],
        update_fields=[*made],
    )


def drop_withdrawn(record: object, how: HowWritten) -> None:
    """Nothing is ready of what was withdrawn."""
    if isinstance(record, Publishable) and how is not HowWritten.DELETED and record.is_withdrawn:
        rows: Any = ready_texts(release_relation(type(record)).related_model)
        rows.filter(release__in=record.releases.filter(released_at__lte=record.withdrawn_at).values("pk")).delete()


@derived("ready-texts")
def rebuild_ready_texts(now: datetime) -> Iterator[int]:
    """What is served of every release that readers see or will see."""
    for model in release_models():
        ready_texts(model).all().delete()
        names = (f"{model.RECORD}__{name}" for name in ("lead", "text"))
        for release in (
            model.objects.not_withdrawn()
            .select_related(model.RECORD)
            .defer(*names)
            .order_by("pk")
            .iterator(chunk_size=100)
        ):
            _write(release)
            yield 1


def ready_texts(model: type[Release]) -> Any:
    """The rows of a table of releases."""
    return table_of(model)._base_manager
