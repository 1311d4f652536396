"""What national laws say on the composed pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from countries.models import Country, NationalLawKind
from countries.queries.national_laws import LawStory, LawUpshot, StateLaws, by_state_of, laws_of, laws_of_states
from editorial.views.addresses import addresses

from .parts import UNRECORDED, Content, Event, PageMark, PageMoment

KEYS = {upshot: upshot.name.lower().replace("_", "-") for upshot in LawUpshot}


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


def _of_all(at: PageMoment) -> list[StateLaws]:
    def read() -> list[StateLaws]:
        if "laws" not in at.together:
            return laws_of_states()
        states = at.stock_records.countries
        for claim in (claims := at.together.rows("laws", None)):
            claim.country = states[claim.country_id]
        return by_state_of(claims, at.together.proof(None))

    return at.kept.value("national laws", read)


def law_marks(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """The most that is on record of each state's law, with who says so; of every other, that nothing is recorded."""
    page_of, ranks = addresses("country", "a-slug"), list(LawUpshot)
    rows = {row.country.pk: row for row in _of_all(at)}

    def mark(country: Country) -> PageMark:
        row = rows.get(country.pk)
        if row is None:
            return UNRECORDED
        law = next(one for one in row.laws if one.upshot is row.upshot)
        url = f"{page_of(country.slug)}#{law.first.anchor}"
        return PageMark(KEYS[row.upshot], row.upshot.value, basis=law.who, rank=ranks.index(row.upshot), url=url)

    return {country.pk: mark(country) for country in countries}
