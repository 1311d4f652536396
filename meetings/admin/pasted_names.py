"""Names pasted into a form: what is not recognised stays there until somebody has said what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from editorial.admin.tracked import TrackedForm
from meetings.rules.names_in_text import alike

FIELD = "no_states"
LONGEST_LIST = 20_000  # characters; all states with their heads of delegation have some 8,000
MOST_ASKED = 60  # names that are not recognised; more is no list of states


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
        self.too_long = {name: len(words) for name, words in pasted.items() if len(words) > LONGEST_LIST}
        pasted = {name: words for name, words in pasted.items() if name not in self.too_long}
        if any(words.strip() for words in pasted.values()):
            self.known = self.names()
            found = {name: self.unknown_in(words) for name, words in pasted.items()}
            self.not_recognised = {name: unknown for name, unknown in found.items() if unknown}
        self.no_list = {name: len(asked) for name, asked in self.not_recognised.items() if len(asked) > MOST_ASKED}
        self.not_recognised = {n: asked for n, asked in self.not_recognised.items() if n not in self.no_list}
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
        for name, length in self.too_long.items():
            self.add_error(
                name, f"The list has {length:,} characters; at most {LONGEST_LIST:,} are read. {_CHECK_IT}"
            )
        for name, count in self.no_list.items():
            self.add_error(name, f"{count:,} names are not recognised, so this is no list of states. {_CHECK_IT}")
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


_CHECK_IT = "Check what you pasted, and paste the list alone."
