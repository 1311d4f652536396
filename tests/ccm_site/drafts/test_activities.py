"""Use, production and trade in a draft: who says it in the same sentence, the denial beside it, what nobody answered."""

from __future__ import annotations

from typing import Any

import pytest

from ccm_site.drafts.activities import not_said, said_of, used_here
from stockpiles.models import Activity, ActivityClaim, ActivityPlace
from stockpiles.queries.activity_lines import ActivityGroup, AnswerLine
from tests.ccm_site.drafts.subjects import A, B, shown, subject, when, written
from tests.factories.meetings import make_country, make_source


def line(words: str, answer: str, certainty: str = "reported") -> AnswerLine:
    claim = ActivityClaim(certainty=certainty, made_on=when("2020"))
    return AnswerLine(words, answer, certainty == "stated", (shown(claim, A),))


USED = line("has used cluster munitions", "yes")
DENIED = AnswerLine(
    "has not used cluster munitions",
    "no",
    True,
    (shown(ActivityClaim(certainty="stated", made_on=when("2021")), B),),
)


def test_what_accuses_names_its_source_and_the_denial_follows() -> None:
    about = subject(activity_groups=(ActivityGroup(Activity.USE, (USED, DENIED)),))
    found = list(said_of(Activity.USE)(about))
    assert written(found) == [
        "According to Alpha (2020), Peru has used cluster munitions.",
        "By its own word, as given by Beta (2021), it has not used cluster munitions.",
    ]
    assert [one.opens for one in found] == [True, False], "one paragraph"
    assert list(said_of(Activity.PRODUCTION)(about)) == []


def test_one_word_stands_for_all_trade_of_which_nothing_is_said() -> None:
    assert written(not_said(subject())) == [
        "Nothing on use, production, transfer or hosting of foreign stocks is recorded here."
    ]


@pytest.mark.parametrize(
    ("answered", "missing"),
    [
        (Activity.TRANSFER, "use, production or hosting of foreign stocks"),
        (Activity.IMPORT, "use, production, export or hosting of foreign stocks"),
    ],
)
def test_a_transfer_without_direction_answers_for_both(answered: Activity, missing: str) -> None:
    about: Any = subject(activity_groups=(ActivityGroup(answered, (USED,)),))
    assert written(not_said(about)) == [f"Nothing on {missing} is recorded here."]


@pytest.mark.django_db
def test_use_on_its_ground_is_said_of_others_alone() -> None:
    about = subject()
    here, other = make_country(), make_country("CHL", "Chile")
    vars(about)["country"] = here
    source = make_source("hrw-2019", publisher="Human Rights Watch")
    for country in (here, other):
        claim = ActivityClaim.objects.create(
            country=country,
            activity="use",
            answer="yes",
            certainty="reported",
            note=f"[@{source.key}]",
            made_on="2019",
        )
        ActivityPlace.objects.create(claim=claim, country=here)
    assert written(used_here(about)) == [
        "According to Human Rights Watch (2019), Chile has used cluster munitions in Peru."
    ]
