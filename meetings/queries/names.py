"""Every name by which a state or organisation may stand in a text or a list."""

from __future__ import annotations

from countries.models import Country, CountryName
from editorial.models import Organisation
from meetings.rules.names_in_text import name_key


def state_names() -> dict[str, Country]:
    """Each known name as it is compared (folded), with its country: today's short and official names, and others.

    A name of today wins over a further name; a further name that two countries share names neither.
    """
    countries = {country.pk: country for country in Country.objects.all()}
    further: dict[str, set[int]] = {}
    for name, pk in CountryName.objects.values_list("name", "country_id"):
        further.setdefault(name_key(name), set()).add(pk)
    names = {name: countries[min(pks)] for name, pks in further.items() if len(pks) == 1}
    names |= {name_key(country.official_name): country for country in countries.values()}
    names |= {name_key(country.name): country for country in countries.values()}
    names.pop("", None)
    return names


def names_in_lists() -> dict[str, Country]:
    """The same, with what only lists write: the code of a state, and its name without what stands in brackets.

    Running text is not searched for these: AND is a code and a word.
    """
    names = state_names()
    short = {
        name_key(name): country
        for country in names.values()
        for name in (country.iso3, country.name.split(" (")[0])
        if name
    }
    return short | names


def party_names() -> dict[str, Country | Organisation]:
    """States as they stand in lists, and organisations by name and abbreviation: CMC, ICRC."""
    organisations: dict[str, Country | Organisation] = {
        name_key(name): organisation
        for organisation in Organisation.objects.all()
        for name in (organisation.name, organisation.abbreviation)
        if name
    }
    return organisations | names_in_lists()
