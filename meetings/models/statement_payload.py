"""What a release of a statement freezes beside its text: parties, themes, articles, actions, positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from meetings.rules.article_order import article_order

if TYPE_CHECKING:
    from .statement import Statement


def statement_payload(statement: Statement) -> tuple[dict[str, Any], list[str]]:
    """Plain JSON with the names as they stand that day, and the keys of the sources it rests on."""
    parties = list(statement.parties.select_related("country", "organisation"))
    positions = list(statement.positions.select_related("country", "organisation", "theme", "source"))
    own_source = statement.source.key if statement.source else ""
    meeting = statement.meeting
    data: dict[str, Any] = {
        "kind": statement.kind,
        "language": statement.language,
        "date": statement.date.as_json() if statement.date else None,
        "speaker": statement.speaker,
        "meeting": {"slug": meeting.slug, "name": meeting.name} if meeting else None,
        "document": _document(statement),
        "source": own_source,
        "parties": [{**_who(party), "role": party.role} for party in parties],
        "states_claimed": statement.states_claimed,
        "claimed_in_words": statement.claimed_in_words,
        "states_unnamed": statement.states_unnamed,
        "unnamed_parties": statement.unnamed_parties,
        "themes": [
            {"slug": row.theme.slug, "title": row.theme.title} for row in statement.themes.select_related("theme")
        ],
        "articles": sorted((row.article for row in statement.articles.all()), key=article_order),
        "actions": [
            {"plan": row.plan.slug, "plan_name": row.plan.name, "number": row.number}
            for row in statement.actions.select_related("plan")
        ],
        "positions": [
            {
                **_who(position),
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
            for position in positions
        ],
    }
    keys = {own_source, *(row["source"] for row in data["positions"])} - {""}
    return data, sorted(keys)


def _who(row: Any) -> dict[str, Any]:
    """A state by its code, slug and name; an organisation by its slug and name."""
    if row.country:
        return {"iso3": row.country.iso3, "slug": row.country.slug, "name": row.country.name}
    return {"organisation": row.organisation.slug, "name": str(row.organisation)}


def _document(statement: Statement) -> dict[str, Any] | None:
    document = statement.document
    if document is None or not document.is_public:
        return None
    return {"id": document.pk, "title": document.title, "un_symbol": document.un_symbol}
