"""Use, production and trade, as sources say it: who, and when, in the same sentence; a denial beside it (Article 1)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from countries.models import FactKind
from stockpiles.models import Activity, ActivityClaim
from stockpiles.queries.activity_lines import activity_groups
from stockpiles.queries.figure_groups import Proofs

from .parts import Part, Sentence, Subject
from .words import notes_of, whose_word

_NAMES = {
    Activity.USE: "use",
    Activity.PRODUCTION: "production",
    Activity.EXPORT: "export",
    Activity.IMPORT: "import",
    Activity.TRANSFER: "transfer",
    Activity.HOSTING: "hosting of foreign stocks",
}


def said_of(*activities: Activity) -> Part:
    """Every answer to some questions: first what is said against the state, then its denial, then the others."""

    def part(about: Subject) -> Iterable[Sentence]:
        for group in about.story.activity_groups:
            if group.activity not in activities:
                continue
            for place, line in enumerate(group.lines):
                subject = "it" if place else about.name
                yield Sentence(
                    f"{whose_word(line.said)} {subject} {line.words}.", notes_of(line.said), opens=place == 0
                )

    return part


def used_here(about: Subject) -> Iterable[Sentence]:
    """What sources say of others who used cluster munitions in the state or area, with the denials. Three queries."""
    rows = ActivityClaim.objects.filter(activity=Activity.USE, places__country=about.country)
    claims = list(
        rows.exclude(country=about.country)
        .select_related("country", "munition_type")
        .prefetch_related("places__country")
        .order_by("country__name", "pk")
    )
    proof = Proofs(claims)
    for name, own in groupby(claims, lambda claim: claim.country.name):
        for group in activity_groups(proof.shown(claim) for claim in own):
            for line in group.lines:
                yield Sentence(f"{whose_word(line.said)} {name} {line.words}.", notes_of(line.said))


def not_said(about: Subject) -> Iterable[Sentence]:
    """The questions on use, production and trade of which no answer is recorded here."""
    answered = {group.activity for group in about.story.activity_groups}
    if Activity.TRANSFER in answered:
        answered |= {Activity.EXPORT, Activity.IMPORT}
    elif answered & {Activity.EXPORT, Activity.IMPORT}:
        answered.add(Activity.TRANSFER)
    else:  # none of the three: one word stands for all
        answered |= {Activity.EXPORT, Activity.IMPORT}
    missing = [name for one, name in _NAMES.items() if one not in answered]
    if missing:
        words = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} or {missing[-1]}"
        yield about.nothing(f"Nothing on {words}", FactKind.ACTIVITIES)
