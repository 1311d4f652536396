"""One number that every change readers could see moves on; caches and ETags follow from it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F, Min
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .release import Release
from .tracked import Tracked


class PublicationCounter(models.Model):
    """A single row. Its number is part of every public page's ETag and cache key."""

    UNTRACKED_BECAUSE = "a number for caches"

    number = models.PositiveBigIntegerField(default=0)
    moves_on_at = models.DateTimeField(null=True, help_text="The next embargo ends: pages change by time alone.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls, at: datetime) -> int:
        """The number at that moment: one read by primary key. The end of an embargo moves it on."""
        # Every public request asks this: plain SQL costs half of what building the query would.
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number, moves_on_at FROM {cls._meta.db_table} WHERE id = 1")  # noqa: S608
            row = cursor.fetchone()
        if row is None:
            return 0
        number: int = row[0]
        if row[1] is None:
            return number
        moves_on_at = cls.objects.values_list("moves_on_at", flat=True).get(pk=1)
        if moves_on_at is None or moves_on_at > at:
            return number
        cls.objects.filter(pk=1, moves_on_at=moves_on_at).update(
            number=F("number") + 1, moves_on_at=_next_embargo(at)
        )
        return number + 1

    @classmethod
    def move_on(cls) -> None:
        """Count one more change that readers could see."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.get_or_create(pk=1, defaults={"number": 1})

    @classmethod
    def expect(cls, at: datetime) -> None:
        """A release becomes visible at that moment, by time alone."""
        row, _ = cls.objects.get_or_create(pk=1)
        if row.moves_on_at is None or row.moves_on_at > at:
            cls.objects.filter(pk=1).update(moves_on_at=at)


def _next_embargo(after: datetime) -> datetime | None:
    """When the next release becomes visible, over all kinds of release."""
    models_ = [m for m in apps.get_models() if issubclass(m, Release)]
    ends = [
        m.objects.filter(visible_from__gt=after).aggregate(Min("visible_from"))["visible_from__min"]
        for m in models_
    ]
    return min((end for end in ends if end), default=None)


@receiver(post_save)
@receiver(post_delete)
def _note_change(sender: type[models.Model], raw: bool = False, **kwargs: Any) -> None:
    """Any tracked row or release may stand on a public page. Counted once a transaction, after it.

    Counting inside the transaction would make every writer wait for one row, and two that hold each other's
    records would deadlock.
    """
    if raw or not issubclass(sender, Tracked | Release):
        return
    waiting = connection.run_on_commit
    if not any(func == PublicationCounter.move_on for _, func, *_ in waiting):
        transaction.on_commit(PublicationCounter.move_on)
