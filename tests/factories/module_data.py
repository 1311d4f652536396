"""Data that the tests of one module share: loaded once, gone at its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


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
