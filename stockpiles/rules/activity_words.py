"""What a source says of a state's use, production, trade, hosting or stocks, as a sentence says it (Article 1)."""

from __future__ import annotations

from collections.abc import Sequence

_DONE = {
    "use": "used cluster munitions",
    "production": "produced cluster munitions",
    "export": "exported cluster munitions",
    "import": "imported cluster munitions",
    "transfer": "transferred cluster munitions",
    "stockpiling": "stockpiled cluster munitions",
    "hosting": "hosted stocks of another state",
    "retention": "retained cluster munitions for training",
}
_ANSWERED = {
    "yes": "has {done}",
    "no": "has not {done}",
    "not_known": "is not known to have {done}",
    "not_believed": "is not believed to have {done}",
    "alleged": "is alleged to have {done}",
    "unknown": "may or may not have {done}: the source does not know",
}
_PLACED = {"export": "to", "transfer": "with", "import": "from", "hosting": ""}


def answer_in_words(
    activity: str, answer: str, *, places: Sequence[str] = (), when: str = "", munition: str = ""
) -> str:
    """One answer, to be said of a state and with whoever says so.

    >>> answer_in_words("use", "yes", places=["Ukraine"], when="2022")
    'has used cluster munitions in Ukraine (2022)'
    >>> answer_in_words("export", "not_known")
    'is not known to have exported cluster munitions'
    """
    done = _DONE[activity]
    if munition:
        done = done.replace("cluster munitions", munition)
    if places:
        done = f"{done.removesuffix(' another state')} {_PLACED.get(activity, 'in')} {_listed(places)}".replace(
            "  ", " "
        )
    words = _ANSWERED[answer].format(done=done)
    return f"{words} ({when})" if when else words


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
