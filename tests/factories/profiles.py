"""Published country profiles, made through the real actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from countries.models import Country, CountryProfile, ProfileRelease, ProfileTheme
from editorial.actions.publishing import approve, publish, submit, withdraw
from editorial.models import Source, User, recording

LEAD = "Peru signed in Oslo and had not yet ratified."
TEXT = """Peru signed on 3 December 2008.[^table]

## Stockpiling

The air force holds bombs; how many is not known.[^press][^table]

[^table]: Seen in the depositary's table.
[^press]: [@laRepublica-2007-05-29, p. 5]. The *minister* spoke to the press.
"""


def make_source(**values: Any) -> Source:
    """A press article, unless told otherwise."""
    given = {
        "key": "laRepublica-2007-05-29",
        "kind": "press",
        "authors": "Ángel Páez",
        "title": "Se eliminarán las bombas de racimo",
        "english_title": "Cluster bombs will be eliminated",
        "publisher": "La República",
        "document_date": "2007-05-29",
        "language": "es",
    } | values
    with recording(by=None, reason="Made for a test"):
        return Source.objects.get_or_create(key=given.pop("key"), defaults=given)[0]


def make_country(number: int) -> Country:
    """One of many: "State 007" of Africa."""
    with recording(by=None, reason="Made for a test"):
        return Country.objects.create(
            iso3=f"Q{number // 26 % 26 + 65:c}{number % 26 + 65:c}",
            slug=f"state-{number:03}",
            name=f"State {number:03}",
            region="Africa",
            subregion="Sub-Saharan Africa",
        )


class Press:
    """Brings editions out: submits, approves and publishes as three different people."""

    def __init__(self, person: Callable[..., User]) -> None:
        self.researcher, self.editor, self.publisher = (
            person(name) for name in ("researcher", "editor", "publisher")
        )

    def draft(self, country: Country, theme: ProfileTheme, edition: int = 2009, **values: Any) -> CountryProfile:
        given = {"lead": LEAD, "text": TEXT, **values}
        if "[@laRepublica" in given["text"]:
            make_source()
        with recording(by=self.researcher, reason="Written"):
            return CountryProfile.objects.create(country=country, theme=theme, edition=edition, **given)

    def change(self, profile: CountryProfile, **changes: Any) -> None:
        """Edit the working copy without bringing it out."""
        with recording(by=self.researcher, reason="Changed"):
            for name, value in changes.items():
                setattr(profile, name, value)
            profile.save()

    def release(
        self, profile: CountryProfile, *, visible_from: datetime | None = None, note: str = "", **changes: Any
    ):
        """Bring the profile out as it is, or with some fields changed."""
        self.change(profile, **changes)
        submit(record=profile, by=self.researcher, reason="Ready")
        approve(record=profile, by=self.editor, reason="Read")
        release = publish(
            record=profile, by=self.publisher, reason="Out", public_note=note, visible_from=visible_from
        )
        assert isinstance(release, ProfileRelease)
        return release

    def edition(self, country: Country, theme: ProfileTheme, edition: int = 2009, **values: Any) -> ProfileRelease:
        """A first release of a new edition."""
        return self.release(self.draft(country, theme, edition, **values))

    def withdraw(self, profile: CountryProfile, public_reason: str) -> None:
        withdraw(record=profile, by=self.publisher, reason="Wrong", public_reason=public_reason)
