"""Resolutions and who stood behind them."""

from __future__ import annotations

from collections import Counter

import pytest

from meetings.models import Resolution, ResolutionSponsor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("votes_loaded")]


def test_who_stood_behind_it_and_who_explained_its_vote() -> None:
    roles = Counter(ResolutionSponsor.objects.values_list("role", flat=True))
    assert roles == {"lead": 34, "sponsor": 47, "submitter": 4, "explanation": 25}


def test_drafts_have_a_number_only_where_a_source_gives_it() -> None:
    drafts = dict(Resolution.objects.values_list("symbol", "draft_symbol"))
    assert {symbol: draft for symbol, draft in drafts.items() if draft} == {
        "A/RES/70/54": "A/C.1/70/L.49/Rev.1",
        "A/RES/71/45": "A/C.1/71/L.22",
        "A/RES/73/54": "A/C.1/73/L.39",
        "A/RES/74/62": "A/C.1/74/L.46",
    }
    assert (
        "it gives the number of the draft as L.22" in Resolution.objects.get(symbol="A/RES/71/45").source_locator
    )
