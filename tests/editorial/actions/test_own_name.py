"""A new name, and a line that says what it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editorial.actions.own_name import change_own_name
from editorial.models import AuditAction, AuditEntry, User

pytestmark = pytest.mark.django_db


def test_the_log_says_what_it_was(person: Callable[..., User]) -> None:
    ana = person("ana")
    assert change_own_name(by=ana, first_name="Ana", last_name="Ruiz")
    assert str(User.objects.get(username="ana")) == "Ana Ruiz"
    line = AuditEntry.objects.get(action=AuditAction.ACCOUNT, detail__startswith="name")
    assert (line.user, line.about, line.detail) == (ana, "ana", "name: ana → Ana Ruiz")


def test_the_same_name_is_no_change(person: Callable[..., User]) -> None:
    ana = person("ana")
    assert not change_own_name(by=ana, first_name="", last_name="")
    assert not AuditEntry.objects.filter(detail__startswith="name").exists()
