"""The demo content shows the real work: written, reviewed and published by three people."""

from __future__ import annotations

import re
from functools import partial

import pytest

from countries.models import CountryProfile, ProfileRelease
from editorial.actions.reference import load
from editorial.actions.roles import ensure_roles
from editorial.queries import text_problems
from editorial.texts import parse
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module

pytestmark = pytest.mark.django_db


demo = for_module(partial(load_once, "sources", "themes", "countries", "demo-profiles", on=ensure_roles))


def test_two_editions_are_published_and_one_is_a_draft(demo: None) -> None:
    editions = CountryProfile.objects.filter(country__iso3="PER").order_by("edition")
    assert [(p.edition, p.status) for p in editions] == [(2009, "published"), (2024, "published"), (2026, "draft")]
    assert ProfileRelease.objects.filter(profile__country__iso3="PER").count() == 2


def test_four_further_kinds_of_states_have_an_edition(demo: None) -> None:
    found = CountryProfile.objects.exclude(country__iso3="PER").order_by("country__iso3")
    assert [(p.country.iso3, p.edition, p.status) for p in found] == [
        ("AGO", 2026, "published"),  # a signatory
        ("BGR", 2026, "published"),  # a party with a finished stock
        ("BRA", 2026, "published"),  # outside the convention
        ("LAO", 2026, "published"),  # a party with contaminated ground
    ]


def test_each_has_at_least_fifteen_notes_and_no_problem(demo: None) -> None:
    for profile in CountryProfile.objects.all():
        assert len(parse(profile.text).footnotes) >= 15
        assert text_problems(profile.text) == ()


def test_every_sentence_of_the_further_editions_has_a_note(demo: None) -> None:
    for profile in CountryProfile.objects.exclude(country__iso3="PER"):
        body = profile.text.split("\n\n[^")[0]
        for paragraph in (one for one in body.split("\n\n") if not one.startswith("#")):
            sentences = re.split(r"(?<=[.\]]) (?=[A-Z])", paragraph)
            bare = [one for one in sentences if not one.rstrip().endswith("]")]
            assert len(bare) <= 1, (str(profile), bare)  # the first of an opening may share its neighbour's


def test_who_did_what_is_in_the_history(demo: None) -> None:
    profile = CountryProfile.objects.get(country__iso3="PER", edition=2024)
    versions = profile.history.order_by("history_date").values_list("history_user__username", "status")
    assert list(versions) == [
        ("researcher", "draft"),
        ("researcher", "in_review"),
        ("editor", "in_review"),
        ("publisher", "published"),
    ]


def test_loading_again_touches_nothing(demo: None) -> None:
    assert load("demo-profiles").unchanged == 7
    assert ProfileRelease.objects.count() == 6


def test_perus_edition_of_2009_covers_until_the_newest_day_that_its_report_speaks_of(demo: None) -> None:
    old, new = ProfileRelease.objects.filter(profile__country__iso3="PER").order_by("profile__edition")
    assert str(old.covers_until) == "18 March 2009"
    assert new.covers_until is None
