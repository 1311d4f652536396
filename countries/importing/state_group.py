"""Groups of states, and who belongs to which, as far as a source names the members."""

from __future__ import annotations

from countries.models import GroupMembership, StateGroup
from editorial.importing.cells import Named, Number, When
from editorial.importing.sheet import Column, Sheet

from .country import FOLDER, SOURCE, one_document, several_documents
from .state_column import ISO3

STATE_GROUPS = Sheet(
    "state_groups",
    "Groups of states",
    (
        Column("slug", needed=True),
        Column("name", needed=True),
        Column("description"),
        Column("stated_size", Number()),
        SOURCE,
    ),
    model=StateGroup,
    key=("slug",),
    cited=several_documents,
    file=FOLDER / "state_groups.csv",
)

GROUP_MEMBERSHIPS = Sheet(
    "group_memberships",
    "Members of groups",
    (
        Column("group", Named(StateGroup, must=True), needed=True),
        ISO3,
        Column("role"),
        Column("since", When()),
        Column("until", When()),
        SOURCE,
    ),
    model=GroupMembership,
    key=("group", "country"),
    cited=one_document,
    file=FOLDER / "group_memberships.csv",
)
