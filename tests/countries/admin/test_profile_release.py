"""Releases at the desk: read, searched and compared with their fingerprint, never written."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.models import CountryAssignment, ProfileRelease
from editorial.models import recording
from tests.factories.profiles import make_country

LIST = reverse("admin:countries_profilerelease_changelist")


@pytest.fixture
def release(press, peru, ban_policy) -> ProfileRelease:
    return press.edition(peru, ban_policy)


def test_a_release_is_read_at_the_desk_and_never_changed(at_desk, release: ProfileRelease) -> None:
    client = at_desk("boss", "")
    page = client.get(reverse("admin:countries_profilerelease_change", args=[release.pk])).content.decode()
    assert release.sha256 in page
    for page_name in ("change", "delete"):
        where = reverse(f"admin:countries_profilerelease_{page_name}", args=[release.pk])
        assert client.post(where, {"title": "Other", "post": "yes"}).status_code == 403
    assert client.get(reverse("admin:countries_profilerelease_add")).status_code == 403
    release.refresh_from_db()
    assert release.title == "Peru: Cluster Munition Ban Policy"


def test_the_list_has_who_released_what_and_is_searched_by_fingerprint(at_desk, release: ProfileRelease) -> None:
    client = at_desk()
    found = client.get(LIST, {"q": release.sha256[:16]})
    assert list(found.context["cl"].result_list) == [release]
    assert 'class="field-released_by nowrap">publisher<' in found.content.decode()
    assert list(client.get(LIST, {"q": "no such words"}).context["cl"].result_list) == []
    assert list(client.get(LIST, {"change_kind__exact": "minor"}).context["cl"].result_list) == []


def test_the_form_says_whether_it_still_is_as_published(at_desk, release: ProfileRelease) -> None:
    where = reverse("admin:countries_profilerelease_change", args=[release.pk])
    assert 'alt="True"' in at_desk().get(where).content.decode()
    ProfileRelease._base_manager.filter(pk=release.pk).update(lead="Somebody wrote into the database.")
    page = at_desk().get(where).content.decode()
    assert 'alt="False"' in page
    assert 'alt="True"' not in page


def test_releases_of_countries_in_other_hands_are_not_listed(at_desk, release, press, ban_policy, person) -> None:
    theirs = press.edition(make_country(1), ban_policy)
    client = at_desk("ana")
    assert set(client.get(LIST).context["cl"].result_list) == {release, theirs}
    with recording(by=None, reason="Shared out"):
        CountryAssignment.objects.create(country=theirs.profile.country, person=person("ana"))
    assert list(client.get(LIST).context["cl"].result_list) == [theirs]
