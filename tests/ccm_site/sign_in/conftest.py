"""People who sign in, with passwords and apps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from editorial.models import User
from tests.factories.second_factors import an_app

RIGHT = "the right words"


@pytest.fixture
def ana(person: Callable[..., User]) -> User:
    """A researcher with a password."""
    user = person("ana", "Researcher")
    user.set_password(RIGHT)
    user.save()
    return user


@pytest.fixture
def secret(ana: User) -> str:
    """That of Ana's authenticator app."""
    return an_app(ana)


@pytest.fixture
def sign_in() -> Callable[..., Any]:
    """Types name and password into the form, from an address."""

    def typed(username: str = "ana", password: str = RIGHT, *, client: Client | None = None, at: str = "") -> Any:
        extra = {"REMOTE_ADDR": at} if at else {}
        return (client or Client()).post("/admin/login/", {"username": username, "password": password}, **extra)

    return typed
