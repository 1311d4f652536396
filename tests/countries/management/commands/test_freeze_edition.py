"""freeze_edition releases a whole year, or nothing of it with every reason."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from countries.models import Country, CountryProfile, ProfileRelease
from editorial.actions.publishing import approve, submit
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import EDITOR, PUBLISHER
from tests.factories.profiles import Press, make_country


@pytest.fixture
def approved(press: Press, peru: Country, ban_policy, person) -> list[CountryProfile]:
    """Two editions of 2010 that wait for publication."""
    ensure_roles()
    person("eva", PUBLISHER)
    made = [press.draft(country, ban_policy, 2010) for country in (peru, make_country(1))]
    for profile in made:
        submit(record=profile, by=press.researcher, reason="Ready")
        approve(record=profile, by=press.editor, reason="Read")
    return made


def run(by: str = "eva", **options: object) -> list[str]:
    out = StringIO()
    call_command("freeze_edition", 2010, by=by, stdout=out, **options)
    return out.getvalue().splitlines()


def test_every_profile_of_the_year_comes_out_and_is_named(approved) -> None:
    lines = run()
    assert sorted(lines[:-1]) == [
        "released Peru: Cluster Munition Ban Policy 2010 r1",
        "released State 001: Cluster Munition Ban Policy 2010 r1",
    ]
    assert lines[-1] == "2 profiles of 2010 released."
    for profile in approved:
        version = profile.history.latest()
        assert (version.history_user.username, version.history_change_reason) == ("eva", "Edition 2010 released")


def test_one_that_nobody_approved_keeps_the_whole_year_back_and_is_named(approved, press: Press) -> None:
    press.change(approved[0], lead="Changed after approval.")
    with pytest.raises(CommandError) as refused:
        run()
    assert str(approved[0]) in str(refused.value)
    assert str(approved[1]) not in str(refused.value)
    assert not ProfileRelease.objects.exists()


def test_a_year_of_another_theme_or_language_has_nothing_to_release(approved) -> None:
    for other in ({"theme": "mine-ban-policy"}, {"language": "es"}):
        with pytest.raises(CommandError):
            run(**other)
    assert not ProfileRelease.objects.exists()


def test_an_editor_may_not_publish(approved, person) -> None:
    person("ben", EDITOR)
    for by in ("ben", "nobody"):
        with pytest.raises(CommandError, match=f"--by {by}: nobody of this name may publish profiles"):
            run(by=by)
    assert not ProfileRelease.objects.exists()
