"""What an open form asks every half minute: who else has it open, and whether somebody has saved."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.models import CountryProfile
from editorial.models import FormPresence, recording
from editorial.rules.roles import READ_ONLY


@pytest.fixture
def where(draft: CountryProfile) -> str:
    return reverse("admin:countries_countryprofile_presence", args=[draft.pk])


def test_two_people_learn_of_each_other_and_whoever_closes_is_gone(at_desk, where: str) -> None:
    ana, ben = at_desk("ana"), at_desk("ben")
    assert ana.post(where).json()["others"] == []
    (other,) = ben.post(where).json()["others"]
    assert other["name"] == "ana"
    assert other["since"].startswith("20")
    assert [one["name"] for one in ana.post(where).json()["others"]] == ["ben"]
    assert ben.post(where, {"leave": "1"}).json() == {"others": []}
    assert ana.post(where).json()["others"] == []


def test_the_mark_changes_when_somebody_saves(at_desk, where: str, draft: CountryProfile, person) -> None:
    ana = at_desk("ana")
    before = ana.post(where).json()["changed"]
    assert ana.post(where).json()["changed"] == before
    with recording(by=person("ben"), reason="Meanwhile"):
        draft.lead = "Other words."
        draft.save()
    assert ana.post(where).json()["changed"] != before


def test_not_by_a_link_and_not_by_whoever_only_reads(at_desk, where: str) -> None:
    assert at_desk("ana").get(where).status_code == 405
    assert at_desk("guest", READ_ONLY).post(where).status_code == 403
    assert not FormPresence.objects.exists()
