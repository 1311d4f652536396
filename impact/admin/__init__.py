"""The researchers' doors of contamination, clearance and casualties."""

from .casualty_figure import CasualtyFigureAdmin
from .clearance_record import ClearanceRecordAdmin
from .contamination_claim import ContaminationClaimAdmin
from .published_deadline import PublishedDeadlineAdmin
