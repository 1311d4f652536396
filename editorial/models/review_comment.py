"""What people say to each other about a record under review."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models

from .about import AboutQuerySet, AboutRecord


class ReviewCommentQuerySet(AboutQuerySet):
    """Comments of records, the open ones being those nobody has settled."""

    def open(self) -> ReviewCommentQuerySet:
        return self.filter(settled_at__isnull=True)


class ReviewComment(AboutRecord):
    """One remark on a working copy. Its words never change; whoever has dealt with it settles it."""

    UNTRACKED_BECAUSE = "its words are written once; who settled it and when stand on the row"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(
        help_text="What should be looked at, for example: note 3 does not say what the text says."
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[Any] = ReviewCommentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="editorial_reviewcomment_record")]
        constraints = [
            models.CheckConstraint(
                name="editorial_reviewcomment_settled_pair",
                condition=models.Q(settled_at__isnull=True, settled_by__isnull=True)
                | models.Q(settled_at__isnull=False, settled_by__isnull=False),
                violation_error_message="A settled comment says when and by whom.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.text[:60]}"

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError("A comment on a review is kept. Settle it instead.")
