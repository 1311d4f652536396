"""Every operation of the API's own description, tried with input that nobody foresaw: never a 500."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from countries.models import CountryProfile


def operations() -> list[Any]:
    description = SchemaGenerator(patterns=None).get_schema(request=None, public=True)
    return [found.ok() for found in schemathesis.openapi.from_dict(description).get_all_operations()]


def test_the_description_names_every_noun() -> None:
    paths = {operation.path for operation in operations()}
    assert {"/api/v1/countries/", "/api/v1/profiles/{id}/", "/api/v1/sources/{key}/"} <= paths


@pytest.mark.parametrize("operation", operations(), ids=lambda o: o.label)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_no_input_makes_a_server_error(operation: Any, data: Any, client: Client, draft: CountryProfile) -> None:
    mode = data.draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    case = data.draw(operation.as_strategy(generation_mode=mode))
    query = case.query if isinstance(case.query, dict) else {}
    response = client.get(case.formatted_path, {name: str(value) for name, value in query.items()})
    assert response.status_code < 500, case.formatted_path
    if response.status_code == 400:
        body = response.json()
        assert body["type"] == "validation_error"
        assert all(error["attr"] is not None and error["detail"] for error in body["errors"])


@pytest.mark.parametrize(
    "value", ["\x00", "a" * 10_000, "💣", "-1", "99999999999999999999", "2013-02-30", "%", "'"]
)
@pytest.mark.parametrize("operation", [o for o in operations() if "{" not in o.path], ids=lambda o: o.label)
def test_every_parameter_survives_the_usual_suspects(
    operation: Any, value: str, client: Client, draft: CountryProfile
) -> None:
    for parameter in operation.query:
        response = client.get(operation.path, {parameter.name: value})
        assert response.status_code < 500, parameter.name
