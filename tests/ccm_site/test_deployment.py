"""`check --deploy --database default` finds accounts that anybody could use."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import make_password
from django.core.checks import run_checks
from django.db import OperationalError

from ccm_site import deployment
from ccm_site.deployment import no_demo_password
from editorial.models import User


@pytest.fixture(autouse=True)
def public_installation(settings, db: None) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False


def found(**kwargs) -> list[str | None]:
    return [problem.id for problem in no_demo_password(**kwargs)]


def test_an_account_with_the_demo_password_is_an_error_that_names_it() -> None:
    User.objects.create(username="maria", password=make_password("a long one of her own"))
    User.objects.create(username="guest", password=make_password(None))
    User.objects.create(username="admin", password=make_password("demo"))
    User.objects.create(username="editor", password=make_password("demo"), is_active=False)
    (problem,) = no_demo_password(databases=["default"])
    assert problem.msg.endswith("which everybody knows: admin, editor.")
    assert "manage.py changepassword" in problem.hint
    assert problem.is_serious()


def test_it_belongs_to_the_checks_of_a_deployment() -> None:
    User.objects.create(username="admin", password=make_password("demo"))
    named = run_checks(tags=["security"], include_deployment_checks=True, databases=["default"])
    assert "ccm_site.E001" in [problem.id for problem in named]
    assert "ccm_site.E001" not in [problem.id for problem in run_checks(databases=["default"])]


def test_without_the_database_named_nothing_is_asked(django_assert_num_queries) -> None:
    User.objects.create(username="admin", password=make_password("demo"))
    with django_assert_num_queries(0):
        assert found(databases=None) == []


def test_a_developer_s_machine_may_have_them(settings) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = True
    User.objects.create(username="admin", password=make_password("demo"))
    assert found(databases=["default"]) == []


def test_a_database_that_cannot_be_asked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def order_by(self, name: str) -> None:
            raise OperationalError("no such table")

    monkeypatch.setattr(deployment, "User", type("User", (), {"objects": Gone()}))
    assert found(databases=["default"]) == ["ccm_site.W001"]
