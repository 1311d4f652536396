"""Where a record on stocks stands on the page of its state."""

from __future__ import annotations

from typing import Any

import pytest

from stockpiles.models import (
    ActivityClaim,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    RetentionRecord,
    SettledDifference,
    StockpileHolding,
    TransparencyReport,
)


@pytest.mark.parametrize(
    ("model", "place"),
    [
        (StockpileHolding, "holding-7"),
        (DestructionRecord, "destroyed-7"),
        (RetentionRecord, "retained-7"),
        (ActivityClaim, "activity-7"),
        (CompletionDeclaration, "completion-7"),
        (ExtensionRequest, "extension-7"),
        (TransparencyReport, "report-7"),
        (DestructionProgramme, "programme-7"),
        (ClearanceObligation, "article-4"),
        (SettledDifference, "ledger"),
    ],
)
def test_every_record_has_its_place_on_the_page_of_its_state(peru, model: Any, place: str) -> None:
    assert model(pk=7, country=peru).get_absolute_url() == f"/stockpiles/peru/#{place}"
