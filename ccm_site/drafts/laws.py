"""National laws by which the state carries the convention out (Article 9), as sources give them."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import FactKind, NationalLaw, NationalLawKind
from countries.queries.national_laws import laws_of

from .parts import Sentence, Subject
from .words import alike, notes_of, on, whose_word


def national_laws(about: Subject) -> Iterable[Sentence]:
    """A sentence for all that is said alike of a law. That existing law does, or none is needed, is its own view."""
    found = laws_of(about.country)
    for law in found:
        for same in alike(law.said, lambda one: (one.record.certainty, _words(about, one.record))):
            yield Sentence(f"{whose_word(same)} {_words(about, same[0].record)}.", notes_of(same))
    if not found and about.is_state:
        yield about.nothing("No national law on cluster munitions", FactKind.NATIONAL_LAWS)


def _words(about: Subject, law: NationalLaw) -> str:
    if law.kind == NationalLawKind.NONE_NEEDED:
        begins = f"{about.name} holds that no further law is needed ({law.title})"
    elif law.kind == NationalLawKind.EXISTING_LAW:
        begins = f"{about.name} relies on existing law ({law.title})"
    else:
        begins = f"{about.name} has “{law.title}” ({law.get_kind_display().lower()})"
    is_dated = law.adopted_on or law.in_force_on
    facts = [
        f"{'announced' if law.status == 'announced' else 'adopted'} {on(law.adopted_on)}"
        if law.adopted_on
        else "",
        f"in force {on(law.in_force_on)}" if law.in_force_on else "",
        law.get_status_display().lower() if law.status and not is_dated else "",
        f"it covers {law.covers}" if law.covers else "",
        f"the penalty is {law.penalty}" if law.penalty else "",
    ]
    said = "; ".join(fact for fact in facts if fact)
    return f"{begins}: {said}" if said else begins
