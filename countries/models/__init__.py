"""Tables of countries: who is bound by what, and what we know of them."""

from .bounded import BOUND_HELP, FigureBound
from .country import Country, CountryKind, CountryName, CountryNameKind, NameInLanguage
from .country_profile import CountryProfile, ProfileTheme
from .coverage import Coverage, Extent, FactKind
from .domestic_step import DomesticStep, DomesticStepKind
from .medium import Medium, MediumKind
from .national_law import NationalLaw, NationalLawKind, NationalLawStatus
from .profile_release import ProfileRelease, ReadyProfile
from .published_total import MEASURES, PublishedTotal, TotalMeasure, TotalSubject
from .section_confirmation import SectionConfirmation
from .state_coverage import StateCoverage
from .state_event import StateEvent, StateEventKind
from .state_group import GroupMembership, StateGroup
from .team import CountryAssignment, Team, TeamMember
from .treaty import Treaty, TreatyAlias
from .treaty_action import TreatyAction, TreatyActionQuerySet
