"""What readers see has a mark: caches and ETags follow from it, so it must never be older than what it stands for.

A change and its mark are one transaction: no reader sees one without the other, and no crash loses one of them. Marks
are rows of their own that are only added, so writers do not wait for one another; they are counted together now and
then. What time alone changes, the end of an embargo, follows from the clock by an indexed read and is stored nowhere.
Readers only read.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from django.db import connection, models, transaction
from django.db.models import F

from .release import release_models

COUNT_TOGETHER = 500  # marks that a public request counts at the most, give or take those being written


class PublicationMark(models.Model):
    """One change that readers could see, written in its transaction. Rows are added and counted, never changed."""

    UNTRACKED_BECAUSE = "a mark for caches"

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class PublicationCounter(models.Model):
    """A single row: how many marks were counted together so far."""

    UNTRACKED_BECAUSE = "a number for caches"

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls, at: datetime) -> str:
        """The state of everything public at that moment, as a word that changes with it. One query, no lock, no write.

        It is asked for before a page is made: what is kept under a word is never older than the word.
        """
        question, kinds = _question()
        moment = connection.ops.adapt_datetimefield_value(at)
        with connection.cursor() as cursor:
            cursor.execute(question, [moment] * kinds)
            counted, marks, *newest = cursor.fetchone()
        return "-".join(str(part) for part in ((counted or 0) + marks, *newest))

    @classmethod
    def note_change(cls) -> None:
        """Mark that readers could see a change: one mark a transaction, which the caller holds.

        That it was made is remembered among what waits for the commit: undoing a savepoint takes both back.
        """
        waiting = connection.run_on_commit
        if not any(func == cls._count_together_if_many for _, func, *_ in waiting):
            PublicationMark.objects.create()
            transaction.on_commit(cls._count_together_if_many, robust=True)

    @classmethod
    def _count_together_if_many(cls) -> None:
        if PublicationMark.objects.count() > COUNT_TOGETHER:
            cls.count_together()

    @classmethod
    @transaction.atomic
    def count_together(cls) -> None:
        """Put the marks that are committed into the number. Their sum, which readers see, stays as it is.

        Whoever comes second while it is done leaves it to the first.
        """
        cls.objects.get_or_create(pk=1)
        locking = cls.objects.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        if not locking.filter(pk=1).exists():
            return
        gone, _ = PublicationMark.objects.all().delete()
        cls.objects.filter(pk=1).update(number=F("number") + gone)


@cache
def _question() -> tuple[str, int]:
    """The number, the marks beside it and the newest release of each kind that is out, and how many kinds there are.

    Every public request asks it: plain SQL costs half of what building the query would.
    """
    tables = [model._meta.db_table for model in release_models()]
    columns = [
        f"(SELECT number FROM {PublicationCounter._meta.db_table} WHERE id = 1)",  # noqa: S608
        f"(SELECT COUNT(*) FROM {PublicationMark._meta.db_table})",  # noqa: S608
        *(f"(SELECT MAX(visible_from) FROM {table} WHERE visible_from <= %s)" for table in tables),  # noqa: S608
    ]
    return f"SELECT {', '.join(columns)}", len(tables)


def mark_change(record: object, how: object) -> None:
    """Any tracked row or release may stand on a public page: whoever keeps one asks again."""
    PublicationCounter.note_change()
