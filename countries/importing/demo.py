"""Demo content of countries: Peru's profile in two published editions and a draft."""

from __future__ import annotations

from pathlib import Path

from countries.actions.country_profile import publish_edition
from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.accounts import ensure_demo_accounts
from editorial.actions.import_report import ImportReport
from editorial.actions.publishing import approve, submit
from editorial.actions.reference import one, reference, rows
from editorial.models import recording

FOLDER = Path(__file__).resolve().parent.parent / "demo"


@reference("demo-profiles", demo=True)
def load_demo_profiles(report: ImportReport) -> None:
    """Written, reviewed and published by the demo accounts through the real actions; never touched again."""
    people = ensure_demo_accounts()
    path = FOLDER / "profiles.csv"
    for line, row in rows(path):
        edition = {
            "country": one(Country, path, line, "iso3", row["iso3"], iso3=row["iso3"]),
            "theme": one(ProfileTheme, path, line, "theme", row["theme"], slug=row["theme"]),
            "edition": int(row["edition"]),
            "language": "en",
        }
        if CountryProfile.objects.filter(**edition).exists():
            report.unchanged += 1
            continue
        text = (FOLDER / row["file"]).read_text(encoding="utf-8")
        with recording(by=people["researcher"], reason="Written from the sources cited"):
            profile = CountryProfile.objects.create(
                **edition, covers_until=row["covers_until"] or None, lead=row["lead"], text=text
            )
        report.created += 1
        if row["state"] == "published":
            submit(record=profile, by=people["researcher"], reason="Ready for review")
            approve(record=profile, by=people["editor"], reason="Compared with its sources")
            publish_edition(profile=profile, by=people["publisher"], reason="First release")
