"""start_edition begins a year from the one before, says what it began, and refuses whoever may not."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from countries.models import Country, CountryProfile
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import READ_ONLY, RESEARCHER
from tests.factories.profiles import Press, make_country


@pytest.fixture(autouse=True)
def published(press: Press, peru: Country, ban_policy, person) -> CountryProfile:
    ensure_roles()
    person("ana", RESEARCHER)
    return press.edition(peru, ban_policy).profile


def run(edition: int = 2010, by: str = "ana", **options: object) -> list[str]:
    out = StringIO()
    call_command("start_edition", edition, by=by, stdout=out, **options)
    return out.getvalue().splitlines()


def test_what_is_begun_and_what_was_there() -> None:
    assert run() == ["begun    Peru: Cluster Munition Ban Policy 2010", "1 begun, 0 were there already."]
    assert run() == ["is there Peru: Cluster Munition Ban Policy 2010", "0 begun, 1 were there already."]


def test_the_history_names_who_began_it_and_why() -> None:
    run()
    run(2011, since=2009, reason="Skipped a year")
    said = {
        profile.edition: (profile.history.get().history_user.username, profile.history.get().history_change_reason)
        for profile in CountryProfile.objects.filter(edition__gte=2010)
    }
    assert said == {2010: ("ana", "Edition 2010 started from 2009"), 2011: ("ana", "Skipped a year")}


def test_one_country_or_region_alone(press: Press, ban_policy) -> None:
    press.edition(make_country(1), ban_policy)
    assert run(region="Africa")[-1] == "1 begun, 0 were there already."
    assert run(country="per")[-1] == "1 begun, 0 were there already."


def test_a_year_without_a_year_before_is_refused_in_words() -> None:
    with pytest.raises(CommandError, match="no profile of 2019"):
        run(2020)
    assert not CountryProfile.objects.filter(edition=2020).exists()


@pytest.mark.parametrize("by", ["nobody", "guest", "left"])
def test_whoever_may_not_begin_profiles_begins_none(person, by: str) -> None:
    person("guest", READ_ONLY)
    person("left", RESEARCHER, is_active=False)
    with pytest.raises(CommandError, match=f"--by {by}: nobody of this name may begin profiles"):
        run(by=by)
    assert CountryProfile.objects.count() == 1
