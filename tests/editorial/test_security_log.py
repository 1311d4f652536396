"""Each act that matters has a line: who, what, on what, how it ended, by which request. No line holds a secret."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse

from countries.models import Country
from editorial.actions.accounts import DEMO_PASSWORD
from editorial.actions.confirming import confirm, decline, fingerprint
from editorial.actions.proposing import propose
from editorial.actions.publishing import withdraw
from editorial.actions.restoring import restore
from editorial.models import User, recording
from editorial.security_log import NAME, tell, tell_if_committed
from tests.factories.changes import changing

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "correct horse battery staple"
LOGIN = reverse("admin:login")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[..., list[dict[str, Any]]]:
    """What was said of a kind of act, or of all."""
    caplog.set_level(logging.DEBUG)

    def found(what: str = "") -> list[dict[str, Any]]:
        told = [record.told for record in caplog.records if record.name == NAME]  # type: ignore[attr-defined]
        return [one for one in told if not what or one["what"] == what]

    return found


@pytest.fixture
def ana() -> User:
    return User.objects.create_user("ana", password=PASSWORD, is_staff=True)


def sign_in(password: str, username: str = "ana") -> Client:
    client = Client(REMOTE_ADDR="192.0.2.7")
    client.post(LOGIN, {"username": username, "password": password})
    return client


def test_a_sign_in_and_a_sign_out(ana: User, lines) -> None:
    sign_in(PASSWORD).post(reverse("admin:logout"))
    who = {"user": ana.pk, "name": "ana", "outcome": "done", "address": "192.0.2.7"}
    assert lines("signed in") == [{"what": "signed in", **who}]
    assert lines("signed out") == [{"what": "signed out", **who}]


def test_a_failed_sign_in_names_only_who_is_known(ana: User, lines) -> None:
    sign_in("wrong")
    sign_in("wrong", username="my secret password")
    said = [(one["name"], one["outcome"]) for one in lines("sign-in failed")]
    assert said == [("ana", "failed"), ("unknown", "failed")]


def test_no_password_reaches_any_log(ana: User, lines, caplog: pytest.LogCaptureFixture, settings) -> None:
    settings.AXES_ENABLED = True
    sign_in(PASSWORD)
    sign_in("wrong but private")
    sign_in("private", username="typed into the wrong field")
    settings.MONITOR_DEMO_ACCOUNTS = False
    sign_in(DEMO_PASSWORD)
    said = [record for record in caplog.records if record.name != "django.db.backends"]
    whole = "\n".join(f"{record.getMessage()} {vars(record)}" for record in said)
    for secret in (PASSWORD, "wrong but private", "typed into the wrong field"):
        assert secret not in whole
    assert lines()


def test_who_is_locked_out(ana: User, lines, settings) -> None:
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        sign_in("wrong")
    assert {"what": "locked out", "outcome": "refused", "name": "ana", "address": "192.0.2.7"} in lines(
        "locked out"
    )


def test_the_demo_password_on_a_public_site(ana: User, lines, settings) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    sign_in(DEMO_PASSWORD)
    (line,) = lines("demo password refused")
    assert line["outcome"] == "refused"


def test_a_page_that_is_not_for_everybody(at_desk, lines) -> None:
    at_desk("guest", "Read-only").get(reverse("admin:editorial_source_add"))
    (line,) = lines("refused")
    assert (line["name"], line["about"], line["outcome"]) == ("guest", "admin:editorial_source_add", "refused")


def test_a_form_that_was_not_sent_from_here(lines) -> None:
    Client(enforce_csrf_checks=True).post(LOGIN, {"username": "ana"})
    (line,) = lines("form refused")
    assert "CSRF" in line["detail"]


def test_a_publication_and_a_withdrawal(draft, press, lines) -> None:
    release = press.release(draft, note="Words of a person.")
    withdraw(record=draft, by=press.publisher, reason="Wrong", public_reason="It was wrong.")
    (published,), (withdrawn,) = lines("published"), lines("withdrawn")
    assert (published["name"], published["about"]) == ("publisher", str(release))
    assert withdrawn["name"] == "publisher"
    assert "Words of a person" not in str(lines())
    assert "It was wrong" not in str(lines())


def test_roles_and_accounts(person, lines) -> None:
    ben = person("ben")
    ben.groups.add(Group.objects.get_or_create(name="Editor")[0])
    ben.is_superuser = True
    ben.save()
    assert lines("permissions changed")[-1]["detail"] == "given: Editor"
    assert lines("account changed")[-1]["detail"] == "administrator: yes"
    assert lines("account changed")[-1]["about"] == "ben"


def test_changes_of_facts(peru_is_sourced: None, peru: Country, person, lines) -> None:
    first = propose(changing(peru, name="Perù"), by=person("ana"), reason="Private reason").change_set
    second = propose(changing(peru, name="Pérou"), by=person("ana"), reason="Private reason").change_set
    assert first is not None
    assert second is not None
    confirm(change_set=first, by=person("ben"), read=fingerprint(first), words="Seen")
    decline(change_set=second, by=person("ben"), words="No")
    said = [(one["what"], one["name"], one["about"]) for one in lines() if one["what"].startswith("change ")]
    assert said == [
        ("change proposed", "ana", str(first.public_id)),
        ("change proposed", "ana", str(second.public_id)),
        ("change confirmed", "ben", str(first.public_id)),
        ("change declined", "ben", str(second.public_id)),
    ]
    assert "Private reason" not in str(lines())


def test_what_is_restored(draft, person, lines) -> None:
    version = draft.history.get()
    with recording(by=person("researcher"), reason="Changed"):
        draft.lead = "Other words."
        draft.save()
    restore(record=draft, version=version, by=person("editor"), reason="As it was")
    (line,) = lines("restored")
    assert (line["name"], line["about"]) == ("editor", f"countries.countryprofile {draft.pk}")


def test_what_was_undone_has_not_happened(ana: User, lines) -> None:
    with transaction.atomic():
        tell_if_committed("published", who=ana)
        transaction.set_rollback(True)
    assert lines() == []


def test_a_line_without_a_request_says_what_it_knows(lines) -> None:
    tell("swept", detail="x" * 1000)
    (line,) = lines()
    assert set(line) == {"what", "outcome", "detail"}
    assert len(line["detail"]) == 500
