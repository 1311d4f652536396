"""Addresses of version 1: every noun of the API, in the order of the house."""

from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import GenericViewSet

from .nouns.action_plan import ActionPlanViewSet
from .nouns.activity_claim import ActivityClaimViewSet
from .nouns.casualty_figure import CasualtyFigureViewSet
from .nouns.change import ChangeViewSet
from .nouns.clearance_record import ClearanceRecordViewSet
from .nouns.completion_declaration import CompletionViewSet
from .nouns.contamination_claim import ContaminationClaimViewSet
from .nouns.country import CountryViewSet
from .nouns.country_profile import ProfileViewSet
from .nouns.coverage import CoverageViewSet
from .nouns.deadline import DeadlineViewSet
from .nouns.destruction_programme import ProgrammeViewSet
from .nouns.destruction_record import DestructionRecordViewSet
from .nouns.domestic_step import DomesticStepViewSet
from .nouns.extension_request import ExtensionRequestViewSet
from .nouns.holding import HoldingViewSet
from .nouns.interpretive_position import InterpretivePositionViewSet
from .nouns.medium import MediumViewSet
from .nouns.meeting import MeetingViewSet
from .nouns.munition_type import MunitionTypeViewSet
from .nouns.national_law import NationalLawViewSet
from .nouns.position import PositionViewSet
from .nouns.published_deadline import PublishedDeadlineViewSet
from .nouns.published_total import PublishedTotalViewSet
from .nouns.resolution import ResolutionViewSet
from .nouns.retention_record import RetentionRecordViewSet
from .nouns.source import SourceViewSet
from .nouns.state_event import StateEventViewSet
from .nouns.state_group import StateGroupViewSet
from .nouns.statement import StatementViewSet
from .nouns.stock import StockViewSet
from .nouns.transparency_report import TransparencyReportViewSet
from .nouns.treaty import TreatyViewSet
from .nouns.treaty_action import TreatyActionViewSet
from .nouns.vote import VoteViewSet
from .nouns.vote_totals import VoteTotalsViewSet

app_name = "v1"

NOUNS: dict[str, tuple[str, type[GenericViewSet]]] = {
    "countries": ("country", CountryViewSet),
    "profiles": ("profile", ProfileViewSet),
    "sources": ("source", SourceViewSet),
    "treaties": ("treaty", TreatyViewSet),
    "treaty-actions": ("treaty-action", TreatyActionViewSet),
    "domestic-steps": ("domestic-step", DomesticStepViewSet),
    "state-events": ("state-event", StateEventViewSet),
    "media": ("medium", MediumViewSet),
    "groups": ("group", StateGroupViewSet),
    "national-laws": ("national-law", NationalLawViewSet),
    "meetings": ("meeting", MeetingViewSet),
    "statements": ("statement", StatementViewSet),
    "positions": ("position", PositionViewSet),
    "interpretive-positions": ("interpretive-position", InterpretivePositionViewSet),
    "action-plans": ("action-plan", ActionPlanViewSet),
    "resolutions": ("resolution", ResolutionViewSet),
    "vote-totals": ("vote-total", VoteTotalsViewSet),
    "votes": ("vote", VoteViewSet),
    "munition-types": ("munition-type", MunitionTypeViewSet),
    "stocks": ("stock", StockViewSet),
    "holdings": ("holding", HoldingViewSet),
    "retention-records": ("retention-record", RetentionRecordViewSet),
    "activity-claims": ("activity-claim", ActivityClaimViewSet),
    "destruction-records": ("destruction-record", DestructionRecordViewSet),
    "deadlines": ("deadline", DeadlineViewSet),
    "extension-requests": ("extension-request", ExtensionRequestViewSet),
    "completions": ("completion", CompletionViewSet),
    "transparency-reports": ("transparency-report", TransparencyReportViewSet),
    "programmes": ("programme", ProgrammeViewSet),
    "contamination": ("contamination-claim", ContaminationClaimViewSet),
    "clearance": ("clearance-record", ClearanceRecordViewSet),
    "published-deadlines": ("published-deadline", PublishedDeadlineViewSet),
    "casualties": ("casualty-figure", CasualtyFigureViewSet),
    "published-totals": ("published-total", PublishedTotalViewSet),
    "coverage": ("coverage", CoverageViewSet),
    "changes": ("change", ChangeViewSet),
}
"""Address, name of one of them, and what answers."""

router = SimpleRouter()
for address, (one, noun) in NOUNS.items():
    router.register(address, noun, basename=one)

urlpatterns = router.urls
