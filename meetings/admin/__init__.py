"""The researchers' doors of meetings, statements, themes, action plans and votes."""

from .action_plan import ActionPlanAdmin
from .interpretive_position import InterpretivePositionAdmin
from .meeting import MeetingAdmin
from .meeting_document import MeetingDocumentAdmin
from .recorded_vote import RecordedVoteAdmin
from .resolution import ResolutionAdmin
from .statement import StatementAdmin
from .statement_release import StatementReleaseAdmin
from .theme import ThemeAdmin
from .vote import VoteAdmin
