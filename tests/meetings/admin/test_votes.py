"""Votes at the desk: lists, forms, sheets; a second person sees a vote before readers do."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.models import ChangeSet
from meetings.models import RecordedVote, ResolutionSponsor, Vote, VoteTotals
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db

NAMES = ("resolution", "recordedvote", "vote")


@pytest.fixture
def chief(at_desk) -> Client:
    client: Client = at_desk("chief", role="")
    return client


@pytest.fixture
def vote() -> RecordedVote:
    vote = make_vote(2016)
    say(vote, make_country("ZWE", "Zimbabwe"), "no")
    total(vote, 141, 2, None)
    return vote


@pytest.mark.parametrize("name", NAMES)
def test_lists_and_forms_open_and_are_exported(chief, vote, name) -> None:
    record = {"resolution": vote.resolution, "recordedvote": vote, "vote": vote.votes.get()}[name]
    assert chief.get(reverse(f"admin:meetings_{name}_changelist")).status_code == 200
    page = chief.get(reverse(f"admin:meetings_{name}_change", args=[record.pk]))
    assert str(record) in page.content.decode()
    file = chief.get(f"/admin/meetings/{name}/export/csv/")
    assert "A/RES/2016" in file.getvalue().decode() or "a-res-2016" in file.getvalue().decode()


def test_a_vote_is_found_by_its_state_and_by_its_resolution(chief, vote) -> None:
    for asked in ("zimbabwe", "A/RES/2016"):
        page = chief.get(reverse("admin:meetings_vote_changelist"), {"q": asked})
        assert len(page.context["cl"].result_list) == 1, asked


def imported(desk: Client, name: str, table: str, text: str, reason: str = "From the report") -> int:
    """Uploads a sheet, confirms its preview, and gives the status of the last answer."""
    address = f"/admin/meetings/{name}/import/"
    preview = desk.post(address, {"table": table, "file": SimpleUploadedFile("sheet.csv", text.encode())})
    if preview.status_code != 200:
        return int(preview.status_code)
    upload = preview.context["form"].initial["upload"]
    return int(desk.post(address, {"upload": upload, "reason": reason}).status_code)


@pytest.mark.usefixtures("team_of_one")
def test_votes_totals_and_sponsors_come_in_by_their_sheets(chief, vote) -> None:
    make_source("monitor"), make_country()
    slug = vote.slug
    sheets = (
        ("vote", "votes", f"vote,iso3,answer,source\n{slug},ZWE,absent,@monitor\n{slug},PER,yes,@monitor\n"),
        ("recordedvote", "vote_totals", f"vote,yes,no,abstained,source\n{slug},141,1,39,@monitor\n"),
        ("resolution", "resolution_sponsors", "resolution,iso3,role,source\na-res-2016,PER,lead,@monitor\n"),
    )
    for name, table, text in sheets:
        assert imported(chief, name, table, text) == 302, table
    assert sorted(Vote.objects.values_list("country__iso3", "answer")) == [
        ("PER", "yes"),
        ("ZWE", "absent"),
        ("ZWE", "no"),
    ]
    assert sorted(one.in_words for one in VoteTotals.objects.all()) == ["141–1–39", "141–2–?"]
    assert ResolutionSponsor.objects.get().role == "lead"
    newest = Vote.objects.get(country__iso3="PER").history.first()
    assert newest.history_change_reason == "From the report"


def test_a_bad_row_is_named_and_nothing_is_written(chief, vote) -> None:
    text = f"vote,iso3,answer,source\n{vote.slug},PER,maybe,@monitor\n"
    assert imported(chief, "vote", "votes", text) == 422
    assert Vote.objects.count() == 1


def test_a_vote_is_proposed_first_and_readers_see_nothing_of_it(at_desk, vote, client) -> None:
    make_source("monitor")
    researcher = at_desk("rosa")
    text = f"vote,iso3,answer,source\n{vote.slug},ZWE,absent,@monitor\n"
    assert imported(researcher, "vote", "votes", text) == 302
    assert ChangeSet.objects.get().state == "open"
    assert Vote.objects.count() == 1
    assert "Did not vote" not in client.get("/votes/a-res-2016/").content.decode()
