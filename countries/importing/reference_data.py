"""The reference data of countries, in the order in which it loads."""

from __future__ import annotations

from countries.models import ProfileTheme
from editorial.actions.import_report import ImportReport
from editorial.actions.reference import keep, reference
from editorial.importing.sheet_loader import loads

from .country import COUNTRIES, COUNTRY_NAMES
from .coverage import COVERAGE
from .domestic_step import DOMESTIC_STEPS
from .state_group import GROUP_MEMBERSHIPS, STATE_GROUPS
from .treaty import TREATIES, TREATY_ALIASES
from .treaty_acts_loader import load_treaty_actions

THEMES = (
    ("cluster-munition-ban-policy", "Cluster Munition Ban Policy"),
    ("mine-ban-policy", "Mine Ban Policy"),
    ("mine-action", "Mine Action"),
    ("casualties", "Casualties"),
    ("victim-assistance", "Victim Assistance"),
    ("support-for-mine-action", "Support for Mine Action"),
)


@reference("themes")
def load_themes(report: ImportReport) -> None:
    """The themes under which the Monitor publishes profiles."""
    for order, (slug, title) in enumerate(THEMES, 1):
        keep(ProfileTheme, {"title": title, "order": order}, by={"slug": slug}, report=report)


#: In the order in which they must run: what others name comes before them.
LOADERS = (
    load_themes,
    loads("countries", COUNTRIES),
    loads("country-names", COUNTRY_NAMES),
    loads("treaties", TREATIES),
    loads("treaty-aliases", TREATY_ALIASES),
    reference("treaty-actions")(load_treaty_actions),
    loads("domestic-steps", DOMESTIC_STEPS),
    loads("state-groups", STATE_GROUPS),
    loads("group-memberships", GROUP_MEMBERSHIPS),
    loads("coverage", COVERAGE),
)
