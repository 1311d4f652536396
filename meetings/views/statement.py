"""A statement as readers see it: who stands behind it, what it says, the positions that are taken in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from countries.queries.coverage import record_until
from editorial.addresses import address_of
from editorial.public.noun import Address, Crumbs, PublicNoun, entry
from editorial.public.pages import release_page
from meetings.models import Stance, Statement, StatementKind, StatementRelease
from meetings.models.statement import slug_of


class Statements(PublicNoun[StatementRelease]):
    """The releases of one statement stand on one shelf. Its number finds them; the readable ending is the title's."""

    model = StatementRelease
    name = "statement"
    kind = "statement"
    shelf = record = "statements/<int:number>/<slug:slug>/"
    feed = "feeds/corrections/statements/"
    home = "statements"
    lookups = {"number": "statement"}
    rests_on = {"number": (Statement, "id")}
    template = "meetings/statement.html"
    frozen_template = "meetings/_statement_frozen.html"
    feed_title = "corrections of statements"
    log_lead = "Every release of this statement, newest first."
    facts_title = "Beside the text"
    facts_lead = "Who stands behind the statement, and what is recorded of it, as each release froze it."
    facts_none = "not recorded"

    def address(self, release: StatementRelease) -> Address:
        return {"number": release.statement_id, "slug": slug_of(release.title), "release": release.number}

    def title(self, release: StatementRelease, *, readable: bool = True) -> str:
        return release.title if readable else f"Statement {release.statement_id}"

    def language(self, release: StatementRelease) -> str:
        return str(release.payload["language"])

    def file_name(self, release: StatementRelease) -> str:
        return f"statement-{release.statement_id}-{release.label}"

    def crumbs(self, release: StatementRelease) -> Crumbs:
        return [("Meetings", address_of("meetings")), ("Statements", address_of("statements"))]

    def log_url(self, release: StatementRelease) -> str:
        """The title of what was withdrawn stands in no address."""
        return (
            address_of("statement_history", number=release.statement_id, slug=slug_of(""))
            + f"#{self.anchor(release)}"
        )

    def parts_before_text(self, release: StatementRelease) -> list[dict[str, Any]]:
        return [entry("parties", "Who stands behind it")]

    def parts_after_text(self, release: StatementRelease) -> list[dict[str, Any]]:
        return [entry("positions", "Positions")] if release.payload["positions"] else []

    def record_until(self) -> date | None:
        return record_until()

    def frozen_context(self, release: StatementRelease) -> dict[str, Any]:
        payload = release.payload
        is_reported = payload["kind"] == StatementKind.INTERVENTION
        return {
            "payload": payload,
            "kind": StatementKind(payload["kind"]).label,
            "when": str(release.date or ""),
            "groups": list(release.parties_by_role()),
            "positions": [
                {**row, "stance_word": Stance(row["stance"]).label, "cited": payload["sources"].get(row["source"])}
                for row in payload["positions"]
            ],
            "own_source": payload["source"],
            "own_words": "The record in which it is reported"
            if is_reported
            else "The statement itself, or the record of it",
        }


STATEMENTS = Statements()


def by_number(request: HttpRequest, number: int) -> HttpResponse:
    """The number alone leads to the address of today."""
    return release_page(STATEMENTS, request, number=number, slug="")
