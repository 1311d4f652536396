"""Tables of meetings: what was said, by whom, where, with whom; and how states voted at the General Assembly."""

from .action_plan import Action, ActionPlan, ActionPlanPart
from .attendance import Absence, Attendance, Capacity
from .interpretive_position import (
    THEME_OF_ISSUE,
    InterpretiveAnswer,
    InterpretiveIssue,
    InterpretivePosition,
)
from .listed_statement import (
    ListedAction,
    ListedArticle,
    ListedParty,
    ListedPosition,
    ListedStatement,
    ListedTheme,
)
from .meeting import INNER_KINDS, CountKind, Meeting, MeetingCount, MeetingKind, MeetingSpan
from .meeting_document import DocumentKind, MeetingDocument
from .plan_adoption import PlanAdoption
from .position import Position, Stance
from .recorded_vote import RecordedVote, VotingBody
from .resolution import Resolution
from .resolution_sponsor import ResolutionSponsor, SponsorRole
from .statement import Statement, StatementAction, StatementArticle, StatementKind, StatementTheme
from .statement_party import BEHIND, SPOKE, Role, StatementParty
from .statement_release import ReadyStatement, StatementRelease
from .theme import Theme
from .vote import Vote, VoteAnswer
from .vote_totals import VoteTotals
