"""The draft from what is on record at the desk: shown, checked, begun with a reason, taken along as a file."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.urls import reverse

from countries.models import Country, CountryAssignment, CountryProfile
from editorial.models import AuditEntry, User
from editorial.rules.roles import READ_ONLY
from tests.factories.profiles import make_country

PAGE = reverse("admin:countries_countryprofile_from_record")
FILE = reverse("admin:countries_countryprofile_from_record_download")


@pytest.fixture(autouse=True)
def today(peru, ban_policy):
    with time_machine.travel("2026-11-30", tick=False):
        yield


def begin(client: Any, **given: str) -> Any:
    return client.post(PAGE, {"country": "peru", "edition": "2026", "reason": "Work begins", **given}, follow=True)


def test_the_list_the_new_form_and_the_state_lead_to_it(at_desk, peru) -> None:
    client = at_desk()
    for address in (
        reverse("admin:countries_countryprofile_changelist"),
        reverse("admin:countries_countryprofile_add"),
        reverse("admin:countries_country_change", args=[peru.pk]),
    ):
        assert f'href="{PAGE}' in client.get(address).content.decode(), address


def test_who_may_only_read_is_neither_led_there_nor_let_in(at_desk) -> None:
    client = at_desk("guest", READ_ONLY)
    assert PAGE not in client.get(reverse("admin:countries_countryprofile_changelist")).content.decode()
    assert client.get(PAGE).status_code == 403
    assert client.get(FILE, {"country": "peru"}).status_code == 403
    assert begin(client).status_code == 403
    assert not CountryProfile.objects.exists()


def test_looking_shows_the_draft_with_what_the_checker_finds_and_writes_nothing(at_desk) -> None:
    page = at_desk().get(PAGE, {"country": "peru"})
    assert page.context["edition"] == 2026
    shown = page.content.decode()
    assert "Begin Peru 2026 with this?" in shown
    assert "every source is in the library" in shown
    assert "Transparency reports</h2>" in shown
    assert not CountryProfile.objects.exists()


def test_an_unknown_state_or_year_is_refused(at_desk) -> None:
    client = at_desk()
    assert client.get(PAGE).status_code == 200
    assert client.get(PAGE, {"country": "atlantis"}).status_code == 422
    assert client.get(PAGE, {"country": "peru", "edition": "1066"}).status_code == 422


def test_with_a_reason_it_becomes_a_draft_and_its_form_opens(at_desk) -> None:
    answer = begin(at_desk())
    profile = CountryProfile.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("admin:countries_countryprofile_change", args=[profile.pk])
    assert "is begun as a draft from what is on record" in answer.content.decode()
    version = profile.history.get()
    assert (version.history_user.username, version.history_change_reason) == ("researcher", "Work begins")


def test_without_a_reason_nothing_is_begun(at_desk) -> None:
    answer = begin(at_desk(), reason="")
    assert answer.status_code == 422
    assert "This field is required" in answer.content.decode()
    assert not CountryProfile.objects.exists()


def test_where_the_edition_exists_another_year_or_a_file_is_offered(at_desk, press, peru, ban_policy) -> None:
    profile = press.edition(peru, ban_policy, 2026).profile
    client = at_desk()
    page = client.get(PAGE, {"country": "peru", "edition": "2026"}).content.decode()
    assert "Edition 2026 exists" in page
    assert "?country=peru&amp;edition=2027" in page
    assert f"{FILE}?country=peru&amp;edition=2026" in page
    assert 'name="reason"' not in page
    refused = begin(client)
    assert refused.status_code == 409
    assert "exists already and is left as it is" in refused.content.decode()
    assert CountryProfile.objects.get() == profile


def test_two_equal_posts_make_one_edition(at_desk) -> None:
    client = at_desk()
    assert begin(client).status_code == 200
    assert begin(client).status_code == 409
    assert CountryProfile.objects.count() == 1


def test_an_earlier_year_is_not_offered(at_desk) -> None:
    client = at_desk()
    assert "Choose a later year" in client.get(PAGE, {"country": "peru", "edition": "2020"}).content.decode()
    assert begin(client, edition="2020").status_code == 409
    assert not CountryProfile.objects.exists()


def test_researchers_are_kept_to_their_countries(at_desk, person) -> None:
    client = at_desk()
    CountryAssignment.objects.create(person=User.objects.get(username="researcher"), country=make_country(1))
    assert [one.name for one in client.get(PAGE).context["form"].fields["country"].queryset] == [
        Country.objects.exclude(name="Peru").get().name
    ]
    assert client.get(PAGE, {"country": "peru"}).status_code == 422
    assert client.get(FILE, {"country": "peru"}).status_code == 403
    assert begin(client).status_code == 422
    assert not CountryProfile.objects.exists()


def test_the_file_reads_as_our_own_and_its_taking_is_noted(at_desk) -> None:
    answer = at_desk().get(FILE, {"country": "peru", "edition": "2026"})
    assert answer["Content-Disposition"] == 'attachment; filename="peru_cluster-munition-ban-policy_2026_en.md"'
    text = answer.content.decode()
    assert text.startswith("---\n")
    assert 'covers_until: "2026-11-30"' in text
    assert "\n## Policy\n" in text
    assert AuditEntry.objects.filter(about__contains="drafted from what is on record").exists()
    assert not CountryProfile.objects.exists()
