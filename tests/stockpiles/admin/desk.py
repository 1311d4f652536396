"""What the tests of the desk of stockpiles share: reading its pages, and a figure as it is typed."""

from countries.models import Country


def words(response):
    return " ".join(response.content.decode().replace("&#x27;", "'").split())


def country(iso3):
    return Country.objects.get(iso3=iso3)


DESTROYED = {
    "scope": "period",
    "period_start": "2017",
    "period_end": "2017",
    "munitions": "3",
    "submunitions": "120",
    "certainty": "stated",
    "rank": "normal",
    "note": "It says so: [@UNTC-MTDSG-XXVI-6, p. 2].",
    "rank_reason": "",
    "method": "",
    "seen_version": "",
}
