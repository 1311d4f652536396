"""An edition of a profile at the desk: what it is of, and the facts that go out with it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import CountryProfile, ProfileRelease, ProfileTheme
from editorial.actions import publishing
from editorial.models import recording
from tests.editorial.admin.taking import take
from tests.factories.treaties import make_treaty


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


@pytest.fixture
def published(press, peru, ban_policy) -> CountryProfile:
    return press.edition(peru, ban_policy).profile


def test_the_address_of_a_published_edition_stays(at_desk, published: CountryProfile) -> None:
    form = at_desk().get(address("change", published)).context["adminform"].form
    assert {"country", "theme", "edition", "language"}.isdisjoint(form.fields)


def test_an_edition_that_exists_already_is_refused_in_words(at_desk, draft: CountryProfile) -> None:
    values = {
        "country": draft.country_id,
        "theme": draft.theme_id,
        "edition": 2009,
        "language": "en",
        "lead": "",
        "text": "",
        "reason": "Again",
    }
    answer = at_desk().post(reverse("admin:countries_countryprofile_add"), values)
    assert "This edition already exists" in answer.content.decode()
    assert CountryProfile.objects.count() == 1


def test_publishing_at_the_desk_freezes_the_facts_of_the_day(at_desk, draft: CountryProfile, person) -> None:
    with recording(by=None, reason="Made for a test"):
        treaty = make_treaty()
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    take(at_desk("publisher", "Publisher"), draft, "publish", reason="Agreed")
    facts = ProfileRelease.objects.get(profile=draft).facts
    (said,) = [fact["value"] for fact in facts if fact["label"] == treaty.title]
    assert said.startswith("Peru has not joined")


def test_themes_are_listed_with_their_place(at_desk, ban_policy: ProfileTheme) -> None:
    client: Client = at_desk("boss", "")
    page = client.get(reverse("admin:countries_profiletheme_changelist"))
    assert list(page.context["cl"].result_list) == [ban_policy]
    assert "cluster-munition-ban-policy" in page.content.decode()
