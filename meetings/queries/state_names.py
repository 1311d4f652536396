"""The names under which texts speak of states, now and formerly."""

from __future__ import annotations

from countries.models import Country, CountryName
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
