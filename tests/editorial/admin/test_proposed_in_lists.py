"""A list shows what is confirmed, and beside it that something else is proposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryAssignment, Treaty, TreatyAction
from editorial.actions.confirming import decline
from editorial.actions.proposing import propose
from editorial.models import ChangeSet, User
from editorial.rules.roles import EDITOR

LIST = reverse("admin:countries_treatyaction_changelist")


@pytest.fixture
def signature(peru: Country) -> TreatyAction:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    return TreatyAction.objects.create(treaty=ccm, country=peru, kind="signature", date="2008-12-03")


def proposed(act: Callable[[], object], by: User) -> ChangeSet:
    made = propose(act, by=by, reason="Notification").change_set
    assert made is not None
    return made


def dated(signature: TreatyAction, day: str) -> Callable[[], None]:
    def act() -> None:
        current = TreatyAction.objects.get(pk=signature.pk)
        current.date = day
        current.save()

    return act


def page_of(made: ChangeSet) -> str:
    return reverse("admin:editorial_changeset_change", args=[made.pk])


def test_a_proposed_change_is_marked_beside_the_confirmed_value(
    at_desk: Callable[..., Client], signature: TreatyAction, person: Any
) -> None:
    desk = at_desk("boris", EDITOR)
    assert "Proposed" not in desk.get(LIST).content.decode()
    made = proposed(dated(signature, "2008-12-04"), person("ana"))
    words = desk.get(LIST).content.decode()
    assert f'href="{page_of(made)}"' in words
    assert "by ana" in words
    assert "3 December 2008" in words
    assert "4 December 2008" not in words
    decline(change_set=made, by=person("boris"), words="It says the 3rd.")
    assert "by ana" not in desk.get(LIST).content.decode()


def test_what_is_new_stands_above_the_list_and_not_in_it(
    at_desk: Callable[..., Client], signature: TreatyAction, person: Any
) -> None:
    made = proposed(
        lambda: TreatyAction.objects.create(
            treaty=signature.treaty, country=signature.country, kind="ratification", date="2012-09-26"
        ),
        person("ana"),
    )
    page = at_desk("boris", EDITOR).get(LIST)
    words = page.content.decode()
    assert "1 new, proposed and not yet confirmed" in words
    assert f'href="{page_of(made)}"' in words
    assert page.context["cl"].result_count == 1


def test_a_changed_part_marks_its_whole(at_desk: Callable[..., Client], peru: Country, person: Any) -> None:
    made = proposed(lambda: peru.names.create(name="Pérou", kind="also"), person("ana"))
    words = at_desk("boss", "").get(reverse("admin:countries_country_changelist")).content.decode()
    assert f'href="{page_of(made)}"' in words
    assert "proposed and not yet confirmed" not in words


def test_who_is_kept_to_other_countries_sees_no_mark(
    at_desk: Callable[..., Client], signature: TreatyAction, person: Any
) -> None:
    chile = Country.objects.create(name="Chile", slug="chile", iso3="CHL")
    TreatyAction.objects.create(treaty=signature.treaty, country=chile, kind="signature", date="2008-12-03")
    CountryAssignment.objects.create(country=chile, person=person("carla"))
    proposed(dated(signature, "2008-12-04"), person("ana"))
    words = at_desk("carla").get(LIST).content.decode()
    assert "by ana" not in words


def test_however_many_are_proposed_one_query_finds_them(
    at_desk: Callable[..., Client], signature: TreatyAction, person: Any, django_assert_max_num_queries: Any
) -> None:
    desk = at_desk("boris", EDITOR)
    desk.get(LIST)
    proposed(dated(signature, "2008-12-04"), person("ana"))
    with django_assert_max_num_queries(200) as before:
        desk.get(LIST)
    for day in range(5, 9):
        proposed(dated(signature, f"2008-12-0{day}"), person(f"ana-{day}"))
    with django_assert_max_num_queries(len(before)):
        desk.get(LIST)
