"""Votes at the General Assembly: all resolutions with the grid of states, one resolution, and the files of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, Coverage, FactKind, GroupMembership, TreatyAction
from countries.queries.coverage import EVERY, STANDINGS, asked, coverage_of
from countries.queries.treaty_standings import StateStanding, standings_on, treaty_record_of
from countries.rules.standing import Standing
from editorial.public.noun import entry
from editorial.queries.kept import Keeping, keeping
from editorial.rules.horizon import Asked
from editorial.tables import dated
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at, carried_on
from editorial.views.listing import counted, file_response, whole_list, xlsx_address
from editorial.views.parameters import refuse_unknown
from meetings.charts.votes import totals_by_year, vote_grid
from meetings.maps import vote_map
from meetings.models import Resolution, ResolutionSponsor, Vote, VoteTotals
from meetings.queries.resolution_votes import ResolutionShown, resolution_shown
from meetings.queries.vote_claims import claims_on, is_plenary
from meetings.queries.votes import AllVotes, all_votes
from meetings.rules.vote_said import VoteUpshot
from meetings.tables.votes import grid_table, vote_table

NOUN = ("member state", "member states")
CONVENTION = "ccm"
VOTES = ((FactKind.VOTES, EVERY),)
VOTES_AND_STANDINGS = (*VOTES, *STANDINGS)


class GridForm(forms.Form):
    """What the grid is narrowed by: states by how they voted, in any year or in one, by region and standing."""

    vote = forms.ChoiceField(
        label="Vote",
        required=False,
        choices=[
            ("", "Any vote"),
            *((one.value, f"{one.words[0].upper()}{one.words[1:]}") for one in VoteUpshot),
        ],
    )
    year = forms.ChoiceField(label="In", required=False)
    region = forms.ChoiceField(label="Region", required=False)
    standing = forms.ChoiceField(
        label="Towards the convention",
        required=False,
        choices=[("", "Any standing"), *((one.value, one.words) for one in Standing)],
    )

    def __init__(self, data: QueryDict, view: AllVotes) -> None:
        super().__init__(data)
        years = [str(one.vote.resolution.year) for one in reversed(view.plenary)]
        regions = sorted({country.region for country in view.members if country.region})
        self._offer("year", "Any year", years)
        self._offer("region", "Any region", regions)

    def _offer(self, name: str, empty: str, values: Sequence[str]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", empty), *((one, one) for one in values)]

    def chosen(self, view: AllVotes, standings: Mapping[int, StateStanding]) -> list[Country]:
        """The members that fit, by name."""
        wanted = self.cleaned_data
        votes = [one for one in view.plenary if wanted["year"] in ("", str(one.vote.resolution.year))]

        def fits(country: Country) -> bool:
            towards = standings.get(country.pk)
            return (
                (not wanted["region"] or country.region == wanted["region"])
                and (not wanted["standing"] or (towards is not None and towards.standing == wanted["standing"]))
                and (not wanted["vote"] or any(one.of(country) == wanted["vote"] for one in votes))
            )

        return [country for country in view.members if fits(country)]


@answers_known_at(Vote, VoteTotals, TreatyAction, GroupMembership, Coverage)
def vote_list(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every resolution with its totals, and how every member voted; the grid also as a file."""
    kept = keeping()
    view = kept.value("votes", all_votes, on=(Vote.SHOWN_ON,))
    form = GridForm(request.GET, view)
    refuse_unknown(request, form, also=())
    if not form.is_valid():
        return bad_address(request, form)
    when = asked(None, today=timezone.localdate(), about=VOTES_AND_STANDINGS)
    standings = _standings(when, kept)
    rows = form.chosen(view, standings)
    if ending:
        words = {pk: one.standing.words for pk, one in standings.items()}
        return file_response(dated(grid_table(view, rows, words), when), "votes", ending)
    listing = whole_list(
        request,
        form,
        (),
        sort="",
        rows=rows,
        count_in_words=counted(len(rows), NOUN),
        filter_label="Filter states",
    )
    context = {
        "view": view,
        "asked": when,
        "coverage": coverage_of(FactKind.VOTES),
        "listing": replace(listing, xlsx_url=xlsx_address(request)),
        "years": [view.resolutions[end].resolution.year for end in (0, -1)] if view.resolutions else [],
        "lines": _lines(view),
        "chart": totals_by_year(
            view, source_url="#resolutions", csv_url=carried_on(request, reverse("votes_csv"))
        ),
        "grid": vote_grid(view, rows, csv_url=listing.csv_url),
        "all_files": [(carried_on(request, reverse(f"all_votes_{one}")), one.upper()) for one in ("csv", "xlsx")],
        "crumbs": [("Votes", None)],
    }
    return render(request, "meetings/votes.html", context)


def _lines(view: AllVotes) -> list[dict[str, object]]:
    """Each resolution with its votes, and how many states are on record for each."""
    return [
        {"resolution": one.resolution, "votings": [(vote, view.counts[vote.vote.pk]) for vote in one.votes]}
        for one in view.resolutions
    ]


def _standings(when: Asked, kept: Keeping) -> Mapping[int, StateStanding]:
    """By primary key, how states stand towards the convention on the day of the page."""
    record = treaty_record_of(CONVENTION, kept)
    return standings_on(record, when.day, kept).by_state if record else {}


@answers_known_at(Vote, Coverage)
def all_votes_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Every claim on a vote, with its source."""
    refuse_unknown(request, forms.Form(request.GET), also=())
    when = asked(None, today=timezone.localdate(), about=VOTES)
    return file_response(dated(vote_table("All votes", claims_on()), when), "all-votes", ending)


@answers_known_at(Vote, VoteTotals, ResolutionSponsor, Coverage)
def resolution_page(request: HttpRequest, slug: str, ending: str = "") -> HttpResponseBase:
    """One resolution: its totals against the votes on record, every state's vote, who stood behind it."""
    refuse_unknown(request, forms.Form(request.GET), also=())
    resolution = get_object_or_404(Resolution.objects.select_related("source"), slug=slug)
    when = asked(None, today=timezone.localdate(), about=VOTES)
    if ending:
        table = vote_table(f"Votes on {resolution.symbol}", claims_on(recorded_vote__resolution=resolution))
        return file_response(dated(table, when), f"votes-{resolution.slug}", ending)
    shown = resolution_shown(resolution)
    mapped = next((one for one in shown.votings if is_plenary(one.vote)), None)
    files = [
        (carried_on(request, reverse(f"resolution_{one}", args=[slug])), one.upper()) for one in ("csv", "xlsx")
    ]
    context = {
        "shown": shown,
        "resolution": resolution,
        "asked": when,
        "coverage": coverage_of(FactKind.VOTES),
        "mapped": mapped,
        "map": vote_map(mapped, files[0][0]) if mapped else None,
        "files": files,
        "entries": _entries(shown),
        "crumbs": [("Votes", reverse("votes")), (resolution.symbol, None)],
    }
    return render(request, "meetings/resolution.html", context)


def _entries(shown: ResolutionShown) -> list[object]:
    found = [entry(one.vote.anchor, one.vote.place) for one in shown.votings]
    if shown.roles:
        found.append(entry("sponsors", "Who stood behind it"))
    if shown.explained:
        found.append(entry("explained", "Who explained its vote"))
    return [*found, entry("not-recorded", "How far the record reaches")]
