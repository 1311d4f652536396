"""Editions: one a country, theme, year and language; and the last day that one speaks of."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import CountryProfile, ProfileTheme
from editorial.models import recording
from editorial.rules.partial_date import PartialDate

pytestmark = pytest.mark.django_db


def edition(draft: CountryProfile, **fields: object) -> CountryProfile:
    return CountryProfile(**{"country": draft.country, "theme": draft.theme, "edition": 2010, **fields})


def test_an_edition_is_called_by_state_theme_and_year(draft: CountryProfile) -> None:
    assert str(draft) == "Peru: Cluster Munition Ban Policy 2009"
    assert draft.get_absolute_url() == "/countries/peru/cluster-munition-ban-policy/2009/"
    assert draft.title == "Peru: Cluster Munition Ban Policy"


def test_another_language_than_english_is_named(draft: CountryProfile) -> None:
    spanish = edition(draft, language="es")
    assert str(spanish) == "Peru: Cluster Munition Ban Policy 2010 (es)"
    assert spanish.get_absolute_url().endswith("/2010/?language=es")


def test_an_edition_is_there_once(draft: CountryProfile) -> None:
    with pytest.raises(ValidationError, match="This edition already exists for this country, theme and language"):
        edition(draft, edition=2009).full_clean()
    with recording(by=None, reason="Test"):
        edition(draft, edition=2009, language="es").save()
        with pytest.raises(IntegrityError), transaction.atomic():
            edition(draft, edition=2009).save()


@pytest.mark.parametrize(("year", "valid"), [(1998, False), (1999, True), (2100, True), (2101, False)])
def test_the_monitor_began_in_1999(draft: CountryProfile, year: int, valid: bool) -> None:
    if valid:
        edition(draft, edition=year).full_clean()
        return
    with pytest.raises(ValidationError) as refused:
        edition(draft, edition=year).full_clean()
    assert list(refused.value.message_dict) == ["edition"]


@pytest.mark.parametrize("until", ["2009-03-18", "2009-06", "2009", "2008-12-31"])
def test_an_edition_may_say_up_to_which_day_it_covers(draft: CountryProfile, until: str) -> None:
    draft.covers_until = PartialDate.parse(until)
    draft.full_clean()
    assert draft.release_extra() == ({"covers_until": draft.covers_until.as_json()}, [])


def test_without_such_a_day_a_release_freezes_none(draft: CountryProfile) -> None:
    assert draft.release_extra() == ({}, [])


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2010-01-01", "1 January 2010 lies after the year of the edition, 2009"),
        ("after 18 March 2009", "without “after” or “before”"),
        ("before 2009", "without “after” or “before”"),
    ],
)
def test_a_day_that_the_edition_cannot_cover_is_refused(draft: CountryProfile, until: str, words: str) -> None:
    draft.covers_until = PartialDate.parse(until)
    with pytest.raises(ValidationError, match=words):
        draft.full_clean()


def test_themes_stand_in_the_order_of_the_country_page(ban_policy: ProfileTheme) -> None:
    with recording(by=None, reason="Test"):
        ProfileTheme.objects.create(slug="casualties", title="Casualties", order=3)
        ProfileTheme.objects.create(slug="mine-ban-policy", title="Mine Ban Policy", order=2)
    assert [str(theme) for theme in ProfileTheme.objects.all()] == [
        "Cluster Munition Ban Policy",
        "Mine Ban Policy",
        "Casualties",
    ]
