"""Types that sources name, with what they say of origin and load."""

from __future__ import annotations

from django.utils.text import slugify

from countries.importing.state_column import States
from editorial.importing.cells import NEEDED, Number, OneOf, YesNo
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from stockpiles.models import MunitionKind, MunitionOrigin, MunitionType

from .columns import FOLDER, SOURCES, cited


def read_type(row: SheetRow) -> list[Made]:
    """A type, and the states that its origin points to."""
    slug = row["slug"] or slugify(row["designation"])
    if not slug:
        raise row.refusal("designation", "It needs a letter or a digit.")
    values = {
        **row.given("designation", "kind", "origin", "called_by_source"),
        "submunition": row["submunition_name"],
        "submunitions_per_munition": row["submunitions_per_munition"],
        "submunitions_approximate": row["count_approximate"],
        "note": f"{row['notes']} {cited(row)}".strip(),
    }
    made = Made(MunitionType, {"slug": slug}, values)
    origins = row["origin_country_iso3"]
    return [made, *(Made(MunitionOrigin, {"country": one, "munition_type": made}, {}) for one in origins)]


def _origins(record: MunitionType) -> list[str]:
    return [origin.country.iso3 or "" for origin in record.origins.select_related("country").order_by("pk")]


MUNITION_TYPES = Sheet(
    "munition_types",
    "Munition types",
    (
        Column("designation", NEEDED, "As in the sources: RBK-500.", needed=True),
        Column("slug", meaning="Its place in addresses; empty: by its designation."),
        Column("kind", OneOf(MunitionKind, MunitionKind.UNKNOWN), "How it is delivered.", needed=True),
        Column("submunition_name", meaning="Its submunition.", needed=True, field="submunition"),
        Column("submunitions_per_munition", Number(), "How many; empty: no source says.", needed=True),
        Column(
            "origin_country_iso3", States(), "States that its origin points to, parted by blanks.", said=_origins
        ),
        Column("origin", meaning="In the source’s words: Russian/Soviet."),
        Column("called_by_source", meaning="What its source calls it."),
        Column("count_approximate", YesNo(), "Whether the number is.", field="submunitions_approximate"),
        Column("notes", meaning="Words that precede the citations.", said=lambda record: ""),
        *SOURCES,
    ),
    model=MunitionType,
    records=read_type,
    file=FOLDER / "munition_types.csv",
)
