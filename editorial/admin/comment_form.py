"""What a comment asks for at the desk: words, a place, somebody to answer."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Model, Q, QuerySet

from editorial.actions.commenting import Where
from editorial.models import Publishable, User
from editorial.queries.comments import places_of
from editorial.texts.passages import LONGEST_QUOTE

LONGEST_COMMENT = 4000  # characters
_LONGEST_MARKED = 2 * LONGEST_QUOTE  # of words as they are written, with their mark-up


class CommentForm(forms.Form):
    """A new comment. Words can be quoted of a text only; ``before`` is filled in where they are selected in it."""

    quote = forms.CharField(
        label="Words of the text it is about",
        required=False,
        max_length=_LONGEST_MARKED,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Select them in the text, or copy them here. Leave empty for a note, a field or the whole record.",
    )
    before = forms.CharField(required=False, max_length=_LONGEST_MARKED, widget=forms.HiddenInput, strip=False)
    about = forms.ChoiceField(label="Or a note or a field", required=False)
    words = forms.CharField(
        label="Comment", max_length=LONGEST_COMMENT, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    addressee = forms.ModelChoiceField(
        get_user_model().objects.none(),
        label="To",
        required=False,
        empty_label="Nobody in particular",
        help_text="They find it on their first page.",
    )

    def __init__(self, data: object = None, *, record: Model, people: QuerySet[User]) -> None:
        super().__init__(data, auto_id="comment-%s")  # type: ignore[arg-type]
        about: forms.ChoiceField = self.fields["about"]  # type: ignore[assignment]
        about.choices = [("", "The whole record"), *places_of(record)]
        addressee: forms.ModelChoiceField = self.fields["addressee"]  # type: ignore[assignment]
        addressee.queryset = people
        if not isinstance(record, Publishable):
            del self.fields["quote"], self.fields["before"]
            about.label = "About"

    def where(self) -> Where:
        """The place that was chosen."""
        given = self.cleaned_data
        kind, _, name = (given.get("about") or "").partition(":")
        note, field = (name if kind == "note" else ""), (name if kind == "field" else "")
        row: UUID | None = None
        if kind == "row":
            number, _, field = name.partition(":")
            row = UUID(number)
        quote, before = given.get("quote", ""), given.get("before", "")
        return Where(quote=quote, before=before, note=note, field=field, row=row)


def people_who_may_talk(verbs: list[str]) -> QuerySet[User]:
    """The people at the desk who hold one of these permissions ("countries.review_countryprofile"), by name."""
    people: QuerySet[User] = get_user_model().objects.filter(is_active=True, is_staff=True)
    holds = Q(is_superuser=True)
    for verb in verbs:
        app, _, codename = verb.partition(".")
        for of in ("groups__permissions", "user_permissions"):
            holds |= Q(**{f"{of}__content_type__app_label": app, f"{of}__codename": codename})
    return people.filter(pk__in=people.filter(holds).values("pk")).order_by("first_name", "last_name", "username")
