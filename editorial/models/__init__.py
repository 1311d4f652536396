"""Tables of the editorial kernel."""

from .about import AboutRecord
from .append_only import AppendOnly
from .approval import Approval
from .audit_entry import AuditAction, AuditEntry
from .begun_form import BegunForm
from .change_set import ChangeAuthor, ChangeRow, ChangeSet, ChangeSetState, RowKind
from .citation_use import CitationUse
from .claim import Certainty, Claim, Rank
from .fields import LocatorField, PartialDateField, ResearchedTextField, optional_key
from .form_presence import FormPresence
from .job import OVER, Job, JobFile, JobState
from .kept_file import KeptFile
from .last_run import LastRun, RunKind
from .loaded_files import LoadedFiles
from .many import create_many
from .organisation import Organisation, OrganisationKind
from .parts import PartTable, country_path, four_eyes_of, parts_of, whole_of
from .public_word import NamedInAddress, PublicWord, Subjects, public_word, subject_of
from .publication_counter import EVERYTHING, PublicationCounter, PublicationMark
from .publishable import Publishable, PublishableQuerySet, Status, release_relation
from .ready_text import ReadyText
from .release import LONG_TEXTS, ChangeKind, FrozenWrite, Release, ReleaseQuerySet, release_models
from .release_seal import ReleaseSeal, seal_of
from .review_comment import CommentPlace, ReviewComment
from .saved_form import SavedForm
from .search_entry import SearchEntry
from .small_change import SmallChange
from .source import Source, SourceKind
from .source_key import Cited, SourceKey, keys_to_sources, source_keys
from .sourced import Sourced, key_if_known, source_if_known
from .suggestion import Suggestion, SuggestionState
from .tracked import (
    Change,
    FourEyes,
    Tracked,
    TrackedQuerySet,
    TrackedVersion,
    TwoAuthors,
    UntrackedWrite,
    act_at_hand,
    change_at_hand,
    recording,
    recording_as,
    tracked_models,
)
from .user import User
