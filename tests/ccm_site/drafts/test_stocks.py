"""Stocks in a draft: figures that differ side by side, with who gives each and which one is in use."""

from __future__ import annotations

from typing import Any

from ccm_site.drafts.stocks import MOVED, destroyed, differences, holdings
from countries.models import Country
from stockpiles.models import DestructionRecord, HoldingKind, MunitionType, StockpileHolding
from stockpiles.queries.figure_groups import FigureGroup
from stockpiles.queries.stock import FigureConflict
from tests.ccm_site.drafts.subjects import A, B, shown, subject, when, written


def held(munitions: int | None, made: str = "2020", **fields: Any) -> StockpileHolding:
    return StockpileHolding(
        munitions=munitions, submunitions=None, certainty="reported", **{"made_on": when(made), **fields}
    )


def group(*figures: Any, differ: bool = False, kind: MunitionType | None = None) -> FigureGroup[Any]:
    conflict = FigureConflict(tuple(one.record for one in figures), None) if differ else None
    return FigureGroup(kind, "", figures, conflict)


def test_equal_figures_stand_in_one_sentence_and_others_beside_them() -> None:
    used = shown(held(7), A, used=True)
    equal = shown(held(7, "2021"), B)
    other = shown(held(9, "2019"), A)
    gone = shown(held(8, "2018", rank="superseded", rank_reason="Mended later."), A)
    found = list(holdings(subject(holdings=(group(used, equal, other, gone, differ=True),))))
    assert written(found) == [
        "According to Alpha (2020) and Beta (2021), the whole stock of Peru was 7 munitions (the number of submunitions is "
        "not recorded) (the figure in use here; others differ).",
        "According to Alpha (2019), the whole stock of Peru was 9 munitions (the number of submunitions is not recorded) "
        "(not the figure in use here).",
        "According to Alpha (2018), the whole stock of Peru was 8 munitions (the number of submunitions is not recorded) "
        "(superseded).",
    ]
    assert found[2].notes[-1].words == "Superseded: Mended later."


def test_types_and_what_was_moved() -> None:
    bomb = MunitionType(designation="CB-470")
    typed = group(shown(held(None, munition_type=bomb, as_of=when("2007"), holder="Air Force"), A), kind=bomb)
    moved = shown(held(1, kind="transferred", counterpart=Country(name="Chile")), A)
    assert written(holdings(subject(holdings=(typed,), moved=(moved,)))) == [
        "According to Alpha (2020), its stock included CB-470, in a number not recorded, as of 2007, held by Air Force.",
        "According to Alpha (2020), 1 munition (the number of submunitions is not recorded) was transferred (Chile).",
    ]


def test_whatever_moves_a_stock_has_its_word() -> None:
    assert set(MOVED) == set(HoldingKind) - {HoldingKind.DECLARED}


def test_without_a_figure_that_is_said() -> None:
    assert written(holdings(subject())) == ["No figure of a stock is recorded here."]
    assert written(destroyed(subject())) == [], "of what was not held nothing is missed"
    with_stock = subject(holdings=(group(shown(held(7), A)),))
    assert written(destroyed(with_stock)) == ["No figure of what was destroyed is recorded here."]


def test_totals_and_periods_are_told_apart() -> None:
    def gone(start: str, end: str, **fields: Any) -> Any:
        row = DestructionRecord(
            munitions=5,
            submunitions=10,
            certainty="reported",
            made_on=when("2020"),
            period_start=when(start),
            period_end=when(end),
            **fields,
        )
        return group(shown(row, A))

    total = gone("2019", "2019", scope="total")
    periods = (gone("2018", "2018"), gone("3 May 2018", "3 May 2018"), gone("2015", "2017", method="incineration"))
    about = subject(destroyed=(1,), totals_destroyed=(total,), periods_destroyed=periods)
    assert [words.removeprefix("According to Alpha (2020), ") for words in written(destroyed(about))] == [
        "5 munitions with 10 submunitions had been destroyed up to 2019.",
        "5 munitions with 10 submunitions were destroyed in 2018.",
        "5 munitions with 10 submunitions were destroyed on 3 May 2018.",
        "5 munitions with 10 submunitions were destroyed from 2015 to 2017 by incineration.",
    ]


def test_a_difference_is_said_with_whether_somebody_settled_it() -> None:
    class Judged:
        words, tag, explanation, is_settled = "37 munitions are left over.", "Not accounted for", "", False

    one: Any = Judged()
    assert written(differences(subject(differences=(shown(one, A),)))) == [
        "37 munitions are left over. Nobody has settled this here."
    ]
    one.is_settled, one.explanation = True, "Counted twice."
    (said,) = differences(subject(differences=(shown(one, A),)))
    assert (said.words, said.notes[0].words) == (
        "37 munitions are left over.",
        "Not accounted for. Counted twice.",
    )
