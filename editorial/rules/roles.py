"""What each role of the team may do. Permissions are Django's; the lists here are the team's rule."""

from __future__ import annotations

from typing import Final

RESEARCHER: Final = "Researcher"  # writes: profiles, statements, figures, sources
EDITOR: Final = "Editor"  # writes, and reviews what others wrote
PUBLISHER: Final = "Publisher"  # as an editor, and publishes, corrects, withdraws
READ_ONLY: Final = "Read-only"  # sees everything of the desk, changes nothing

VERBS: Final[dict[str, tuple[str, ...]]] = {
    READ_ONLY: ("view",),
    RESEARCHER: ("view", "add", "change", "delete"),
    EDITOR: ("view", "add", "change", "delete", "review"),
    PUBLISHER: ("view", "add", "change", "delete", "review", "publish", "withdraw", "hurry"),
}

# Reference tables that only administrators change: a mistake there moves every page.
ADMINISTRATORS_ONLY: Final = frozenset(
    {"country", "countryname", "profiletheme", "treaty", "team", "teammember", "countryassignment"}
)
