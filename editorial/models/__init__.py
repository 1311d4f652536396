"""Tables of the editorial kernel."""

from .audit_entry import AppendOnly, AuditAction, AuditEntry
from .citation_use import CitationUse
from .claim import Certainty, Claim, Rank
from .fields import LocatorField, PartialDateField, ResearchedTextField
from .form_presence import FormPresence
from .organisation import Organisation, OrganisationKind
from .parts import PartTable, parts_of, whole_of
from .publication_counter import PublicationCounter, PublicationMark
from .publishable import Publishable, PublishableQuerySet, Status, release_relation
from .release import ChangeKind, FrozenWrite, Release, ReleaseQuerySet, release_models
from .review_comment import ReviewComment
from .search_entry import SearchEntry, SearchEntryState
from .source import Source, SourceKind
from .source_key import Cited, SourceKey, keys_to_sources, source_keys
from .sourced import Sourced, key_if_known, source_if_known
from .tracked import Change, Tracked, TrackedQuerySet, TrackedVersion, UntrackedWrite, recording, tracked_models
from .user import User
