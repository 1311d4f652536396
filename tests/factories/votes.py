"""Votes at the General Assembly: all of the reference data, and single votes with as few words as a test needs."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify

from countries.models import Country
from editorial.models import Source, recording
from meetings.models import RecordedVote, Resolution, Vote, VoteTotals
from tests.factories import treaties
from tests.factories.kept_rows import load_once
from tests.factories.meetings import make_source

LOADERS = ("resolutions", "recorded-votes", "vote-totals", "votes", "resolution-sponsors")


def load_votes() -> None:
    """All states, treaties and votes of the reference data."""
    load_once(*LOADERS, on=treaties.load_world)


def make_vote(year: int = 2015, **fields: Any) -> RecordedVote:
    """A recorded vote of the General Assembly on a resolution of that year, both made on first use."""
    source = make_source()
    with recording(by=None, reason="Made for a test"):
        resolution, _ = Resolution.objects.get_or_create(
            slug=f"a-res-{year}",
            defaults={
                "symbol": f"A/RES/{year}",
                "title": "On the convention",
                "session": year - 1945,
                "year": year,
                "source": source,
            },
        )
        of = {"body": fields.pop("body", "plenary"), "paragraph": fields.pop("paragraph", "")}
        slug = slugify(" ".join([resolution.slug, *of.values()]))
        vote, _ = RecordedVote.objects.get_or_create(
            resolution=resolution, **of, defaults={"slug": slug, "source": source, **fields}
        )
    return vote


def say(vote: RecordedVote, country: Country, answer: str, source: Source | None = None, **fields: Any) -> Vote:
    """A source says how a state voted."""
    given = {
        "recorded_vote": vote,
        "country": country,
        "answer": answer,
        "source": source or make_source(),
        **fields,
    }
    with recording(by=None, reason="Made for a test"):
        made = Vote.objects.create(**given)
    return Vote.objects.get(pk=made.pk)


def total(vote: RecordedVote, yes: int | None, no: int | None, abstained: int | None, **fields: Any) -> VoteTotals:
    """A source gives a total."""
    fields.setdefault("source", make_source())
    with recording(by=None, reason="Made for a test"):
        return VoteTotals.objects.create(recorded_vote=vote, yes=yes, no=no, abstained=abstained, **fields)
