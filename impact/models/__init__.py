"""Tables of impact: contamination, clearance, the deadlines that are printed for it, casualties."""

from .casualty_figure import CasualtyBasis, CasualtyFigure
from .clearance_record import ClearanceRecord
from .contamination_claim import ContaminationAnswer, ContaminationClaim
from .of_impact import OfImpact
from .published_deadline import DeadlineKind, PublishedDeadline
