"""Who stands behind an imported statement: states that a person gave, states that the file names, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from countries.models import Country
from editorial.importing.problems import Problem, Severity, did_you_mean, unknown
from editorial.importing.text_as_read import TextAsRead
from meetings.models import Role
from meetings.queries.names import state_names
from meetings.rules.names_in_text import name_key, names_in, read_list
from meetings.rules.statement_parties import proposed_parties

# Where the states in the text differ from those given; a person may decide that those given are right.
PARTIES_DIFFER = frozenset(("party-not-given", "party-not-in-text", "party-role-differs", "party-unknown"))
# A code that stands alone in a list: there AND is Andorra, not a word that joins two names.
_CODE = re.compile(r"(?<![^,;\n])\s*(?P<code>[A-Z]{3})\s*(?![^,;\n])")
Parties = tuple[tuple[Country, str], ...]  # a state and its Role, in order


@dataclass(frozen=True)
class NamedParties:
    """The states that a file itself puts behind its statement, and names among them that nobody knows."""

    parties: Parties = ()
    unknown: tuple[str, ...] = ()


def in_words(parties: Parties) -> str:
    """ "Spain (lead sponsor), Chile (co-sponsor)"."""
    return ", ".join(f"{country} ({_label(role)})" for country, role in parties)


def _label(role: str) -> str:
    return str(Role(role).label).lower()


def given_parties(given: Mapping[str, Sequence[str]], problems: list[Problem]) -> Parties:
    """The states meant by ``given``: iso3 codes, names or lists of them by role. What is unknown, or given twice,
    is added to ``problems``."""
    wanted = [(value, role) for role, values in given.items() for value in values if value.strip()]
    if not wanted:
        return ()
    by_code = {str(country.iso3): country for country in Country.objects.exclude(iso3=None)}
    names = {name_key(code): country for code, country in by_code.items()} | state_names()
    found: list[tuple[Country, str]] = []
    for value, role in wanted:
        listed = read_list(_CODE.sub(lambda m: _spelled(m["code"], by_code), value), names)
        for name in listed.unknown or (() if listed.found else (value,)):
            code = len(name) <= 3
            known = list(by_code) if code else [country.name for country in by_code.values()]
            name = name.upper() if code else name
            remedy = "Give its name or its ISO 3166 alpha-3 code."
            problems.append(unknown("state", name, remedy, hint=did_you_mean(name, known), field=role))
        again = [country for country in listed.found if any(country == other for other, _ in found)]
        for country in dict.fromkeys((*listed.repeated, *again)):
            message = f"{country} is given twice."
            problems.append(Problem("state-twice", message, "Give it once.", Severity.UNUSABLE, field=role))
        found += [(country, role) for country in listed.found]
    return tuple(found)


def _spelled(code: str, by_code: Mapping[str, Country]) -> str:
    return by_code[code].name if code in by_code else code


def named_parties(text: TextAsRead) -> NamedParties:
    """The words above the text say who stands behind it ("submitted by … with co-sponsors …"), or the running lines
    do; slides bear their state's name on every page, or in their title."""
    names = state_names()
    around = text.around
    unknown_names: tuple[str, ...] = ()
    for words in (around.opening, around.title, *around.running):
        proposed = proposed_parties(words, names)
        unknown_names = unknown_names or proposed.unknown
        if proposed.parties:
            return NamedParties(tuple((c, str(role)) for c, role in proposed.parties), proposed.unknown)
    for words in (" ".join(around.running), around.opening, around.title):
        found = [country for _, country in names_in(words, names)]
        if len(found) == 1:
            return NamedParties(((found[0], Role.DELIVERER),), unknown_names)
    return NamedParties((), unknown_names)


def together(given: Parties, named: Parties, left_out: Collection[str]) -> Parties:
    """Those given, in their role, and those of the text that are not left out; in the order of roles, then of the text."""
    said = dict(given)
    taken = [
        (country, said.pop(country, role))
        for country, role in named
        if country in said or country.key not in left_out
    ]
    return tuple(sorted((*taken, *said.items()), key=lambda party: Role.values.index(party[1])))


def party_problems(text: TextAsRead, taken: Parties, named: NamedParties) -> Iterator[Problem]:
    """Where the states that are taken, and those that the text names, are not the same."""
    for name in named.unknown:
        message = f"The text names “{name}” among the states behind it; no state is known by that name."
        yield _problem("party-unknown", text, message, name)
    if not taken:
        yield Problem(
            "no-parties",
            "None of the states that the text names is taken, and none is given."
            if named.parties
            else "The file does not say which states stand behind the statement.",
            "Give who delivered it, or lead and co-sponsors; or enter the parties in its form before publication.",
            Severity.CHECK,
            text.file.name,
        )
    if not taken or not named.parties:
        return
    said, stands = dict(taken), dict(named.parties)
    for country, role in named.parties:
        name = str(country)
        if country not in said:
            message = f"The text names {name} as {_label(role)}; it is not given."
            yield _problem("party-not-given", text, message, name)
        elif said[country] != role:
            message = f"The text names {name} as {_label(role)}; it is given as {_label(said[country])}."
            yield _problem("party-role-differs", text, message, name)
    for country, role in taken:
        if country not in stands:
            message = f"{country} is given as {_label(role)}; the text does not name it."
            yield _problem("party-not-in-text", text, message)


def _problem(code: str, text: TextAsRead, message: str, name: str = "") -> Problem:
    """``name``: as the text has it, to find its line."""
    remedy = "Correct what is given, or the file; or import it with parties as given, and what is given holds."
    line = _line_naming(text, name) if name else None
    return Problem(code, message, remedy, file=text.file.name, line=line, field="parties")


def _line_naming(text: TextAsRead, name: str) -> int | None:
    """Where a state is named as one behind the statement: above the text, or in a line that the pages repeat."""
    if name in f"{text.around.opening} {text.title}":
        return text.around.line
    return next((line.line for line in text.stripped if name in line.text), None)
