"""Rows of a proposed change that would tell readers something for which no source is named.

A fact that readers see names its source; a change of wording needs none. What names none can be kept as a proposal, but
is never confirmed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from editorial.models import ChangeRow, Claim, ResearchedTextField, Sourced, Tracked, source_keys, whole_of
from editorial.models.citation_use import researched_fields

from .proof import named_by

CITATION = "[@"


def unsourced_rows(rows: Iterable[ChangeRow]) -> list[ChangeRow]:
    """Those of the rows that lack a source, of their own or of the record that they are a part of."""
    together = {row.row_id: row for row in rows}
    wholes: dict[uuid.UUID, bool] = {}
    found = []
    for row in together.values():
        if _names_one(row.model, row.after) or not _needs_one(row):
            continue
        if row.whole_id not in wholes:
            wholes[row.whole_id] = row.whole_id != row.row_id and _whole_names_one(row, together)
        if not wholes[row.whole_id]:
            found.append(row)
    return found


def _needs_one(row: ChangeRow) -> bool:
    if row.after is None or not issubclass(row.model, Claim | Sourced):
        return False
    if row.before is None:  # what is brought back was read before; only its deletion is undone
        return not row.model.history.filter(public_id=row.row_id).exists()
    changed = [name for name in row.after if row.after[name] != row.before.get(name)]
    says_more = any(not _is_wording(row.model._meta.get_field(name)) for name in changed)
    return says_more or _names_one(row.model, row.before)


def _is_wording(f: Any) -> bool:
    """Text whose spelling may be mended: no date, figure, choice or name of another record."""
    prose = isinstance(f, (models.TextField, models.CharField))
    return (
        prose
        and not f.choices
        and (isinstance(f, ResearchedTextField) or type(f).__module__.startswith("django."))
    )


def _names_one(model: type[Tracked], values: Mapping[str, object] | None) -> bool:
    said = values or {}
    if any(said.get(key.name) for key in source_keys(model)):
        return True
    return any(CITATION in str(said.get(name) or "") for name in researched_fields(model))


def _whole_names_one(row: ChangeRow, together: Mapping[uuid.UUID, ChangeRow]) -> bool:
    proposed = together.get(row.whole_id)
    if proposed is not None:
        return _names_one(proposed.model, proposed.after)
    whole = whole_of(row.model)
    stored = whole._base_manager.filter(public_id=row.whole_id).first() if whole else None
    if stored is None:
        return False
    cites = any(CITATION in getattr(stored, name) for name in researched_fields(type(stored)))
    return cites or bool(named_by(stored))
