"""A figure that leaps is looked at twice; a first one, a small one and an old one are not."""

from __future__ import annotations

from typing import Any

import pytest

from countries.models import Country
from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.actions.trying import tried
from editorial.models import ChangeSet, Source
from editorial.rules.transitions import Refused
from stockpiles.models import DestructionRecord, StockpileHolding
from stockpiles.queries.doubtful_figures import doubtful_figures


@pytest.fixture
def held(peru: Country, sources: list[Source]) -> StockpileHolding:
    note = f"[@{sources[0].key}]"
    return StockpileHolding.objects.create(country=peru, munitions=2_012, as_of="2009", note=note)


def proposed(person: Any, held: StockpileHolding, **values: object) -> ChangeSet:
    made = propose(
        lambda: DestructionRecord.objects.create(
            country=held.country, note=held.note, period_start="2013", period_end="2013", **values
        ),
        by=person("ana"),
        reason="Report of 2013",
    ).change_set
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("munitions", "is_doubted"), [(2_012, False), (20_119, False), (20_120, True), (201_200, True), (None, False)]
)
def test_ten_times_the_highest_on_record_is_doubted(
    held: StockpileHolding, person: Any, munitions: int | None, is_doubted: bool
) -> None:
    made = proposed(person, held, munitions=munitions)
    assert bool(list(doubtful_figures(made.rows.all()))) is is_doubted


def test_a_first_figure_in_its_unit_is_not(held: StockpileHolding, person: Any) -> None:
    assert list(doubtful_figures(proposed(person, held, submunitions=10_100_000).rows.all())) == []


def test_the_figure_itself_before_its_change_is_no_measure(held: StockpileHolding, person: Any) -> None:
    def act() -> None:
        current = StockpileHolding.objects.get(pk=held.pk)
        current.munitions = 201_200
        current.save()

    made = propose(act, by=person("ana"), reason="Read again").change_set
    assert made is not None
    assert list(doubtful_figures(made.rows.all())) == []


def test_who_confirms_it_says_why_it_is_right(held: StockpileHolding, person: Any) -> None:
    made = proposed(person, held, munitions=120_000)
    [words] = tried(made).doubts
    assert "120,000 munitions is 10 times the highest figure on record of this state, 2,012, or more." in words
    with pytest.raises(Refused, match="This is improbable") as refused:
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
    assert refused.value.problems == (words,)
    assert not DestructionRecord.objects.exists()
    confirm(
        change_set=made, by=person("ben"), read=fingerprint(made), words="Two types were counted as one before."
    )
    assert DestructionRecord.objects.get().munitions == 120_000
