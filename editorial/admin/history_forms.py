"""What the pages on the past ask: what to narrow a timeline to, and what of a version to bring back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from editorial.history.narrowing import fields_of
from editorial.models import Tracked, User

from .tracked_form import asked_reason


class NarrowForm(forms.Form):
    """What a timeline is narrowed to."""

    person = forms.ChoiceField(label="Person", required=False)
    field = forms.ChoiceField(label="Field", required=False)

    def __init__(self, *args: Any, model: type[Tracked], people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        persons = [(str(user.pk), str(user)) for user in people]
        cast(forms.ChoiceField, self.fields["person"]).choices = [("", "Everybody"), *persons]
        cast(forms.ChoiceField, self.fields["field"]).choices = [("", "Everything"), *fields_of(model)]


class RestoreForm(forms.Form):
    """Why, and whether the whole version or only some of its fields come back."""

    fields_wanted = forms.MultipleChoiceField(
        label="Only these fields",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none to bring back the whole version with its rows.",
    )
    reason = asked_reason("Reason", "For the team, for example: the paragraph on transit was deleted by mistake.")

    def __init__(self, *args: Any, names: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["fields_wanted"]).choices = names
        if not names:
            del self.fields["fields_wanted"]
