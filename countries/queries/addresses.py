"""The one address of a state, whatever was written: its code, another of its names, a former address."""

from __future__ import annotations

from django.db.models import Q
from django.utils.text import slugify

from countries.models import Country, CountryName
from editorial.queries import slug_today


def country_slug(written: str) -> str | None:
    """Today's slug of the state that is meant by a slug of now or then, an ISO code, or one of its names.

    None where no state is meant, or two are.
    """
    if today := slug_today(Country, written):
        return today
    code = written.upper()
    if today := Country.objects.filter(Q(iso3=code) | Q(iso2=code)).values_list("slug", flat=True).first():
        return today
    names = [
        *(
            (slug, name)
            for slug, *names in Country.objects.values_list("slug", "name", "official_name")
            for name in names
        ),
        *CountryName.objects.values_list("country__slug", "name"),
    ]
    meant = {slug for slug, name in names if slugify(name) == written.lower()}
    return meant.pop() if len(meant) == 1 else None
