"""What sources say of the laws of all states, law by law, and how many States Parties have one of their own on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from countries.models import Country, NationalLaw, NationalLawKind, NationalLawStatus
from countries.queries.treaty_standings import Standings
from countries.rules.national_law import Enacted, LawCount, LawSaid, enacted_by
from countries.rules.standing import Basis, Standing
from editorial.models import Rank
from editorial.queries.shown import Proofs, ShownRecord, all_who_say, whose_word
from editorial.rules.partial_date import PartialDate

KINDS = list(NationalLawKind)


class LawUpshot(Enum):
    """What a map has room for: the most that the record has of a state. It says nothing of what is not on record."""

    OWN_LAW = "Act or amendment"
    JOINING = "Law on joining"
    ORDER = "Decree, directive or moratorium"
    VIEW = "Its own view: existing law suffices or is relied on"
    DRAFT = "Bill, draft or plan"


@dataclass(frozen=True)
class LawStory:
    """All that sources say of one law: a preferred claim first, then from the newest to the oldest."""

    said: tuple[ShownRecord[NationalLaw], ...]

    @property
    def first(self) -> NationalLaw:
        return self.said[0].record

    @property
    def adopted(self) -> tuple[PartialDate, ...]:
        """The days of adoption that sources give, each once."""
        return self._dates("adopted_on")

    @property
    def in_force(self) -> tuple[PartialDate, ...]:
        """The days of entry into force that sources give, each once."""
        return self._dates("in_force_on")

    def _dates(self, name: str) -> tuple[PartialDate, ...]:
        return tuple(dict.fromkeys(when for one in self.said if (when := getattr(one.record, name)) is not None))

    @property
    def course(self) -> str:
        """How far it has come, and when: "adopted 2006 or June 2006, in force 9 June 2006"; "" where no source says."""
        status = next((one.record.status for one in self.said if one.record.status), "")
        adopted, in_force = (" or ".join(map(str, days)) for days in (self.adopted, self.in_force))
        word = "announced" if status == NationalLawStatus.ANNOUNCED else "adopted"
        parts = [f"{word} {adopted}"] if adopted else []
        parts += [f"in force {in_force}"] if in_force else []
        return ", ".join(parts) or (str(NationalLawStatus(status).label).lower() if status else "")

    @property
    def who(self) -> str:
        """Who says so, and whether it is the state: "according to Human Rights Watch, 2016"."""
        return f"{whose_word(self.said)} {all_who_say(self.said)}"

    @property
    def years(self) -> set[int]:
        """The calendar years in which it was adopted, as any source says; of a bound none."""
        return {when.year for when in self.adopted if not when.bound}

    @cached_property
    def upshot(self) -> LawUpshot:
        found = self.first
        if found.kind in (NationalLawKind.ACT, NationalLawKind.AMENDMENT):
            return LawUpshot.OWN_LAW
        if found.kind == NationalLawKind.RATIFICATION_LAW:
            is_bill = found.status == NationalLawStatus.BEFORE_PARLIAMENT
            return LawUpshot.DRAFT if is_bill else LawUpshot.JOINING
        if found.kind in (NationalLawKind.EXISTING_LAW, NationalLawKind.NONE_NEEDED):
            return LawUpshot.VIEW
        return LawUpshot.DRAFT if found.kind == NationalLawKind.BILL else LawUpshot.ORDER


@dataclass(frozen=True)
class StateLaws:
    """The laws of one state that are on record, acts first."""

    country: Country
    laws: tuple[LawStory, ...]

    @cached_property
    def upshot(self) -> LawUpshot:
        found = {law.upshot for law in self.laws}
        return next(one for one in LawUpshot if one in found)

    @cached_property
    def said(self) -> tuple[LawSaid, ...]:
        """What the rule of counting needs; claims that another one replaced are left out."""
        claims = (one.record for law in self.laws for one in law.said if one.record.rank != Rank.SUPERSEDED)
        return tuple(LawSaid(law.kind, law.status, law.adopted_on, law.in_force_on) for law in claims)


def laws_of_states() -> list[StateLaws]:
    """By name of state. Two queries, whatever the number of claims."""
    claims = list(NationalLaw.objects.select_related("country").defer("country__note").order_by("pk"))
    return by_state_of(claims, Proofs(claims))


def by_state_of(claims: Sequence[NationalLaw], proof: Proofs) -> list[StateLaws]:
    """The same of claims that are read already, each with its state."""
    by_state: dict[int, list[NationalLaw]] = defaultdict(list)
    for claim in claims:
        by_state[claim.country_id].append(claim)
    found = [StateLaws(of[0].country, stories(proof.shown(one) for one in of)) for of in by_state.values()]
    return sorted(found, key=lambda one: one.country.name)


def laws_of(country: Country) -> tuple[LawStory, ...]:
    """The laws of one state. Two queries."""
    claims = list(NationalLaw.objects.filter(country=country).order_by("pk"))
    for claim in claims:
        claim.country = country
    proof = Proofs(claims)
    return stories(proof.shown(claim) for claim in claims)


def stories(claims: Iterable[ShownRecord[NationalLaw]]) -> tuple[LawStory, ...]:
    """Claims of one state, law by law: in the order of kinds, then of adoption; those without a day last."""
    by_law: dict[tuple[str, str], list[ShownRecord[NationalLaw]]] = defaultdict(list)
    for one in claims:
        by_law[one.record.kind, one.record.name].append(one)
    found = [LawStory(tuple(sorted(said, key=_first_preferred_then_newest))) for said in by_law.values()]
    return tuple(sorted(found, key=_place))


def law_count(rows: Sequence[StateLaws], standings: Standings) -> LawCount:
    """How many States Parties, by deposit, have a law of their own on record on the day of the standings."""
    parties = {row.state.id for row in standings.parties(Basis.DEPOSIT)}
    day = standings.day
    found = [enacted_by(day, row.said) for row in rows if row.country.pk in parties]
    return LawCount(day, len(parties), found.count(Enacted.BY_THEN), found.count(Enacted.UNDATED))


def standing_of(row: StateLaws, standings: Standings | None) -> Standing | None:
    """How a state stands towards the convention; None for an area that joins no treaties."""
    found = standings.by_state.get(row.country.pk) if standings else None
    return found.standing if found else None


def _first_preferred_then_newest(one: ShownRecord[NationalLaw]) -> tuple[int, int, int]:
    claim = one.record
    ranks = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.SUPERSEDED: 2}
    said = claim.made_on
    return ranks[Rank(claim.rank)], -said.latest.toordinal() if said else 0, claim.pk


def _place(law: LawStory) -> tuple[int, date, int]:
    adopted = law.adopted[0].earliest if law.adopted else date.max
    return KINDS.index(NationalLawKind(law.first.kind)), adopted, law.first.pk
