"""Reference data of countries: states and other areas, their names, the themes of profiles."""

from __future__ import annotations

from pathlib import Path

from django.utils.text import slugify

from countries.models import Country, CountryKind, CountryName, CountryNameKind, ProfileTheme
from editorial.actions.reference import BadRow, LoadReport, keep, one, reference, rows, sourced, sourced_with_note
from editorial.models import SourceKind

FOLDER = Path(__file__).resolve().parent.parent / "reference"

THEMES = (
    ("cluster-munition-ban-policy", "Cluster Munition Ban Policy"),
    ("mine-ban-policy", "Mine Ban Policy"),
    ("mine-action", "Mine Action"),
    ("casualties", "Casualties"),
    ("victim-assistance", "Victim Assistance"),
    ("support-for-mine-action", "Support for Mine Action"),
)


@reference("themes")
def load_themes(report: LoadReport) -> None:
    """The themes under which the Monitor publishes profiles."""
    for order, (slug, title) in enumerate(THEMES, 1):
        keep(ProfileTheme, {"title": title, "order": order}, by={"slug": slug}, report=report)


@reference("countries")
def load_countries(report: LoadReport) -> None:
    """201 rows: 193 UN members, four other states, four other areas, one of them without any code."""
    path = FOLDER / "countries.csv"
    kinds = {"state": CountryKind.STATE, "other area": CountryKind.OTHER_AREA}
    for line, row in rows(path):
        try:
            if row["kind"] not in kinds:
                raise BadRow(f"{path.name}, line {line}, kind: “{row['kind']}” is neither state nor other area.")
            known = Country.objects.filter(iso3=row["iso3"]).first() if row["iso3"] else None
            keep(
                Country,
                {
                    "iso2": row["iso2"] or None,
                    "iso3": row["iso3"] or None,
                    "m49": row["m49"],
                    "name": row["name"],
                    "official_name": row["official_name"],
                    "kind": kinds[row["kind"]],
                    "is_un_member": row["is_un_member"] == "yes",
                    "region": row["region"],
                    "subregion": row["subregion"],
                    "intermediate_region": row["intermediate_region"],
                    **sourced_with_note(row, kind=SourceKind.DATASET),
                },
                by={"slug": known.slug if known else slug_of(row["name"])},  # an address once given is kept
                report=report,
            )
        except BadRow as problem:
            report.refused.append(str(problem))


@reference("country-names")
def load_country_names(report: LoadReport) -> None:
    """Former names and names in common use, so that a legacy page or a pasted list finds its state."""
    path = FOLDER / "country_names.csv"
    for line, row in rows(path):
        try:
            keep(
                CountryName,
                {
                    "kind": CountryNameKind(row["kind"]),
                    "valid_from": row["valid_from"] or None,
                    "valid_until": row["valid_until"] or None,
                    **sourced(row),
                },
                by={
                    "country": one(Country, path, line, "iso3", row["iso3"], iso3=row["iso3"]),
                    "name": row["name"],
                },
                report=report,
            )
        except BadRow as problem:
            report.refused.append(str(problem))


def slug_of(name: str) -> str:
    """A state's place in addresses: its name without what stands in brackets."""
    return slugify(name.split(" (")[0])
