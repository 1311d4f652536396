"""Data that the tests of one module share: loaded once, gone at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest
from django.db import transaction

T = TypeVar("T")


@contextmanager
def kept_for_module(django_db_blocker: Any) -> Iterator[None]:
    """What is written inside stays until the module ends; each test still runs in a transaction of its own inside.

    The fixture that uses it has to be named in STAYS_LOADED of tests/conftest.py, so that its tests come last.
    """
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        try:
            yield
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)


def for_module(load: Callable[[], T]) -> Any:
    """A fixture that loads once for the tests of a module, and gives what ``load`` answers."""

    @pytest.fixture(scope="module")
    def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[T]:
        with kept_for_module(django_db_blocker):
            yield load()

    return loaded
