"""What a release of a statement freezes of each row beside its text, as plain JSON with the names of that day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def frozen_party(party: Any) -> dict[str, Any]:
    return {**_who(party), "role": party.role}


def frozen_position(position: Any, own_source: str) -> dict[str, Any]:
    """A position rests on its own source, or else on that of the statement. It names nobody where all parties hold it."""
    return {
        **(_who(position) if position.country or position.organisation else {}),
        "theme": position.theme.slug,
        "theme_title": position.theme.title,
        "stance": position.stance,
        "paraphrase": position.paraphrase,
        "quote": position.quote,
        "quote_language": position.quote_language,
        "translation": position.translation,
        "source": position.source.key if position.source else own_source,
        "locator": position.locator,
    }


def _who(row: Any) -> dict[str, Any]:
    """A state by its code, slug and name; an organisation by its slug and name."""
    if row.country:
        return {"iso3": row.country.iso3, "slug": row.country.slug, "name": row.country.name}
    return {"organisation": row.organisation.slug, "name": str(row.organisation)}


def frozen_document(document: Any) -> dict[str, Any] | None:
    """The document in which it stands, where readers may see one."""
    if document is None or not document.is_public:
        return None
    return {"id": document.pk, "title": document.title, "un_symbol": document.un_symbol}


def is_held_by_all(row: Mapping[str, Any]) -> bool:
    """Whether a frozen position is that of everybody who stands behind the statement."""
    return "organisation" not in row and "slug" not in row
