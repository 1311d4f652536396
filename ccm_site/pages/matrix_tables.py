"""What the matrix reads: a little of some twenty tables, in two questions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from countries.models import CountryName, NationalLaw
from editorial.models import Rank
from editorial.queries.together import Together
from impact.models import CasualtyFigure, ContaminationClaim
from meetings.models import Meeting, RecordedVote, Resolution, Vote, VotingBody
from stockpiles.models import ActivityClaim, ActivityPlace, CompletionDeclaration, MunitionType
from stockpiles.queries.records import BY, TABLES, tables

from .matrix_marks import ASKED, last_meetings, not_there_at, there_at
from .parts import PageMoment, this_moment


def claims() -> Together:
    """Claims and records on states; what readers are told the source of is proven."""
    return Together(
        {
            **tables(*TABLES),
            "completions": CompletionDeclaration.objects.all(),  # with their notes: they are words on contamination, too
            "answers": ActivityClaim.objects.filter(activity__in=ASKED),
            "laws": NationalLaw.objects.all(),
            "contamination": ContaminationClaim.objects.all(),
            "casualties": CasualtyFigure.objects.all(),
        },
        by=BY,
        proven=("completions", "answers", "laws", "contamination", "casualties"),
    )


def short_rows(meetings: Collection[Meeting]) -> Together:
    """Names, places, types, who came to some meetings, and votes of the General Assembly."""
    return Together(
        {
            "names": CountryName.objects.only("country", "name"),
            "places": ActivityPlace.objects.filter(claim__activity__in=ASKED).only("claim", "country"),
            "types": MunitionType.objects.only("designation"),
            "attendance": there_at(meetings),
            "absences": not_there_at(meetings),
            "votes": Vote.objects.exclude(rank=Rank.SUPERSEDED)
            .filter(recorded_vote__body=VotingBody.PLENARY)
            .only("recorded_vote", "country", "answer"),
            "recorded votes": RecordedVote.objects.only("resolution", "body", "paragraph"),
            "resolutions": Resolution.objects.only("symbol", "year"),
        },
        by={"places": "claim__country", "types": "", "votes": "", "recorded votes": "", "resolutions": ""},
    )


def matrix_moment() -> PageMoment:
    """Now, for a page that reads all of it."""
    at = replace(this_moment(), together=claims())
    return replace(at, beside=short_rows(last_meetings(at)))
