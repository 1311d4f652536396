"""The reference data of countries, in the order in which it loads."""

from __future__ import annotations

from editorial.actions.reference import reference
from editorial.importing.sheet_loader import loads

from .country import COUNTRIES, COUNTRY_NAMES
from .coverage import COVERAGE
from .domestic_step import DOMESTIC_STEPS
from .published_total import PUBLISHED_TOTALS
from .state_event import STATE_EVENTS
from .state_group import GROUP_MEMBERSHIPS, STATE_GROUPS
from .theme import THEMES
from .treaty import TREATIES, TREATY_ALIASES
from .treaty_acts_loader import load_treaty_actions

#: In the order in which they must run: what others name comes before them.
LOADERS = (
    loads("themes", THEMES),
    loads("countries", COUNTRIES),
    loads("country-names", COUNTRY_NAMES),
    loads("treaties", TREATIES),
    loads("treaty-aliases", TREATY_ALIASES),
    reference("treaty-actions")(load_treaty_actions),
    loads("domestic-steps", DOMESTIC_STEPS),
    loads("state-events", STATE_EVENTS),
    loads("state-groups", STATE_GROUPS),
    loads("group-memberships", GROUP_MEMBERSHIPS),
    loads("published-totals", PUBLISHED_TOTALS),
    loads("coverage", COVERAGE),
)
