"""Every rule of access is asked; a rule that nobody listed does not mean that everybody sees everything."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import Organisation, User
from editorial.models.access import access_rules, accessible, choices, may_see_version
from editorial.slots import NotWired


class Only:
    """People see the organisation of one name, and put no other into a field."""

    def __init__(self, name: str) -> None:
        self.name = name

    def rows(self, queryset: Any, user: User) -> Any:
        return queryset.filter(name=self.name)

    def choices(self, model: Any, field: str, user: User) -> Any | None:
        return Organisation.objects.filter(name=self.name) if field == "organisation" else None

    def may_see_version(self, version: Any, user: User) -> bool:
        return bool(version.name == self.name)


@pytest.mark.django_db
def test_every_rule_narrows(monkeypatch: pytest.MonkeyPatch) -> None:
    npa, hi = (Organisation.objects.create(slug=name, name=name) for name in ("NPA", "HI"))
    user = User()
    monkeypatch.setattr(access_rules, "_parts", (Only("NPA"),))
    assert list(accessible(Organisation.objects.all(), user)) == [npa]
    limit = choices(Organisation, "organisation", user)
    assert limit is not None
    assert list(limit) == [npa]
    assert choices(Organisation, "country", user) is None
    assert [may_see_version(one, user) for one in (npa, hi)] == [True, False]
    monkeypatch.setattr(access_rules, "_parts", (Only("NPA"), Only("HI")))
    assert not accessible(Organisation.objects.all(), user).exists()


def test_without_a_list_nobody_sees_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_rules, "_parts", None)
    with pytest.raises(NotWired):
        accessible(Organisation.objects.all(), User())
