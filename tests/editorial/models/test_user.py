"""An account knows what its row allowed when it was read or saved last."""

from __future__ import annotations

import pytest

from editorial.models import User

pytestmark = pytest.mark.django_db


def test_a_new_account_has_no_stored_flags_until_it_is_saved() -> None:
    user = User(username="ana", is_staff=True)
    assert user.flags_as_stored == {}
    user.save()
    assert user.flags_as_stored == {"is_active": True, "is_staff": True, "is_superuser": False}


def test_changing_a_flag_does_not_change_what_was_stored(person) -> None:
    user = User.objects.get(pk=person("ana").pk)
    user.is_active = False
    assert user.flags_as_stored["is_active"] is True
    user.save()
    assert user.flags_as_stored["is_active"] is False


def test_flags_that_were_not_read_are_not_guessed(person) -> None:
    user = User.objects.only("username").get(pk=person("ana").pk)
    assert user.flags_as_stored == {}


def test_a_person_is_named_by_name_else_by_account() -> None:
    assert str(User(username="ana")) == "ana"
    assert str(User(username="ana", first_name="Ana", last_name="Ríos")) == "Ana Ríos"
