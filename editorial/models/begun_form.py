"""What somebody has begun to type into a form of the desk and not saved."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from .saved_form import SavedForm


class BegunFormQuerySet(models.QuerySet):
    """Begun forms of one person: nobody else ever asks for them."""

    def of(self, person: Any) -> BegunFormQuerySet:
        """Those that are unsaved still, the newest first. One that arrived beside its own save is none."""
        saved = SavedForm.objects.filter(person=OuterRef("person"), form_id=OuterRef("form_id"))
        return self.filter(~Exists(saved), person=person).order_by("-kept_at", "-pk")


class BegunForm(models.Model):
    """The fields of one opened form as they stood a moment ago. Private to the person, and gone with the save.

    The same datum lies in the browser where it was typed. ``typed`` is what that browser would post: names with
    values in their order, among them the version of the record that was seen.
    """

    UNTRACKED_BECAUSE = "nothing of it is saved; it is one person's own until it is"
    KEPT_FOR: ClassVar[timedelta] = timedelta(days=60)
    AT_MOST: ClassVar[int] = 100  # of one person

    form_id = models.UUIDField(help_text="Given by the server each time a form is opened.")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=200, help_text="The form's address at the desk, without what was asked.")
    title = models.CharField(max_length=255, help_text="What the form said it was about.")
    window = models.UUIDField(help_text="Which window kept it last: each has a number of its own.")
    typed = models.JSONField(help_text="[[name, value], …] as the form would be posted.")
    kept_at = models.DateTimeField(db_index=True)

    objects: ClassVar[Any] = BegunFormQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "form_id"], name="editorial_begunform_one_each"),
        ]

    def __str__(self) -> str:
        return self.title
