"""What went wrong on our side is said without details, and what is soon over as such."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client

from ccm_site.pages import about
from tests.ccm_site.test_error_headers import assert_guarded


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(raise_request_exception=False)


def test_without_a_database_readers_are_told_to_come_again(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> str:
        raise OperationalError("gone")

    monkeypatch.setattr(about, "render", fail)
    answer = visitor.get("/about/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "nothing that was saved is lost" in answer.content.decode()
    assert "gone" not in answer.content.decode()
    assert_guarded(answer)


def test_any_other_fault_is_one_of_ours(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "render", None)
    answer = visitor.get("/about/")
    assert (answer.status_code, answer.has_header("Retry-After")) == (500, False)
    assert "The fault is ours" in answer.content.decode()
