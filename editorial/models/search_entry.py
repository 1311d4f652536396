"""What the site search finds: one row a public record, derived from it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q


class SearchEntryQuerySet(models.QuerySet):
    def visible(self, at: datetime) -> SearchEntryQuerySet:
        """Entries that readers see at that moment."""
        return self.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=at), visible_from__lte=at)


class SearchEntry(models.Model):
    """The searchable words of one public record: title, context (who, where, when) and body.

    Each stands here as it is shown, and word by word as it is compared (``index_text``). ``also_words`` are not shown:
    what a page is asked for together with its name, such as the deadline of Chad. The full-text index over those words
    (a generated column in PostgreSQL, a virtual table kept by triggers in SQLite) is made by the migration and follows
    this table by itself.
    """

    UNTRACKED_BECAUSE = "derived from published records, rebuildable"

    kind = models.CharField(max_length=20, help_text="statement, profile, meeting, source, country, stock, treaty")
    priority = models.PositiveSmallIntegerField(
        help_text="Of its kind; counts where a question is too wide to rank."
    )
    object_id = models.BigIntegerField(
        help_text="The record, or its release where the record is published by them."
    )
    url = models.CharField(max_length=500)
    title = models.TextField()
    context = models.TextField(blank=True)
    body = models.TextField(blank=True)
    title_words = models.TextField(blank=True, default="", editable=False)
    context_words = models.TextField(blank=True, default="", editable=False)
    also_words = models.TextField(blank=True, default="", editable=False)
    body_words = models.TextField(blank=True, default="", editable=False)
    language = models.CharField(max_length=12, blank=True)
    day = models.DateField(null=True)
    states = models.TextField(
        blank=True, default="", help_text="Those it is about, by the keys that addresses use: PER CHL."
    )
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)

    objects: ClassVar[Any] = SearchEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="editorial_searchentry_once"),
        ]
        # A word that stands in every text is answered by walking this order until enough are found.
        indexes = [models.Index(fields=["priority", "-day", "-id"], name="editorial_search_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
