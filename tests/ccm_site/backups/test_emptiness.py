"""Only an empty database is filled."""

from __future__ import annotations

import pytest
from django.db import connection

from ccm_site.backups.emptiness import refuse_unless_empty
from ccm_site.backups.refusal import BackupRefused
from editorial.actions.roles import ensure_roles
from editorial.models import PublicationCounter, User

pytestmark = pytest.mark.django_db


def test_one_that_was_just_migrated_is_empty() -> None:
    ensure_roles()
    PublicationCounter.note_change()
    refuse_unless_empty()


def test_one_person_is_enough_to_leave_it_alone() -> None:
    User.objects.create_user("maria")
    with pytest.raises(BackupRefused, match=r"not empty: editorial_\w+ has rows. Nothing was changed"):
        refuse_unless_empty()


def test_somebody_else_s_database_is_left_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations")
    with pytest.raises(BackupRefused, match="tables of something else"):
        refuse_unless_empty()
