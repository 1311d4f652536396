"""The researchers' doors of meetings, statements, themes and action plans."""

from .action_plan import ActionPlanAdmin
from .interpretive_position import InterpretivePositionAdmin
from .meeting import MeetingAdmin
from .meeting_document import MeetingDocumentAdmin
from .statement import StatementAdmin
from .statement_release import StatementReleaseAdmin
from .theme import ThemeAdmin
