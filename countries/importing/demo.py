"""Demo content of countries: Peru's profile in two published editions and a draft."""

from __future__ import annotations

from pathlib import Path

from countries.actions.country_profile import publish_edition
from countries.models import CountryProfile, ProfileTheme
from editorial.actions.accounts import ensure_demo_accounts
from editorial.actions.import_report import ImportReport
from editorial.actions.publishing import approve, submit
from editorial.actions.reference import reference
from editorial.importing.cells import Named, Number, When
from editorial.importing.sheet import Column, Sheet
from editorial.importing.sheet_loader import readable
from editorial.models import recording

from .state_column import ISO3

FOLDER = Path(__file__).resolve().parent.parent / "demo"


PROFILES = Sheet(
    "profiles",
    "Profiles for a try-out",
    (
        Column("file"),
        ISO3,
        Column("theme", Named(ProfileTheme, must=True)),
        Column("edition", Number(must="Give its year.")),
        Column("covers_until", When()),
        Column("state", meaning="published, or draft."),
        Column("lead"),
    ),
    file=FOLDER / "profiles.csv",
)


@reference("demo-profiles", demo=True)
def load_demo_profiles(report: ImportReport) -> None:
    """Written, reviewed and published by the demo accounts through the real actions; never touched again."""
    people = ensure_demo_accounts()
    for row in readable(PROFILES, report):
        edition = {"country": row["iso3"], "theme": row["theme"], "edition": row["edition"], "language": "en"}
        if CountryProfile.objects.filter(**edition).exists():
            report.unchanged += 1
            continue
        text = (FOLDER / row["file"]).read_text(encoding="utf-8")
        with recording(by=people["researcher"], reason="Written from the sources cited"):
            profile = CountryProfile.objects.create(
                **edition, covers_until=row["covers_until"], lead=row["lead"], text=text
            )
        report.created += 1
        if row["state"] == "published":
            submit(record=profile, by=people["researcher"], reason="Ready for review")
            approve(record=profile, by=people["editor"], reason="Compared with its sources")
            publish_edition(profile=profile, by=people["publisher"], reason="First release")
