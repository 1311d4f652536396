"""People who sign in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of the research team. The role is a group: Researcher, Editor, Publisher or Read-only."""

    UNTRACKED_BECAUSE = "accounts are not research; changes to them go to the audit log"

    def __str__(self) -> str:
        return self.get_full_name() or self.username
