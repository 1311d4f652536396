"""What is retained: the oldest word first, each with who gives it."""

from __future__ import annotations

from ccm_site.drafts.retention import retained
from stockpiles.models import DestructionRecord, RetentionRecord
from tests.ccm_site.drafts.subjects import A, B, shown, subject, when, written


def test_each_year_has_its_figure_and_equal_words_stand_together() -> None:
    def kept(number: int, year: str) -> RetentionRecord:
        return RetentionRecord(
            munitions=number, submunitions=0, certainty="reported", as_of=when(year), made_on=when(year)
        )

    about = subject(retained=(shown(kept(6, "2022"), A), shown(kept(8, "2019"), A), shown(kept(6, "2022"), B)))
    assert written(retained(about)) == [
        "According to Alpha (2019), Peru retained 8 munitions with 0 submunitions for training and research as of 2019.",
        "According to Alpha (2022) and Beta (2022), Peru retained 6 munitions with 0 submunitions for training and research "
        "as of 2022.",
    ]


def test_what_was_used_up_and_what_is_not_recorded() -> None:
    used = DestructionRecord(
        munitions=2, submunitions=4, certainty="reported", period_start=when("2018"), period_end=when("2018")
    )
    assert written(retained(subject(used_up=(shown(used, A),)))) == [
        "According to Alpha (undated), 2 munitions with 4 submunitions of what was retained were destroyed in training "
        "(2018).",
        "No figure of what is retained for training and research is recorded here.",
    ]
