"""The controlled list of subjects, with the article each belongs to, in the order of its file."""

from __future__ import annotations

from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from meetings.models import Theme

from .meeting import FOLDER, SLUG


def _theme(row: SheetRow) -> list[Made]:
    values = {**row.given("title", "article", "scope"), "order": row.line - 1}
    return [Made(Theme, {"slug": row["slug"]}, values)]


THEMES = Sheet(
    "themes",
    "Subjects",
    (SLUG, Column("title", needed=True), Column("article"), Column("scope")),
    records=_theme,
    file=FOLDER / "themes.csv",
)
