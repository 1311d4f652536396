"""Every name by which a state or organisation may stand in a list."""

from __future__ import annotations

from countries.models import Country, CountryName
from editorial.models import Organisation
from meetings.rules.names_in_text import name_key


def state_names() -> dict[str, Country]:
    """Folded names and codes of all states: short, official, former and common ones."""
    countries = {country.pk: country for country in Country.objects.all()}
    found: dict[str, Country] = {}
    for name, pk in CountryName.objects.values_list("name", "country"):
        found[name_key(name)] = countries[pk]
    for country in countries.values():
        for name in (country.official_name, country.name.split(" (")[0], country.name, country.iso3 or ""):
            if name:
                found[name_key(name)] = country
    return found


def party_names() -> dict[str, Country | Organisation]:
    """States as above, and organisations by name and abbreviation: CMC, ICRC."""
    found: dict[str, Country | Organisation] = {}
    for organisation in Organisation.objects.all():
        for name in (organisation.name, organisation.abbreviation):
            if name:
                found[name_key(name)] = organisation
    return {**found, **state_names()}
