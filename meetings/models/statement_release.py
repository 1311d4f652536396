"""The frozen publications of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from editorial.addresses import address_of
from editorial.models import ReadyText, Release
from editorial.rules.partial_date import PartialDate

from .position import HELD_BY_ALL, Stance
from .statement import LANGUAGES, Statement, StatementKind, slug_of
from .statement_party import BEHIND


class StatementRelease(Release):
    """One publication, r1, r2 …, of a statement with its parties, themes and positions as they stood that day."""

    RECORD = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="releases")

    class Meta(Release.Meta):
        abstract = False
        constraints = [
            *Release.Meta.constraints,
            models.UniqueConstraint(
                fields=["statement", "number"],
                condition=models.Q(taken_back_at__isnull=True),
                name="meetings_statementrelease_one_kept_per_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} {self.label}"

    def get_absolute_url(self) -> str:
        """For ever: number, ending and release number are frozen with it."""
        return address_of(
            "statement_release", number=self.statement_id, slug=slug_of(self.title), release=self.number
        )

    @property
    def date(self) -> PartialDate | None:
        """When the statement was made."""
        return PartialDate.from_json(self.payload["date"])

    def parties_by_role(self) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
        """The ones who brought the statement first; each as role, heading and parties."""
        for role, heading in BEHIND:
            if found := [row for row in self.payload["parties"] if row["role"] == role]:
                yield role, heading, found

    def recorded(self) -> dict[str, str]:
        """Everything frozen beside the text that readers are shown, in words; only what there is."""
        payload = self.payload
        meeting, document = payload["meeting"], payload["document"]
        source = payload["sources"].get(payload["source"])
        said = {
            "Title": self.title,
            "Kind": StatementKind(payload["kind"]).label,
            "Date": str(self.date or ""),
            "Meeting": meeting["name"] if meeting else "",
            "Language": LANGUAGES.get(payload["language"], payload["language"]),
            "Speaker": payload["speaker"],
            **{heading: _names(rows, "name") for _, heading, rows in self.parties_by_role()},
            "Not named": payload["unnamed_parties"],
            "States not named by the source": str(payload["states_unnamed"] or ""),
            "States counted by the source": str(payload["states_claimed"] or ""),
            "Counted in the words": payload["claimed_in_words"],
            "Themes": _names(payload["themes"], "title"),
            "Articles": ", ".join(payload["articles"]),
            "Action plans": "; ".join(_action(row) for row in payload["actions"]),
            "Source": source["citation"] if source else "",
            "Document": document["title"] if document else "",
            **self._positions_in_words(),
        }
        return {label: words for label, words in said.items() if words}

    def _positions_in_words(self) -> dict[str, str]:
        """What each party says on a theme: "Position of Peru on retention" → "Supports. It holds none."."""
        found: dict[str, str] = {}
        for row in self.payload["positions"]:
            holder = row.get("name") or HELD_BY_ALL.lower()
            label = f"Position of {holder} on {row['theme_title'].lower()}"
            source = self.payload["sources"].get(row["source"])
            parts = (
                f"{Stance(row['stance']).label}.",
                row["paraphrase"],
                f"“{row['quote']}”" if row["quote"] else "",
                f"Translation: {row['translation']}" if row["translation"] else "",
                ", ".join(part for part in (source["citation"] if source else "", row["locator"]) if part),
            )
            words = " ".join(part for part in parts if part)
            found[label] = f"{found[label]} {words}" if label in found else words
        return found


class ReadyStatement(ReadyText):
    """What follows from one publication of a statement. Its answer is all that the API says of it but the meeting, whose
    name is that of today; the file of all statements is made of these."""

    release = models.OneToOneField(
        StatementRelease, on_delete=models.CASCADE, primary_key=True, related_name="ready"
    )


def _names(rows: list[dict[str, Any]], name: str) -> str:
    return ", ".join(row[name] for row in rows)


def _action(row: dict[str, Any]) -> str:
    return f"{row['plan_name']}, action {row['number']}" if row["number"] else str(row["plan_name"])
