"""The researchers' doors of stockpiles."""

from .activity_claim import ActivityClaimAdmin
from .clearance_obligation import ClearanceObligationAdmin
from .completion_declaration import CompletionDeclarationAdmin
from .destruction_programme import DestructionProgrammeAdmin
from .destruction_record import DestructionRecordAdmin
from .extension_request import ExtensionRequestAdmin
from .holding import StockpileHoldingAdmin
from .munition_type import MunitionTypeAdmin
from .retention_record import RetentionRecordAdmin
from .settled_difference import SettledDifferenceAdmin
from .transparency_report import TransparencyReportAdmin
