"""Tables of stockpiles: what exists, what is destroyed, by when."""

from .activity_claim import Activity, ActivityClaim, ActivityPlace, Answer, Tense
from .clearance_obligation import ClearanceObligation, ContaminationOrigin
from .completion_declaration import CompletionDeclaration
from .contribution import Contribution
from .destruction_programme import DestructionProgramme
from .destruction_record import DestructionRecord, DestructionScope, OutOf
from .extension_request import (
    Article,
    Evidence,
    ExtensionBenchmark,
    ExtensionRequest,
    ExtensionRequestVersion,
    Outcome,
    Procedure,
)
from .figures import Figures
from .holding import HoldingKind, StockpileHolding
from .munition_type import MunitionKind, MunitionOrigin, MunitionType, type_words
from .programme_delay import ProgrammeDelay
from .programme_stage import ProgrammeStage
from .retention_record import RetentionRecord
from .settled_difference import SettledDifference
from .transparency_report import ReportKind, TransparencyReport
