"""The researchers' doors of countries and their profiles."""

from .country import CountryAdmin
from .country_profile import CountryProfileAdmin, ProfileThemeAdmin
from .coverage import CoverageAdmin
from .domestic_step import DomesticStepAdmin
from .medium import MediumAdmin
from .national_law import NationalLawAdmin
from .profile_release import ProfileReleaseAdmin
from .published_total import PublishedTotalAdmin
from .state_coverage import StateCoverageAdmin
from .state_event import StateEventAdmin
from .state_group import StateGroupAdmin
from .team import CountryAssignmentAdmin, TeamAdmin
from .treaty import TreatyAdmin
from .treaty_action import TreatyActionAdmin
