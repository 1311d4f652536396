"""Errors of the API have one shape, that of a lost database too."""

from __future__ import annotations

import re

import pytest
from django.db import OperationalError
from django.test import Client

from api.v1.nouns.country import CountryViewSet


@pytest.mark.django_db
def test_without_a_database_programs_are_told_in_the_apis_own_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> str:
        raise OperationalError("gone")

    monkeypatch.setattr(CountryViewSet, "list", fail)
    answer = Client(raise_request_exception=False).get("/api/v1/countries/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer.json()["errors"][0]["code"] == "unavailable"


@pytest.mark.django_db
def test_a_wrong_question_is_still_answered_with_400(client: Client) -> None:
    answer = client.get("/api/v1/countries/?unknown=1")
    assert (answer.status_code, answer.json()["type"]) == (400, "validation_error")
    assert re.fullmatch("[0-9a-f]{16}", answer.json()["request"])
