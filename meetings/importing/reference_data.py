"""The reference data of meetings, in the order in which it loads."""

from __future__ import annotations

from editorial.importing.sheet_loader import loads

from .action_plan import ACTION_PLAN_PARTS, ACTION_PLANS
from .interpretive_position import INTERPRETIVE_POSITIONS
from .meeting import ABSENCES, ATTENDANCE, MEETING_COUNTS, MEETING_SPANS, MEETINGS
from .meeting_document import MEETING_DOCUMENTS
from .plan_adoption import PLAN_ADOPTIONS
from .recorded_vote import RECORDED_VOTES, VOTE_TOTALS
from .resolution import RESOLUTION_SPONSORS, RESOLUTIONS
from .theme import THEMES
from .vote import VOTES

#: In the order in which they must run: what others name comes before them.
LOADERS = (
    loads("statement-themes", THEMES),
    loads("meetings", MEETINGS),
    loads("meeting-spans", MEETING_SPANS),
    loads("meeting-counts", MEETING_COUNTS),
    loads("meeting-documents", MEETING_DOCUMENTS),
    loads("attendance", ATTENDANCE),
    loads("absences", ABSENCES),
    loads("interpretive-positions", INTERPRETIVE_POSITIONS),
    loads("action-plans", ACTION_PLANS),
    loads("plan-adoptions", PLAN_ADOPTIONS),
    loads("action-plan-parts", ACTION_PLAN_PARTS),
    loads("resolutions", RESOLUTIONS),
    loads("recorded-votes", RECORDED_VOTES),
    loads("vote-totals", VOTE_TOTALS),
    loads("votes", VOTES),
    loads("resolution-sponsors", RESOLUTION_SPONSORS),
)
