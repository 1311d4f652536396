"""What waits for one person by somebody's hand: it leads to its place, and nobody else sees it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryProfile
from editorial.actions.proposing import propose
from editorial.rules.roles import EDITOR

DESK = reverse("admin:index")


def work(client: Client) -> dict[str, Any]:
    return {task.title: task for task in client.get(DESK).context["work"]}


def test_what_i_have_begun_is_mine_alone_and_leads_back_to_its_form(
    at_desk, person, draft: CountryProfile
) -> None:
    client, place = at_desk("researcher"), reverse("admin:countries_countryprofile_change", args=[draft.pk])
    form = {"form_id": str(uuid.UUID(int=7)), "window": str(uuid.UUID(int=8)), "title": "Peru, begun"}
    client.post(reverse("admin:begun_forms"), form | {"place": place, "typed": '[["lead", "Begun words"]]'})
    [item] = work(client)["What you have begun and not saved"].items
    assert item.title == "Peru, begun"
    assert "Begun words" in client.get(item.address).content.decode()
    other = at_desk("editor", "Editor")
    assert "What you have begun and not saved" not in work(other)
    assert "Peru, begun" not in other.get(DESK).content.decode()
    client.post(reverse("admin:begun_forms"), {"forget": form["form_id"], "from_list": "1"})
    assert "What you have begun and not saved" not in work(client)


def test_proposed_changes_wait_for_others_the_oldest_first(
    at_desk: Callable[..., Client], peru: Country, person: Any
) -> None:
    def renamed(name: str) -> Callable[[], None]:
        def act() -> None:
            current = Country.objects.get(pk=peru.pk)
            current.name = name
            current.save()

        return act

    for name in ("Piru", "Piruw"):
        propose(renamed(name), by=person("researcher"), reason=name)
    mine = work(at_desk("researcher"))
    assert [item.note for item in mine["My proposed changes"].items] == ["Piru", "Piruw"]
    assert "Changes to confirm" not in mine
    theirs = work(at_desk("editor", EDITOR))
    assert [item.note for item in theirs["Changes to confirm"].items] == ["Piru", "Piruw"]
    assert theirs["My proposed changes"].items == []
