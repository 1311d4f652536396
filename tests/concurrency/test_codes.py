"""A code that two people send at the same moment opens once: whoever read it over a shoulder is not faster than the lock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from ccm_site.sign_in.codes import accepted
from editorial.models import User
from tests.concurrency.beside import Beside, needs_two_writers
from tests.factories.second_factors import an_app, code_of, recovery_codes

pytestmark = needs_two_writers


def twice(user: User, code: str) -> list[bool]:
    together, answers = threading.Barrier(2), []

    def give() -> None:
        together.wait()
        answers.append(accepted(user, code, at=time.time()) is not None)

    beside = [Beside(give) for _ in range(2)]
    assert all(one.is_over() for one in beside)
    assert [one.raised for one in beside] == [None, None]
    return sorted(answers)


@pytest.mark.parametrize("kind", ["app", "recovery code"])
def test_it_opens_once(person: Callable[..., User], kind: str) -> None:
    ana = person("ana")
    secret, codes = an_app(ana), recovery_codes(ana)
    assert twice(ana, code_of(secret) if kind == "app" else codes[0]) == [False, True]
