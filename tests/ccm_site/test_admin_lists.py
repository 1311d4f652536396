"""Every list of the desk answers on the database that this run tests: whole, searched, ordered, and by each filter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def lists() -> list[type[models.Model]]:
    return sorted(admin.site._registry, key=lambda model: str(model._meta.label))


@pytest.mark.parametrize("model", lists(), ids=lambda model: str(model._meta.label))
def test_a_list_answers_whatever_it_is_asked(model: type[models.Model], at_desk: Callable[..., Client]) -> None:
    desk = at_desk("chief", role="")
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    whole = desk.get(address)
    assert whole.status_code == 200
    listed = whole.context["cl"]
    questions = ["q=peru"] * bool(listed.search_fields) + [
        f"o={n}" for n in range(1, len(listed.list_display) + 1)
    ]
    for one in listed.filter_specs:
        choices = list(one.choices(listed))
        questions += [
            str(choice["query_string"]).lstrip("?") for choice in choices[1:3] if choice.get("query_string")
        ]
    for question in questions:
        answer = desk.get(f"{address}?{question}")
        assert answer.status_code == 200, question
        assert answer.context["cl"].result_count <= listed.result_count, question
