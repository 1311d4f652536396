"""The form of an import at the desk: a file, what it becomes, and what a person decides to live with.

Nothing is kept between the pages: the file travels in a hidden field, signed, so that exactly what was reported on is
written.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any, Generic, TypeVar, cast

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import Problem, UnusableInput
from editorial.importing.reading import MAX_BYTES, read_text
from editorial.importing.text_import import Destination
from editorial.models import Publishable, User

from .import_desk import CONFIRM_WITHIN

D = TypeVar("D", bound=Destination[Publishable])  # what the file becomes


class ImportForm(forms.Form, Generic[D]):
    """What a ``file`` becomes. The same form is asked for, carried through the report, and confirmed."""

    upload = forms.CharField(required=False, widget=forms.HiddenInput)
    language = forms.RegexField(
        r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$", initial="en", max_length=12, help_text="Language code: en, es, fr."
    )
    allow_missing_notes = forms.BooleanField(
        required=False,
        label="Import it although notes are missing",
        help_text="For pages of which only a part is left. Their marks stay visible as unresolved.",
    )

    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()  # heading and fields of each part of the first page
    # Tick boxes of the report: each allows problems of these codes, and is shown where there are such.
    decisions = {"allow_missing_notes": MISSING_NOTES}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.contents: tuple[str, bytes] | None = None  # name and bytes of a file that can be read
        self.problems: tuple[Problem, ...] = ()  # why the file cannot be used
        file = cast(forms.FileField, self.fields["file"])
        file.required = not self.data.get("upload")
        file.allow_empty_file = True  # the reader refuses it, and names the remedy

    def clean(self) -> dict[str, Any]:
        """Reads the file; one that was read before need not be chosen again."""
        cleaned = super().clean() or {}
        if chosen := cleaned.get("file"):
            self._take(chosen)
        elif signed := cleaned.get("upload"):
            self.contents = _unsigned(signed, self._salt)
            if self.contents is None:
                self.add_error("file", "This report is too old. Choose the file again.")
        self.fields["file"].required = self.contents is None  # as the page asks for it next
        return cleaned

    def _take(self, chosen: UploadedFile) -> None:
        """Never more than one byte over the limit, under a name that can be printed."""
        name = "".join(c for c in str(chosen.name or "upload") if c.isprintable())[-100:]
        data = chosen.read(MAX_BYTES + 1)
        try:
            read_text(data, name=name)
        except UnusableInput as refusal:
            self.problems = refusal.problems
        else:
            self.contents = name, data

    @property
    def kept(self) -> str:
        """The file as a hidden field, "" without one: nobody can change it, or confirm somebody else's."""
        if self.contents is None:
            return ""
        name, data = self.contents
        return signing.dumps([name, base64.b64encode(data).decode()], salt=self._salt, compress=True)

    @property
    def _salt(self) -> str:
        return f"{type(self).__module__}.{self.by.pk}"

    @property
    def destination(self) -> D:
        """What the valid form means."""
        raise NotImplementedError

    @property
    def allowed(self) -> frozenset[str]:
        """Codes of the problems that the ticked decisions allow."""
        return frozenset[str]().union(
            *(codes for name, codes in self.decisions.items() if self.cleaned_data[name])
        )

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What the first page asks for, and the report carries along."""
        return [(heading, [self[name] for name in names]) for heading, names in self.groups]

    def carried(self) -> list[tuple[str, str]]:
        """Choices made in the report, as name and value, that changing what is given must not lose."""
        return []

    def decisions_on(self, problems: Sequence[Problem]) -> list[forms.BoundField]:
        """The tick boxes that these problems call for, or that are ticked."""
        blocking = {problem.code for problem in problems if problem.blocks}
        return [self[name] for name, codes in self.decisions.items() if self[name].value() or blocking & codes]


def _unsigned(signed: str, salt: str) -> tuple[str, bytes] | None:
    try:
        name, data = signing.loads(signed, salt=salt, max_age=CONFIRM_WITHIN)
    except signing.BadSignature:
        return None
    return name, base64.b64decode(data)
