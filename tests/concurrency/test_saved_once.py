"""A double click: the same form arrives twice at the same moment, and is saved once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Country, Treaty, TreatyAction
from editorial.actions.roles import ensure_roles
from editorial.models import ChangeSet, SavedForm, Source, User
from editorial.rules.roles import RESEARCHER
from meetings.models import Statement
from tests.concurrency.beside import Beside, needs_two_writers
from tests.editorial.admin.sent import sent_by

pytestmark = needs_two_writers


@pytest.fixture
def researcher(person: Callable[..., User]) -> User:
    ensure_roles()
    return person("ana", RESEARCHER)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def twice(user: User, where: str, typed: dict[str, Any]) -> list[Any]:
    """Opens a form, and sends it twice at the same moment over connections of their own."""
    opened = sent_by(signed_in(user).get(where))
    sent = {name: value for name, value in opened.items() if not name.startswith("_")} | typed
    together, answers = threading.Barrier(2), []

    def post() -> None:
        client = signed_in(user)
        together.wait()
        answers.append(client.post(where, sent))

    beside = [Beside(post) for _ in range(2)]
    assert all(one.is_over() for one in beside)
    assert [one.raised for one in beside] == [None, None]
    return answers


def test_of_a_fact_there_is_one_proposal(peru: Country, researcher: User) -> None:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    typed = {"country": peru.pk, "treaty": ccm.pk, "kind": "signature", "date": "2008-12-03", "reason": "Oslo"}
    answers = twice(researcher, reverse("admin:countries_treatyaction_add"), typed)
    assert [one.status_code for one in answers] == [302, 302]
    assert len({one["Location"] for one in answers}) == 1
    assert ChangeSet.objects.count() == SavedForm.objects.count() == 1
    assert not TreatyAction.objects.exists()


def test_of_a_source_there_is_one_record(researcher: User) -> None:
    typed = {"key": "list-2026", "kind": "other", "title": "List", "to_be_checked": "on", "reason": "To cite it"}
    answers = twice(researcher, reverse("admin:editorial_source_add"), typed)
    assert [one.status_code for one in answers] == [302, 302]
    assert Source.objects.count() == 1


def test_of_a_text_there_is_one_record(researcher: User) -> None:
    typed = {"title": "Paper of Spain", "kind": "non-paper", "text": "Words.", "reason": "Entered from the paper"}
    answers = twice(researcher, reverse("admin:meetings_statement_add"), typed)
    assert [one.status_code for one in answers] == [302, 302]
    assert Statement.objects.count() == 1
