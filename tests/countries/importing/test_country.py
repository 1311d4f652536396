"""Reference data: complete, sourced, idempotent, and never stronger than a person's edit."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Q

from countries.models import Country, CountryName, GroupMembership, NameInLanguage
from editorial.actions.reference import load
from editorial.models import recording


@pytest.fixture
def countries(db: None) -> None:
    load("countries")
    load("country-names")


def test_202_rows_of_which_one_has_no_code(countries: None) -> None:
    assert Country.objects.count() == 202
    assert Country.objects.filter(is_un_member=True).count() == 193
    assert Country.objects.states().count() == 197
    assert Country.objects.get(iso3=None).name == "Nagorno-Karabakh"
    assert not Country.objects.filter(source=None).exists()


def test_former_names_are_dated(countries: None) -> None:
    former = CountryName.objects.get(name="Swaziland")
    assert (former.country.name, former.kind, str(former.valid_until)) == ("Eswatini", "former", "2018")


def test_first_version_exists_so_that_the_first_edit_can_be_undone(countries: None) -> None:
    peru = Country.objects.get(iso3="PER")
    version = peru.history.get()
    assert (version.history_type, version.history_change_reason) == ("+", "Reference data: countries")


def test_second_load_changes_nothing(countries: None) -> None:
    report = load("countries")
    assert (report.created, report.changed, report.unchanged) == (0, 0, 202)
    assert Country.history.count() == 202


def test_a_persons_edit_is_kept_and_reported(countries: None, person) -> None:
    with recording(by=person("admin"), reason="Name used by the team"):
        bolivia = Country.objects.get(iso3="BOL")
        bolivia.name = "Bolivia"
        bolivia.save()
    report = load("countries")
    bolivia.refresh_from_db()
    assert bolivia.name == "Bolivia"
    assert report.kept == ["country Bolivia"]


def test_unknown_name_lists_the_known_ones(db: None) -> None:
    with pytest.raises(CommandError, match=r"unknown nonsense\. Known: .*countries"):
        call_command("load_reference", "--only", "nonsense")


@pytest.mark.usefixtures("reference")
def test_a_state_has_its_names_in_the_languages_of_the_un_and_its_numbers_elsewhere(client) -> None:
    peru = client.get("/api/v1/countries/PER/").json()
    assert (peru["capital"], peru["wikidata"], peru["geonames"]) == ("Lima", "Q419", 3932488)
    assert peru["languages"] == ["aym", "que", "spa"]
    named = {one["language"]: one["name"] for one in peru["names_in_languages"]}
    assert (named["es"], named["fr"]) == ("Perú", "Pérou")
    assert {group["slug"] for group in peru["groups"]} == {"core-group"}
    assert "Pérou (fr)" in client.get("/countries/peru/").content.decode()
    assert NameInLanguage.objects.count() == 1170
    assert not NameInLanguage.objects.filter(Q(name__contains="*") | Q(name__endswith="(the)")).exists()
    assert GroupMembership.objects.filter(group__slug="lldc").count() == 32
