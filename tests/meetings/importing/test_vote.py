"""All votes that were collected: how many, of whom, by which sources; and the conflicts that are kept."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from editorial.actions.bad_row import BadRow
from editorial.actions.reference import load
from editorial.queries.proof import unsourced
from meetings.importing.recorded_vote import RECORDED_VOTES, VOTE_TOTALS
from meetings.importing.resolution import RESOLUTION_SPONSORS, RESOLUTIONS
from meetings.importing.vote import VOTES
from meetings.models import RecordedVote, Resolution, ResolutionSponsor, Vote, VoteTotals
from tests.factories.sheets import read_row
from tests.factories.votes import LOADERS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("votes_loaded")]


def test_every_row_of_the_collection_is_on_record_with_its_source_and_its_history() -> None:
    counts = {model: model.objects.count() for model in (Vote, VoteTotals, ResolutionSponsor)}
    assert counts == {Vote: 2007, VoteTotals: 24, ResolutionSponsor: 110}
    assert (Resolution.objects.count(), RecordedVote.objects.count()) == (9, 18)
    for model in (*counts, Resolution, RecordedVote):
        assert not unsourced(model).exists()
        assert model.history.count() == model.objects.count()


def test_loading_again_changes_nothing() -> None:
    for name in LOADERS:
        report = load(name)
        assert (report.created, report.changed, report.refused) == (0, 0, [])


def test_where_the_roll_is_whole_every_member_is_on_it() -> None:
    states: dict[str, set[int]] = {vote: set() for vote in RecordedVote.objects.values_list("slug", flat=True)}
    for slug, country in Vote.objects.values_list("recorded_vote__slug", "country"):
        states[slug].add(country)
    assert {slug: len(of) for slug, of in states.items() if of} == {
        "a-res-70-54-committee": 193,
        **{
            f"a-res-{symbol}-plenary": number
            for symbol, number in (
                *(("70-54", 193), ("71-45", 193), ("72-54", 193), ("73-54", 193), ("74-62", 193)),
                *(("75-62", 84), ("76-47", 91), ("77-79", 44), ("78-32", 1)),
            )
        },
    }
    assert not Vote.objects.filter(country__is_un_member=False).exists()


def test_sources_that_differ_stand_side_by_side() -> None:
    said = defaultdict(set)
    for slug, iso3, answer in Vote.objects.values_list("recorded_vote__slug", "country__iso3", "answer"):
        said[slug, iso3].add(answer)
    differing = {
        (slug.removesuffix("-plenary"), iso3): answers
        for (slug, iso3), answers in said.items()
        if len(answers) > 1
    }
    assert differing == {
        ("a-res-70-54", "AGO"): {"yes", "absent"},
        ("a-res-70-54", "SOM"): {"yes", "absent"},
        ("a-res-70-54", "SSD"): {"yes", "absent"},
        ("a-res-71-45", "SOM"): {"yes", "absent"},
        ("a-res-71-45", "SSD"): {"abstain", "absent"},
        ("a-res-71-45", "TKM"): {"abstain", "absent"},
        ("a-res-71-45", "ZWE"): {"no", "absent"},
        ("a-res-72-54", "COD"): {"yes", "absent"},
        ("a-res-72-54", "SSD"): {"yes", "absent"},
        ("a-res-72-54", "TKM"): {"abstain", "absent"},
        ("a-res-73-54", "KIR"): {"yes", "absent"},
    }


def test_nobody_says_of_itself_how_it_voted_and_what_was_worked_out_says_so() -> None:
    assert set(Vote.objects.values_list("certainty", flat=True)) == {"reported"}
    absent = Vote.objects.filter(answer="absent", source__key__startswith="Harvard-Dataverse")
    assert absent.count() == 57
    assert all("taken as not voting; worked out from the source" in one.remark for one in absent)


@pytest.mark.parametrize("sheet", [RESOLUTIONS, RECORDED_VOTES, VOTES])
def test_what_the_desk_exports_reads_back_and_changes_nothing(sheet) -> None:
    records = list(sheet.model.objects.order_by("pk")[:300])
    table = sheet.table(records)
    for record, cells in zip(records, table.rows, strict=True):
        (made,) = read_row(sheet, dict(zip(table.headings, cells, strict=True)))
        assert not record.would_change({**made.by, **made.values}), record


@pytest.mark.parametrize(
    ("sheet", "column", "cell"),
    [
        (VOTES, "vote", "a-res-70-55-plenary"),
        (VOTES, "answer", "perhaps"),
        (VOTES, "iso3", "ATL"),
        (VOTE_TOTALS, "yes", "many"),
        (RESOLUTION_SPONSORS, "role", "friend"),
        (RECORDED_VOTES, "held_on", "soon"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_by_its_column(sheet, column, cell) -> None:
    with sheet.file.open(encoding="utf-8") as file:
        row = next(csv.DictReader(file))
    with pytest.raises(BadRow, match=column):
        read_row(sheet, {**row, column: cell})
