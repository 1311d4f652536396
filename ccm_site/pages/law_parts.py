"""What national laws say on the composed pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from countries.models import Country, NationalLawKind
from countries.queries.national_laws import LawStory, LawUpshot, laws_of, laws_of_states
from editorial.views.addresses import addresses

from .parts import Content, Event, PageMark, PageMoment
from .stock_parts import UNRECORDED


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


UPSHOTS = list(LawUpshot)


def law_marks(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """The most that the record has of each state's law, with who says so first; of every other, that nothing is recorded."""
    laws = at.kept.value("laws of states", lambda: {row.country.pk: row for row in laws_of_states()})
    page_of = addresses("country", "a-slug")

    def mark(country: Country) -> PageMark:
        row = laws.get(country.pk)
        if row is None:
            return UNRECORDED
        law = next(one for one in row.laws if one.upshot is row.upshot)
        return PageMark(
            row.upshot.name.lower(),
            row.upshot.value,
            basis=", ".join(filter(None, (law.course, law.who))),
            rank=UPSHOTS.index(row.upshot),
            url=f"{page_of(country.slug)}#laws",
        )

    return {country.pk: mark(country) for country in countries}
