"""The themes under which the Monitor publishes profiles, in the order of their file."""

from __future__ import annotations

from countries.models import ProfileTheme
from editorial.importing.sheet import Column, Made, Sheet, SheetRow

from .country import FOLDER


def _theme(row: SheetRow) -> list[Made]:
    return [Made(ProfileTheme, {"slug": row["slug"]}, {"title": row["title"], "order": row.line - 1})]


THEMES = Sheet(
    "themes",
    "Themes of profiles",
    (Column("slug", needed=True), Column("title", needed=True)),
    records=_theme,
    file=FOLDER / "themes.csv",
)
