"""An edition year at the desk: what is to do, beginning it, releasing it whole, confirming sections."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.models import CountryProfile, ProfileRelease, SectionConfirmation
from countries.queries.edition_work import section_states
from editorial.actions.publishing import approve, submit
from editorial.rules.roles import PUBLISHER, READ_ONLY
from tests.factories.profiles import make_country

WORK = reverse("admin:countries_countryprofile_work")


@pytest.fixture(autouse=True)
def published(press, peru, ban_policy) -> CountryProfile:
    return press.edition(peru, ban_policy).profile


def counts(client, edition: int = 2010, **asked: str) -> dict[str, int]:
    found = client.get(WORK, {"edition": edition, **asked}).context["counts"]
    return {words: number for _, words, number in found if number}


def begin(client, **given: str):
    values = {"start": "1", "since": "2009", "reason": "The year begins", **given}
    return client.post(f"{WORK}?edition=2010", values, follow=True)


def test_without_a_year_the_newest_is_shown(at_desk) -> None:
    assert at_desk().get(WORK).context["edition"] == 2009
    assert at_desk().get(WORK, {"edition": "no year"}).context["edition"] == 2009


def test_the_year_is_narrowed_to_a_region_and_to_what_is_to_do(at_desk, press, ban_policy) -> None:
    press.draft(make_country(1), ban_policy, 2010)
    client = at_desk()
    assert counts(client) == {"To do": 1, "Draft": 1}
    assert counts(client, region="Africa") == {"Draft": 1}
    items = client.get(WORK, {"edition": 2010, "state": "to_do"}).context["items"]
    assert [str(item.newest) for item in items] == ["Peru: Cluster Munition Ban Policy 2009"]


def test_a_year_is_begun_and_the_page_says_how_many(at_desk) -> None:
    client = at_desk()
    assert "1 profiles of 2010 are begun; 0 were there already." in begin(client).content.decode()
    assert "0 profiles of 2010 are begun; 1 were there already." in begin(client).content.decode()
    draft = CountryProfile.objects.get(edition=2010)
    version = draft.history.get()
    assert (version.history_user.username, version.history_change_reason) == ("researcher", "The year begins")


def test_without_a_reason_or_a_year_before_nothing_is_begun(at_desk) -> None:
    client = at_desk()
    assert "This field is required" in begin(client, reason="").content.decode()
    assert "no profile of 2001" in begin(client, since="2001").content.decode()
    assert not CountryProfile.objects.filter(edition=2010).exists()


def test_readers_of_the_desk_are_offered_neither_step_and_take_neither(at_desk) -> None:
    client = at_desk("guest", READ_ONLY)
    page = client.get(WORK)
    assert (page.context["start_form"], page.context["freeze_form"]) == (None, None)
    assert begin(client).status_code == 403
    assert client.post(WORK, {"freeze_reason": "Now"}).status_code == 403
    assert CountryProfile.objects.count() == 1


def test_a_publisher_releases_the_whole_year_or_nothing_of_it(at_desk, press, peru, ban_policy) -> None:
    ready = press.draft(peru, ban_policy, 2010)
    waiting = press.draft(make_country(1), ban_policy, 2010)
    submit(record=ready, by=press.researcher, reason="Ready")
    approve(record=ready, by=press.editor, reason="Read")
    client, where = at_desk("eva", PUBLISHER), f"{WORK}?edition=2010"
    page = client.post(where, {"freeze_reason": "Agreed"}, follow=True).content.decode()
    assert str(waiting) in page
    assert ProfileRelease.objects.filter(profile__edition=2010).count() == 0
    submit(record=waiting, by=press.researcher, reason="Ready")
    approve(record=waiting, by=press.editor, reason="Read")
    page = client.post(where, {"freeze_reason": "Agreed"}, follow=True).content.decode()
    assert "2 profiles of 2010 are released." in page
    assert ready.history.latest().history_change_reason == "Agreed"


def test_a_researcher_does_not_release_a_year(at_desk) -> None:
    before = ProfileRelease.objects.count()
    assert at_desk().post(WORK, {"freeze_reason": "Now"}).status_code == 403
    assert ProfileRelease.objects.count() == before


class TestSections:
    def address(self, profile: CountryProfile) -> str:
        return reverse("admin:countries_countryprofile_confirm_section", args=[profile.pk])

    def test_a_look_is_noted_for_these_words(self, at_desk, published: CountryProfile) -> None:
        key = section_states(published)[1].text_key
        answer = at_desk().post(self.address(published), {"section": key})
        assert answer["Location"].endswith("#sections")
        look = SectionConfirmation.objects.get()
        assert (look.by.username, look.title, look.text_key) == ("researcher", "Stockpiling", key)

    def test_words_that_are_not_there_are_refused(self, at_desk, published: CountryProfile) -> None:
        at_desk().post(self.address(published), {"section": "0" * 64})
        assert not SectionConfirmation.objects.exists()

    def test_not_by_a_link_not_by_whoever_only_reads_and_not_of_nothing(self, at_desk, published) -> None:
        assert at_desk().get(self.address(published)).status_code == 405
        key = {"section": section_states(published)[0].text_key}
        assert at_desk("guest", READ_ONLY).post(self.address(published), key).status_code == 403
        nothing = reverse("admin:countries_countryprofile_confirm_section", args=[4711])
        assert at_desk().post(nothing, key).status_code == 404
        assert not SectionConfirmation.objects.exists()

    def test_the_form_shows_them(self, at_desk, published: CountryProfile) -> None:
        form = at_desk().get(reverse("admin:countries_countryprofile_change", args=[published.pk]))
        assert [one.title for one in form.context["sections"]] == ["Opening", "Stockpiling"]
