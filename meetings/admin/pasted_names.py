"""Names pasted into a form: what is not recognised stays there until somebody has said what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from editorial.admin.tracked import TrackedForm
from meetings.rules.names_in_text import alike

FIELD = "no_states"


class PastedNamesForm(TrackedForm):
    """A form with lists of names. It is refused while a name is neither recognised nor marked as no state.

    A name is dealt with by correcting it in its list, by removing it there, or by ticking it.
    """

    LISTS: ClassVar[tuple[str, ...]] = ()  # the fields into which lists are pasted

    no_states = forms.MultipleChoiceField(
        label="Not recognised",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick what is no state.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: Mapping[str, Any] = {}
        self.not_recognised: dict[str, tuple[str, ...]] = {}
        pasted = {name: str(self.data.get(self.add_prefix(name), "")) for name in self.LISTS}
        if any(words.strip() for words in pasted.values()):
            self.known = self.names()
            found = {name: self.unknown_in(words) for name, words in pasted.items()}
            self.not_recognised = {name: unknown for name, unknown in found.items() if unknown}
        asked: Any = self.fields[FIELD]
        asked.choices = [(one, one) for one in dict.fromkeys(sum(self.not_recognised.values(), ()))]
        if not asked.choices:
            asked.widget = forms.MultipleHiddenInput()
            asked.help_text = ""

    def names(self) -> Mapping[str, Any]:
        """Every name that is recognised, as it is compared."""
        raise NotImplementedError

    def unknown_in(self, pasted: str) -> tuple[str, ...]:
        """What names nobody in a list."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        ticked = set(self.cleaned_data.get(FIELD, ()))
        for name, unknown in self.not_recognised.items():
            for one in unknown:
                if one not in ticked:
                    self.add_error(name, forms.ValidationError(self._asked(one), code="unknown"))
        return cleaned

    def _asked(self, name: str) -> str:
        meant = " or ".join(str(one) for one in alike(name, self.known))
        suggested = f" Did you mean {meant}?" if meant else ""
        return (
            f"“{name}” is not recognised.{suggested} Correct it here, remove it, or tick it under “Not recognised” "
            "as no state."
        )
