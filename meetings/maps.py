"""How states voted, on the map of the world."""

from __future__ import annotations

from countries.maps import MapClass, WorldMap, world_map
from editorial.installation import on_record
from meetings.queries.resolution_votes import VotingShown
from meetings.rules.vote_said import VoteUpshot

CLASSES = {
    VoteUpshot.YES: MapClass("In favour", "met"),
    VoteUpshot.ABSTAIN: MapClass("Abstained", "due-soon"),
    VoteUpshot.NO: MapClass("Against", "overdue"),
    VoteUpshot.ABSENT: MapClass("Did not vote", "not-joined"),
    VoteUpshot.DIFFER: MapClass("Sources differ", "withdrawn"),
}
FEWEST_ON_A_MAP = 2


def vote_map(voting: VotingShown, csv_url: str) -> WorldMap | None:
    """One recorded vote; None where too few votes are on record to draw."""
    states = {one.country.iso3: one for one in voting.states if one.country.iso3}
    if len(states) < FEWEST_ON_A_MAP:
        return None
    classes = {iso3: CLASSES[one.upshot] for iso3, one in states.items()}
    vote = voting.vote
    return world_map(
        classes=classes,
        names={iso3: one.country.name for iso3, one in states.items()},
        url_for=lambda iso3: f"#{vote.anchor_of(states[iso3].country)}",
        legend=[one for one in CLASSES.values() if one in classes.values()],
        table_url=f"#states-{vote.pk}",
        title=f"How states voted on {vote.resolution.symbol} in the {vote.get_body_display()}",
        source=on_record("Votes"),
        csv_url=csv_url,
        note=""
        if voting.count.is_whole
        else "States without a colour are those of which no vote is recorded here.",
        slug=f"map-{vote.pk}",
    )
