"""The two dates of a claim in words, and why one is put first."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from countries.models import Country
from editorial.models import recording
from editorial.rules.partial_date import PartialDate
from stockpiles.models import StockpileHolding


@pytest.mark.parametrize(
    ("made_on", "words"),
    [
        ("2021", "said in 2021"),
        ("August 2014", "said in August 2014"),
        ("12 August 2014", "said on 12 August 2014"),
        ("after 31 July 2013", "said after 31 July 2013"),
        ("", ""),
    ],
)
def test_when_it_was_said(made_on: str, words: str) -> None:
    claim = StockpileHolding(made_on=PartialDate.parse(made_on) if made_on else None)
    assert claim.made_in_words == words


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2013", "as of 2013"),
        ("8 August 2016", "as of 8 August 2016"),
        ("before 8 August 2016", "before 8 August 2016"),
        ("after 31 July 2013", "after 31 July 2013"),
        ("", ""),
    ],
)
def test_what_it_is_about(as_of: str, words: str) -> None:
    assert StockpileHolding(as_of=PartialDate.parse(as_of) if as_of else None).about_in_words == words


@pytest.mark.parametrize("rank", ["preferred", "superseded"])
def test_a_claim_that_is_put_first_or_last_says_why(peru: Country, rank: str) -> None:
    claim = StockpileHolding(country=peru, kind="opening", munitions=1, rank=rank)
    with (
        recording(by=None, reason="Test"),
        pytest.raises(IntegrityError, match="rank_has_reason"),
        transaction.atomic(),
    ):
        claim.save()
    claim.rank_reason = "The later declaration corrects it."
    with recording(by=None, reason="Test"):
        claim.save()
    assert StockpileHolding.objects.get().rank == rank
