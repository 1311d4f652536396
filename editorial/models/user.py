"""People who sign in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of the research team. The role is a group: Researcher, Editor, Publisher or Read-only."""

    UNTRACKED_BECAUSE = "accounts are not research; changes to them go to the audit log"
    FLAGS: ClassVar[Mapping[str, str]] = {  # field → what it means, in the words of the audit log
        "is_active": "may sign in",
        "is_staff": "works at the desk",
        "is_superuser": "administrator",
    }

    flags_as_stored: Mapping[str, bool] = {}
    """What the account may do by its row as it was read or saved last; empty for one that was never saved."""

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> User:
        user: User = super().from_db(*args, **kwargs)
        user.remember_flags()
        return user

    def remember_flags(self) -> None:
        """Keep the flags as they are stored, so that the audit log can tell what the next save changes."""
        left_out = self.get_deferred_fields()
        self.flags_as_stored = {name: bool(getattr(self, name)) for name in self.FLAGS if name not in left_out}
