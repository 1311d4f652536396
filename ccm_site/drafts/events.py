"""What happened in or around the state that is no legal act: a stock disclosed, help asked for, a milestone."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from countries.models import StateEvent, StateEventKind
from editorial.queries.proof import proofs

from .parts import NotePart, Part, Sentence, Subject
from .words import UNSOURCED, on

OF_POLICY = (StateEventKind.ANNOUNCEMENT,)
OF_STOCKS = tuple(kind for kind in StateEventKind if kind not in OF_POLICY)


def told(*kinds: StateEventKind) -> Part:
    """Events of some kinds by day, those of others that name the state among them. Where there is none nothing is said."""

    def part(about: Subject) -> Iterable[Sentence]:
        whose = Q(country=about.country) | Q(towards=about.country)
        rows = StateEvent.objects.filter(whose, kind__in=kinds).select_related("country", "source")
        found = list(rows.order_by("date", "pk"))
        rests_on = proofs(found)
        for one in found:
            proof, when = rests_on[StateEvent, one.pk], on(one.date)
            of = "" if one.country_id == about.country.pk else f", of {one.country}"
            notes = (NotePart(proof.sources, proof.words),) if proof.sources else UNSOURCED
            kind = one.get_kind_display().lower()
            yield Sentence(f"{when[0].upper()}{when[1:]} ({kind}{of}): {one.words.rstrip('.')}.", notes)

    return part
