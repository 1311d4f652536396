"""The researchers' doors of the editorial kernel. The admin site itself stands at the roof: ccm_site.admin_site."""

from .accounts import TeamMemberAdmin, TeamRoleAdmin
from .audit_entry import AuditEntryAdmin
from .change_set import ChangeSetAdmin
from .organisation import OrganisationAdmin
from .source import SourceAdmin
