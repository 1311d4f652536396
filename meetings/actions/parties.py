"""Entering who stands behind a statement, many at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from countries.models import Country
from editorial.models import Organisation, User, recording
from meetings.models import Role, Statement, StatementParty
from meetings.queries.names import party_names
from meetings.rules.names_in_text import read_list


@dataclass(frozen=True)
class EnteredParties:
    """What a pasted list came to: names entered, names that were there already, words that are no state."""

    added: tuple[str, ...]
    already: tuple[str, ...]
    unknown: tuple[str, ...]


@transaction.atomic
def enter_parties(
    *, statement: Statement, pasted: Mapping[Role, str], by: User | None, reason: str
) -> EnteredParties:
    """Add every state and organisation of the pasted lists in its role, in the order of the lists.

    Whoever is entered already keeps its role. Nothing is entered for words that name nobody; they come back.
    """
    names = party_names()
    there = {(party.country_id, party.organisation_id) for party in statement.parties.all()}
    order = statement.parties.aggregate(Max("order"))["order__max"] or 0
    added: list[str] = []
    already: list[str] = []
    unknown: list[str] = []
    with recording(by=by, reason=reason):
        for role, text in pasted.items():
            found = read_list(text, names)
            unknown += found.unknown
            for who in found.found:
                key = (who.pk, None) if isinstance(who, Country) else (None, who.pk)
                if key in there:
                    already.append(str(who))
                    continue
                there.add(key)
                order += 1
                StatementParty.objects.create(
                    statement=statement,
                    country=who if isinstance(who, Country) else None,
                    organisation=who if isinstance(who, Organisation) else None,
                    role=role,
                    order=order,
                )
                added.append(str(who))
    return EnteredParties(tuple(added), tuple(already), tuple(unknown))
