"""Kinds of facts for which there is no table yet."""

from __future__ import annotations

from ccm_site.drafts.not_yet import not_recorded
from tests.ccm_site.drafts.subjects import subject, written


def test_it_is_said_to_be_recorded_of_nobody() -> None:
    assert written(not_recorded("Casualties are not")(subject())) == [
        "Casualties are not recorded here for any state."
    ]
