"""What would be printed of a text, as plain JSON, and how two such differ: in whose line, in which fact, from what to what.

``printed`` holds: ``title``, ``lead``, ``resolved_text`` (the text with every citation written out), ``sources`` (by key, as
partners get them), ``facts`` (computed, shown beside the text), ``beside`` (what else the release freezes, by name: parties,
the day up to which it covers) and ``set`` (a hash of the page as it was set). Numbers and dates of a release are no part.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Final

from .calendar import spoken

Printed = Mapping[str, Any]

_LONGEST: Final = 300  # characters of a value that are quoted
# in a source's citation line already, so said once
_IN_THE_LINE: Final = frozenset({"title", "english_title", "un_symbol", "document_date"})
_TEXTS: Final = (("title", "Title"), ("lead", "Lead summary"))


@dataclass(frozen=True)
class PrintedDifference:
    """One thing that would be printed otherwise: ``was`` and ``now`` are its words, "" for none; both are empty where the
    difference is too long to be quoted."""

    what: str
    was: str = ""
    now: str = ""

    def __str__(self) -> str:
        if not self.was and not self.now:
            return f"{self.what}."
        return f"{self.what}: “{self.was or 'nothing'}” became “{self.now or 'nothing'}”."


def printed_differences(approved: Printed, now: Printed) -> tuple[PrintedDifference, ...]:
    """Everything in which what would be printed now differs from what was approved, each by its name.

    Facts are computed for a day, and a later day alone is no difference: "has not joined as of 3 May" and "… as of
    4 May" say the same. A fact that says something else by then (a treaty entered into force) is one, whether the record
    or only the calendar moved on: nobody has read that sentence.
    """
    found = [
        PrintedDifference(label, _quoted(approved.get(name)), _quoted(now.get(name)))
        for name, label in _TEXTS
        if approved.get(name) != now.get(name)
    ]
    found += _of_sources(approved.get("sources", {}), now.get("sources", {}))
    if approved.get("resolved_text") != now.get("resolved_text") and not found:
        found += _of_lines(str(approved.get("resolved_text")), str(now.get("resolved_text")))
    found += _of_facts(approved.get("facts", []), now.get("facts", []))
    found += _of_rest(approved.get("beside", {}), now.get("beside", {}))
    if not found and approved.get("set") != now.get("set"):
        found.append(PrintedDifference("The page is set otherwise than it was, though it says the same"))
    return tuple(found)


def _of_lines(was: str, now: str) -> Iterator[PrintedDifference]:
    """The lines that read otherwise, where no source does: another source stands behind a key, or the words are others."""
    before, after = was.splitlines(), now.splitlines()
    for edit, *at in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if edit != "equal":
            old, new = (" ".join(lines).strip() for lines in (before[at[0] : at[1]], after[at[2] : at[3]]))
            if old or new:
                yield PrintedDifference("The text reads otherwise", _quoted(old), _quoted(new))


def _of_sources(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[PrintedDifference]:
    for key in dict.fromkeys([*was, *now]):
        old, new = was.get(key), now.get(key)
        if old is None or new is None:
            words = "Source no longer cited" if new is None else "Source newly cited"
            line = (old or new or {}).get("citation", "")
            yield PrintedDifference(f"{words}: {key}, {line}" if line else f"{words}: {key}")
            continue
        said = old.get("citation") != new.get("citation")
        for name in dict.fromkeys([*old, *new]):
            if old.get(name) == new.get(name) or (said and name in _IN_THE_LINE):
                continue
            what = f"Source {key}, {name.replace('_', ' ')}"
            yield PrintedDifference(what, _quoted(old.get(name)), _quoted(new.get(name)))


def _of_facts(was: list[Mapping[str, Any]], now: list[Mapping[str, Any]]) -> Iterator[PrintedDifference]:
    before, after = ({fact["label"]: fact for fact in facts} for facts in (was, now))
    for label in dict.fromkeys([*before, *after]):
        old, new = before.get(label, {}), after.get(label, {})
        for name in ("value", "article", "explanation"):
            if _undated(old, name) != _undated(new, name):
                what = f"Computed beside the text, {label}" + ("" if name == "value" else f", {name}")
                yield PrintedDifference(what, _quoted(old.get(name)), _quoted(new.get(name)))
                break  # what follows from another value is no further difference


def _undated(fact: Mapping[str, Any], name: str) -> str:
    """The words of a fact without the name of the day for which it was computed."""
    words = str(fact.get(name) or "")
    said = str(fact.get("as_of") or "")
    return words.replace(f" as of {spoken(date.fromisoformat(said))}", " as of that day") if said else words


def _of_rest(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[PrintedDifference]:
    for name in dict.fromkeys([*was, *now]):
        old, new = was.get(name), now.get(name)
        if old == new:
            continue
        what = name.replace("_", " ").capitalize()
        if isinstance(old, list) and isinstance(new, list):
            gone, come = ([one for one in a if one not in b] for a, b in ((old, new), (new, old)))
            yield PrintedDifference(what, _quoted(gone), _quoted(come))
        else:
            yield PrintedDifference(what, _quoted(old), _quoted(new))


def _quoted(value: object) -> str:
    """A value in words, shortened."""
    if value in (None, "", [], {}):
        return ""
    words = value if isinstance(value, str) else _in_words(value)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _in_words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name.replace('_', ' ')} {_in_words(one)}" for name, one in value.items() if one)
    if isinstance(value, list | tuple):
        return "; ".join(map(_in_words, value))
    return str(value) if isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)
