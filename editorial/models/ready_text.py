"""What follows from a release alone, as it is sent: made once, when it is released."""

from __future__ import annotations

from django.db import models


class ReadyText(models.Model):
    """The frozen part of a release's page and of its answer in the API, ready.

    Derived, and no part of the seal: it can be made anew from the release at any time, and verify_releases compares. It
    never decides what is shown: whoever serves it has asked before whether readers see the release. What may change
    without a release stays out and is put in when it is read (editorial.queries.ready_text). A table of its own, so that
    nothing else reads it. Subclasses add ``release``, one to one, with ``related_name="ready"``.
    """

    UNTRACKED_BECAUSE = "derived from the releases, rebuildable"

    made_from = models.CharField(
        max_length=40, help_text="The build of the code that made it, and what of the record it shows."
    )
    page = models.TextField(help_text="HTML of the page's frozen parts, one after the other.")
    answer = models.TextField(help_text="An object of JSON in one line.")

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"Ready text of {self.pk}"
