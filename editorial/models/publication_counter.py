"""What readers see has marks: caches and ETags follow from them, so they must never be older than what they stand for.

A change and its marks are one transaction: no reader sees one without the other, and no crash loses one of them. Marks
are rows of their own that are only added, so writers do not wait for one another; they are counted together now and
then. Each says of what it is: a state, a meeting, a part of the site, or everything (editorial.actions.marking says
which), and from when readers see the change, where that is the end of an embargo. How they are read: public_word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import partial

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone

from editorial.slots import Slot

mark_followers: Slot[Callable[[Collection[str]], None]] = Slot("followers of a change that readers see")
"""Each is told of the subjects that a transaction marks, inside it."""
COUNT_TOGETHER = 500  # marks that a public request counts at the most, give or take those being written
CLOCKS_DIFFER = timedelta(
    days=1
)  # at the very most: until then a mark with a moment is left for each clock to count
EVERYTHING = "everything"
"""The subject of what may stand on any page."""
TOTAL = ""
"""The subject under which all marks are counted together once more, for pages that rest on all of them."""


class PublicationMark(models.Model):
    """One change that readers could see, written in its transaction. Rows are added and counted, never changed.

    A mark with a moment is one more of a change that has one without: what is counted of either never goes back.
    """

    UNTRACKED_BECAUSE = "a mark for caches"

    subject = models.CharField(max_length=100, default=EVERYTHING)
    seen_from = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["subject", "seen_from"], name="editorial_mark_subject")]

    def __str__(self) -> str:
        return f"{self.subject} {self.seen_from or ''}".strip()


class PublicationCounter(models.Model):
    """How many marks of a subject were counted together so far: those without a moment, and those whose has come."""

    UNTRACKED_BECAUSE = "a number for caches"

    subject = models.CharField(max_length=100, unique=True)
    number = models.PositiveBigIntegerField(default=0)
    ended = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.subject or 'all'} {self.number}-{self.ended}"

    @classmethod
    def note_change(cls, subjects: Collection[str] = (EVERYTHING,), *, seen_from: datetime | None = None) -> None:
        """Mark that readers could see a change of these subjects, now and at that moment, if one is given.

        One mark a subject and transaction, which the caller holds. Which were made is remembered among what waits for
        the commit: undoing a savepoint takes back both.
        """
        wanted = {(subject, at) for subject in subjects for at in (None, seen_from)}
        made: set[tuple[str, datetime | None]] = set()
        for _, waiting, *_ in connection.run_on_commit:
            if isinstance(waiting, partial) and waiting.func == cls._count_together_if_many:
                made |= waiting.args[0]
        if new := frozenset(wanted - made):
            PublicationMark.objects.bulk_create(
                PublicationMark(subject=s, seen_from=at) for s, at in sorted(new, key=str)
            )
            transaction.on_commit(partial(cls._count_together_if_many, new), robust=True)
            if now := {subject for subject, at in new if at is None}:
                for follow in mark_followers:
                    follow(now)

    @classmethod
    def _count_together_if_many(cls, new: object) -> None:
        if PublicationMark.objects.count() > COUNT_TOGETHER:
            cls.count_together()

    @classmethod
    @transaction.atomic
    def count_together(cls) -> None:
        """Put the marks that are committed into the numbers. Their sums, which readers see, stay as they are.

        Whoever comes second while it is done leaves it to the first.
        """
        cls.objects.get_or_create(subject=TOTAL)
        locking = cls.objects.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        if not locking.filter(subject=TOTAL).exists():
            return
        over = Q(seen_from=None) | Q(seen_from__lt=timezone.now() - CLOCKS_DIFFER)
        marks = PublicationMark.objects.filter(over).values_list("pk", "subject", "seen_from")
        counted = {pk: (subject, seen_from is None) for pk, subject, seen_from in marks}
        PublicationMark.objects.filter(pk__in=list(counted)).delete()
        numbers = Counter((subject, at_once) for one, at_once in counted.values() for subject in (one, TOTAL))
        for subject in {subject for subject, _ in numbers}:
            row, _ = cls.objects.get_or_create(subject=subject)
            number, ended = numbers[subject, True], numbers[subject, False]
            cls.objects.filter(pk=row.pk).update(number=F("number") + number, ended=F("ended") + ended)
