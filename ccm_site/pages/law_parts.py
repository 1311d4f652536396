"""What national laws say on the composed pages."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import Country, NationalLawKind
from countries.queries.national_laws import LawStory, LawUpshot, laws_of

from .parts import Content, Event, PageMoment


def _laws(country: Country, at: PageMoment) -> tuple[LawStory, ...]:
    return at.of_acts(country, "national laws", lambda: laws_of(country))


def law_events(country: Country, at: PageMoment) -> Iterable[Event]:
    """Each law that was adopted, on the day that its first source gives; days that others give stand beside it."""
    for law in _laws(country, at):
        if law.upshot in (LawUpshot.VIEW, LawUpshot.DRAFT) or not law.adopted:
            continue
        day, *others = law.adopted
        verb = "Announced" if law.first.kind == NationalLawKind.MORATORIUM else "Adopted"
        also = f"; {', '.join(map(str, others))} by another source" if others else ""
        yield Event(day, f"{verb}: {law.first.name}", f"#{law.first.anchor}", f"Article 9, {law.who}{also}")


def national_law(country: Country, at: PageMoment) -> Content:
    """Its laws, drafts and views on the need of one, source by source."""
    found = _laws(country, at)
    return {"laws": found} if found else None
