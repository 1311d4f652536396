"""Who stands behind a statement, in a line that a reader takes in at once."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NAMES = 5


def parties_in_words(parties: Sequence[tuple[str, str]], unnamed: int = 0, others: str = "") -> str:
    """ "Spain with Chile, Croatia, Mexico and Portugal", "Costa Rica for 25 states", "Peru and 45 states not named".

    ``parties`` are names with roles in the source's order; ``unnamed`` counts states that the source does not name,
    ``others`` are its words for an unnamed set. Long lists are shortened by count.
    """
    spoke = [name for name, role in parties if role in ("deliverer", "lead")]
    joined = [(name, role) for name, role in parties if role not in ("deliverer", "lead")]
    words = listed(spoke)
    if joined:
        names = [name for name, _ in joined]
        rest = listed(names) if len(names) <= MOST_NAMES else f"{len(names)} {'others' if spoke else 'states'}"
        link = "for" if all(role == "on-behalf-of" for _, role in joined) else "with"
        words = f"{words} {link} {rest}" if words else rest
    if unnamed:
        more = f"{unnamed} state{'s' if unnamed != 1 else ''} not named"
        words = f"{words} and {more}" if words else more
    if others:
        words = f"{words} with {others}" if words else others
    return words


def behind_in_words(parties: Sequence[tuple[str, str]], headings: Sequence[tuple[str, str]]) -> str:
    """ "Lead sponsor: Spain. Co-sponsors: Chile, Croatia, Mexico and Portugal."; long lists by count.

    ``parties`` are names with roles; ``headings`` gives the roles in their order, each with its words.
    """
    found = []
    for role, heading in headings:
        names = [name for name, own in parties if own == role]
        if names:
            found.append(f"{heading}: {listed(names) if len(names) <= MOST_NAMES else len(names)}.")
    return " ".join(found)


def listed(names: Sequence[str]) -> str:
    """ "Chile", "Chile and Peru", "Chile, Mexico and Peru"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
