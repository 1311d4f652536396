"""Addresses of version 1."""

from rest_framework.routers import SimpleRouter

from .views.action_plan import ActionPlanViewSet
from .views.country import CountryViewSet
from .views.coverage import CoverageViewSet
from .views.meeting import MeetingViewSet
from .views.position import PositionViewSet
from .views.profile import ProfileViewSet
from .views.source import SourceViewSet
from .views.statement import StatementViewSet
from .views.stock import StockViewSet
from .views.stockpiles import (
    ActivityClaimViewSet,
    CompletionViewSet,
    DeadlineViewSet,
    DestructionRecordViewSet,
    ExtensionRequestViewSet,
    HoldingViewSet,
    MunitionTypeViewSet,
    ProgrammeViewSet,
    RetentionRecordViewSet,
    TransparencyReportViewSet,
)
from .views.treaty import TreatyViewSet
from .views.treaty_action import TreatyActionViewSet

app_name = "v1"

router = SimpleRouter()
router.register("countries", CountryViewSet, basename="country")
router.register("profiles", ProfileViewSet, basename="profile")
router.register("sources", SourceViewSet, basename="source")
router.register("treaties", TreatyViewSet, basename="treaty")
router.register("treaty-actions", TreatyActionViewSet, basename="treaty-action")
router.register("meetings", MeetingViewSet, basename="meeting")
router.register("statements", StatementViewSet, basename="statement")
router.register("positions", PositionViewSet, basename="position")
router.register("action-plans", ActionPlanViewSet, basename="action-plan")
router.register("munition-types", MunitionTypeViewSet, basename="munition-type")
router.register("stocks", StockViewSet, basename="stock")
router.register("holdings", HoldingViewSet, basename="holding")
router.register("retention-records", RetentionRecordViewSet, basename="retention-record")
router.register("activity-claims", ActivityClaimViewSet, basename="activity-claim")
router.register("destruction-records", DestructionRecordViewSet, basename="destruction-record")
router.register("deadlines", DeadlineViewSet, basename="deadline")
router.register("extension-requests", ExtensionRequestViewSet, basename="extension-request")
router.register("completions", CompletionViewSet, basename="completion")
router.register("transparency-reports", TransparencyReportViewSet, basename="transparency-report")
router.register("programmes", ProgrammeViewSet, basename="programme")
router.register("coverage", CoverageViewSet, basename="coverage")

urlpatterns = router.urls
