"""The reference data of countries, in the order in which it loads."""

from __future__ import annotations

from editorial.actions.reference import reference
from editorial.importing.sheet_loader import loads

from .country import COUNTRIES, COUNTRY_NAMES, NAMES_IN_LANGUAGES
from .coverage import COVERAGE
from .domestic_step import DOMESTIC_STEPS
from .medium import MEDIA
from .national_law import NATIONAL_LAWS
from .published_total import PUBLISHED_TOTALS
from .state_coverage import STATE_COVERAGE
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
    loads("names-in-languages", NAMES_IN_LANGUAGES),
    loads("treaties", TREATIES),
    loads("treaty-aliases", TREATY_ALIASES),
    reference("treaty-actions")(load_treaty_actions),
    loads("domestic-steps", DOMESTIC_STEPS),
    loads("national-laws", NATIONAL_LAWS),
    loads("state-events", STATE_EVENTS),
    loads("media", MEDIA),
    loads("state-groups", STATE_GROUPS),
    loads("group-memberships", GROUP_MEMBERSHIPS),
    loads("published-totals", PUBLISHED_TOTALS),
    loads("coverage", COVERAGE),
    loads("state-coverage", STATE_COVERAGE),
)
