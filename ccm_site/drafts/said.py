"""What the state said, as it was published here: statements, texts that it joined, and its positions by theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from countries.models import FactKind
from editorial.models import Cited
from editorial.rules.calendar import in_words
from meetings.models import ListedPosition, ListedStatement, Role, Stance, StatementKind, StatementRelease
from meetings.models.statement import LANGUAGES
from meetings.queries.positions import positions, taken_by
from meetings.queries.statements import behind, listed

from .parts import NotePart, Sentence, Subject
from .words import UNSOURCED, on

MOST = 60
_DID = {
    Role.DELIVERER.value: "made",
    Role.LEAD.value: "submitted",
    Role.CO_SPONSOR.value: "co-sponsored",
    Role.ON_BEHALF_OF.value: "was spoken for in",
    Role.ENDORSER.value: "endorsed",
}


def what_it_said(about: Subject) -> Iterable[Sentence]:
    """Each published statement behind which it stands, the oldest first: in what role, what, where and when; and what
    it says in them, by theme."""
    rows = behind(listed(about.at.now), about.country).select_related("meeting", "source")
    found: list[ListedStatement] = list(rows[: MOST + 1])
    if not found:
        yield about.nothing("No statement at a meeting", FactKind.STATEMENTS)
        return
    if len(found) > MOST:
        yield Sentence(f"Only the newest {MOST} statements on record are named here.")
    for row in reversed(found[:MOST]):
        when = on(row.date) if row.date else f"in {row.year}" if row.year else "on a day not recorded"
        where = f" ({StatementKind(row.kind).label.lower()}{f', {row.meeting.short_name}' if row.meeting else ''})"
        did = _DID[_role(row, about)]
        notes = (NotePart((Cited(row.source),)),) if row.source else UNSOURCED
        yield Sentence(f"{when[0].upper()}{when[1:]}, {about.name} {did} “{row.title}”{where}.", notes)
    yield from _positions(about)


def _positions(about: Subject) -> Iterable[Sentence]:
    """What it says by theme, the newest first in each. What a joint text says it says with the others."""
    taken = taken_by(positions(about.at.now), about.country)
    rows: list[ListedPosition] = list(taken.order_by("theme__order", "-day", "order")[:MOST])
    places = _places(rows)
    for place, row in enumerate(rows):
        others = row.number_of_others
        says = f"it and {in_words(others)} {'other' if others == 1 else 'others'} said" if others else "it said"
        when = on(row.listed.date) if row.listed.date else f"in {row.listed.year}" if row.listed.year else ""
        language = LANGUAGES.get(row.quote_language, row.quote_language)
        quoted = f"“{row.quote}” (in {language})" if row.quote else ""
        said = row.paraphrase or (f"“{row.translation}”" if row.translation else quoted)
        notes = (
            NotePart((Cited(row.source, places.get(row.pk, "")),), quoted) if row.source else NotePart((), quoted)
        )
        words = f"On {row.theme.title.lower()}, {says} {when} ({Stance(row.stance).label.lower()}): {said}"
        yield Sentence(" ".join(words.split()), (notes,) if row.source or quoted else UNSOURCED, opens=place == 0)


def _role(row: ListedStatement, about: Subject) -> str:
    """As what the state stands behind it."""
    mine = (one for one in row.parties_json if one.get("slug") == about.country.slug)
    return str(next(mine, {"role": Role.DELIVERER})["role"])


def _places(rows: Iterable[ListedPosition]) -> Mapping[int, str]:
    """Where each position is recorded, as its release froze it. One query."""
    rows = list(rows)
    payloads = dict(
        StatementRelease.objects.filter(pk__in={row.listed_id for row in rows}).values_list("pk", "payload")
    )
    return {
        row.pk: str(frozen["locator"])
        for row in rows
        for frozen in payloads.get(row.listed_id, {}).get("positions", [])
        if (frozen["theme"], frozen["paraphrase"], frozen["quote"]) == (row.theme.slug, row.paraphrase, row.quote)
    }
