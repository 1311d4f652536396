"""Starting an edition year from the one before, seeing how far it is, and releasing it whole or not at all."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from countries.actions.edition_year import confirm_section, freeze_edition, start_edition
from countries.models import Country, CountryProfile, ProfileRelease
from countries.queries.edition_work import edition_work, section_states
from editorial.actions import publishing
from editorial.actions.publishing import approve, compose_now, submit
from editorial.models import AuditAction, AuditEntry, CitationUse, SearchEntry, Source, recording, seal_of
from editorial.rules.transitions import Refused
from tests.factories.profiles import make_country

WORK = reverse("admin:countries_countryprofile_work")


@pytest.fixture
def published(press, peru: Country, ban_policy) -> CountryProfile:
    return press.edition(peru, ban_policy).profile


def start(person, edition: int = 2010, since: int = 2009, **narrow: str):
    return start_edition(edition=edition, since=since, by=person("editor"), reason="The year begins", **narrow)


def test_a_new_edition_begins_with_the_published_words(press, published: CountryProfile, person) -> None:
    press.change(published, text="Not out yet.")
    (draft,) = start(person).created
    assert (draft.edition, draft.status, draft.rolled_from) == (2010, "draft", published)
    assert draft.text == published.releases.get().text
    assert draft.history.get().history_change_reason == "The year begins"


def test_withdrawn_words_are_not_carried_over(press, published: CountryProfile, person) -> None:
    press.withdraw(published, "It described another state.")
    with pytest.raises(Refused, match="no profile of 2009"):
        start(person)
    press.change(published, text="Mended.")
    (draft,) = start(person).created
    assert draft.text == "Mended."


def test_starting_twice_leaves_what_is_there(published: CountryProfile, person) -> None:
    start(person)
    again = start(person)
    assert (again.created, [one.edition for one in again.existing]) == ([], [2010])
    assert CountryProfile.objects.filter(edition=2010).count() == 1


def test_one_country_or_region_alone(press, published: CountryProfile, ban_policy, person) -> None:
    press.edition(make_country(1), ban_policy)
    assert [one.country.name for one in start(person, region="Africa").created] == ["State 001"]
    assert [one.country.name for one in start(person, country="PER").created] == ["Peru"]
    with pytest.raises(Refused, match="no profile of 2009"):
        start(person, region="Oceania")
    with pytest.raises(Refused, match="earlier year"):
        start(person, edition=2009)


def test_sections_know_whether_they_changed_and_who_confirmed_them(published: CountryProfile, person) -> None:
    (draft,) = start(person).created
    assert [(one.title, one.is_unchanged) for one in section_states(draft)] == [
        ("Opening", True),
        ("Stockpiling", True),
    ]
    with recording(by=person("editor"), reason="New figure"):
        draft.text = draft.text.replace("how many is not known", "2,012 of them")
        draft.save()
    opening, stocks = section_states(draft)
    assert (opening.is_unchanged, stocks.is_unchanged) == (True, False)

    confirm_section(profile=draft, text_key=stocks.text_key, by=person("editor"), at=timezone.now())
    assert [str(one.confirmed_by) for one in section_states(draft)] == ["None", "editor"]
    with recording(by=person("editor"), reason="Another figure"):
        draft.text = draft.text.replace("2,012", "2,021")
        draft.save()
    assert section_states(draft)[1].confirmed_by is None
    with pytest.raises(Refused, match="has changed"):
        confirm_section(profile=draft, text_key=stocks.text_key, by=person("editor"), at=timezone.now())


def test_the_work_of_a_year_from_to_do_to_stale(press, published, peru, ban_policy, person) -> None:
    user = person("editor")
    press.edition(make_country(1), ban_policy, 2007)
    press.draft(make_country(2), ban_policy, 2010)
    submitted = press.draft(make_country(3), ban_policy, 2010)
    submit(record=submitted, by=person("researcher"), reason="Ready")
    agreed = press.draft(make_country(4), ban_policy, 2010)
    submit(record=agreed, by=person("researcher"), reason="Ready")
    approve(record=agreed, by=person("editor"), reason="Read")
    press.edition(make_country(5), ban_policy, 2010)
    found = {item.newest.country.name: item.state for item in edition_work(2010, user)}
    assert found == {
        "Peru": "to_do",
        "State 001": "stale",
        "State 002": "draft",
        "State 003": "in_review",
        "State 004": "approved",
        "State 005": "published",
    }


def test_the_work_takes_one_query_however_many(press, ban_policy, person, django_assert_num_queries) -> None:
    user = person("chief", is_superuser=True)
    for number in range(4):
        press.draft(make_country(number), ban_policy, 2010)
    with django_assert_num_queries(1):
        assert len([item.newest.country.name + item.newest.theme.title for item in edition_work(2010, user)]) == 4


@pytest.fixture
def two(press, peru: Country, ban_policy, person) -> list[CountryProfile]:
    """Two profiles of 2010: one approved, one only submitted."""
    rows = [press.draft(country, ban_policy, 2010) for country in (peru, make_country(1))]
    for row in rows:
        submit(record=row, by=person("researcher"), reason="Ready")
    approve(record=rows[0], by=person("editor"), reason="Read")
    return rows


def test_a_year_comes_out_whole_or_not_at_all(two: list[CountryProfile], person) -> None:
    by = person("publisher")
    with pytest.raises(Refused, match="State 001") as refusal:
        freeze_edition(edition=2010, by=by, reason="Agreed")
    assert len(refusal.value.problems) == 1
    assert not ProfileRelease.objects.exists()

    approve(record=two[1], by=person("editor"), reason="Read")
    assert len(freeze_edition(edition=2010, by=by, reason="Agreed")) == 2
    assert {row.status for row in CountryProfile.objects.all()} == {"published"}
    assert AuditEntry.objects.get(action=AuditAction.FROZEN).detail == "2 profiles: Agreed"
    with pytest.raises(Refused, match="No approved profile"):
        freeze_edition(edition=2010, by=by, reason="Again")


def test_a_year_is_not_released_while_one_is_no_longer_as_approved(two: list[CountryProfile], person) -> None:
    approve(record=two[1], by=person("editor"), reason="Read")
    source = Source.objects.get(key="laRepublica-2007-05-29")
    with recording(by=None, reason="Made for a test"):
        source.title = "Todas las bombas"
        source.save()
    with pytest.raises(Refused, match=r"Peru.*: not as approved\. Source laRepublica-2007-05-29") as refusal:
        freeze_edition(edition=2010, by=person("publisher"), reason="Agreed")
    assert len(refusal.value.problems) == 2
    assert not ProfileRelease.objects.exists()


def test_the_page_starts_and_releases_for_those_who_may(at_desk, published, press, person) -> None:
    researcher, publisher = at_desk("researcher"), at_desk("publisher", "Publisher")
    page = researcher.get(WORK, {"edition": 2010}).content.decode()
    assert "<strong>1</strong> to do" in page
    assert "Release edition" not in page
    assert researcher.post(WORK + "?edition=2010", {"freeze": "1", "freeze_reason": "Mine"}).status_code == 403
    words = {"start": "1", "since": 2009, "reason": "The year begins"}
    assert researcher.post(WORK + "?edition=2010", words).status_code == 302
    draft = CountryProfile.objects.get(edition=2010)
    assert (
        "not approved"
        in publisher.post(WORK + "?edition=2010", {"freeze": "1", "freeze_reason": "Out"}).content.decode()
    )

    change = reverse("admin:countries_countryprofile_change", args=[draft.pk])
    assert "unchanged since the edition before" in researcher.get(change).content.decode()
    confirm = reverse("admin:countries_countryprofile_confirm_section", args=[draft.pk])
    researcher.post(confirm, {"section": section_states(draft)[0].text_key})
    assert "confirmed by researcher" in researcher.get(change).content.decode()
    assert at_desk("reader", "Read-only").post(confirm, {"section": "x"}).status_code == 403


def test_both_as_commands(published, person, at_desk) -> None:
    at_desk("publisher", "Publisher")
    out = StringIO()
    call_command("start_edition", "2010", "--by", "publisher", stdout=out)
    assert "1 begun, 0 were there already." in out.getvalue()
    with pytest.raises(CommandError, match="not approved"):
        call_command("freeze_edition", "2010", "--by", "publisher")
    draft = CountryProfile.objects.get(edition=2010)
    submit(record=draft, by=person("researcher"), reason="Ready")
    approve(record=draft, by=person("editor"), reason="Read")
    call_command("freeze_edition", "2010", "--by", "publisher", stdout=out)
    assert "1 profiles of 2010 released." in out.getvalue()
    with pytest.raises(CommandError, match="--by nobody"):
        call_command("start_edition", "2011", "--by", "nobody")


def test_each_profile_of_a_year_is_composed_once_and_indexed_once(
    two: list[CountryProfile], person, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(record=two[1], by=person("editor"), reason="Read")
    composed, told = [], []
    compose = publishing.compose

    def noted(record: CountryProfile, **more: object):
        composed.append(record)
        return compose(record, **more)

    monkeypatch.setattr(publishing, "compose", noted)
    with CaptureQueriesContext(connection) as asked:
        releases = freeze_edition(
            edition=2010, by=person("publisher"), reason="Agreed", tell=lambda *step: told.append(step)
        )
    assert len(composed) == 2
    assert len(asked) <= 108, "both locked, read, composed, sealed, indexed, noted and marked"
    assert sum('INSERT INTO "editorial_searchentry" ' in one["sql"] for one in asked.captured_queries) == 2
    assert told == [("Read", 1, 2), ("Read", 2, 2), ("Released", 1, 2), ("Released", 2, 2)]
    for release in releases:
        assert release.is_intact
        assert seal_of(release).content_sha256
        assert release.facts == compose_now(release.record).facts
        assert SearchEntry.objects.filter(kind="profile", object_id=release.pk).exists()
        assert CitationUse.objects.filter(object_id=release.pk).exists()
