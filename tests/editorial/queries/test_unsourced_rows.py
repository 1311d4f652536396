"""What would tell readers something without a source, and what need not name one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from countries.models import Country, CountryName, Treaty, TreatyAction
from editorial.actions.proposing import propose
from editorial.actions.restoring import bring_back
from editorial.models import Source
from editorial.queries.unsourced_rows import unsourced_rows
from meetings.models import Meeting
from stockpiles.models import StockpileHolding

Lacking = Callable[[Callable[[], object]], list[str]]


@pytest.fixture
def lacking(person: Any) -> Lacking:
    """The labels of the rows of an act that lack a source."""

    def found(act: Callable[[], object]) -> list[str]:
        made = propose(act, by=person("ana"), reason="For a test").change_set
        assert made is not None
        return [row.label for row in unsourced_rows(made.rows.all())]

    return found


@pytest.fixture
def signature(peru: Country) -> TreatyAction:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    return TreatyAction.objects.create(treaty=ccm, country=peru, kind="signature", date="2008-12-03")


def changing(record: Any, **values: object) -> Callable[[], None]:
    def act() -> None:
        current = type(record).objects.get(pk=record.pk)
        for name, value in values.items():
            setattr(current, name, value)
        current.save()

    return act


def holding(peru: Country, note: str) -> Callable[[], object]:
    return lambda: StockpileHolding.objects.create(country=peru, munitions=120, as_of="2013", note=note)


def test_a_new_figure_cites_its_source_in_its_note(peru: Country, sources: list[Source], lacking: Lacking) -> None:
    assert len(lacking(holding(peru, "Somebody said so."))) == 1
    assert lacking(holding(peru, f"It says so: [@{sources[0].key}, p. 5].")) == []


def test_a_new_act_names_its_source(signature: TreatyAction, sources: list[Source], lacking: Lacking) -> None:
    def ratified(**more: object) -> Callable[[], object]:
        common = {"treaty": signature.treaty, "country": signature.country}
        return lambda: TreatyAction.objects.create(kind="ratification", date="2012-09-26", **common, **more)

    assert len(lacking(ratified())) == 1
    assert lacking(ratified(source=sources[0])) == []


def test_another_day_needs_a_source_and_another_spelling_does_not(
    signature: TreatyAction, sources: list[Source], lacking: Lacking
) -> None:
    assert len(lacking(changing(signature, date="2008-12-04"))) == 1
    assert lacking(changing(signature, place="Oslo", note="Signed at the conference.")) == []
    assert lacking(changing(signature, date="2008-12-04", source=sources[0])) == []


def test_a_source_is_not_taken_away(signature: TreatyAction, sources: list[Source], lacking: Lacking) -> None:
    signature.note = f"Seen in [@{sources[0].key}]."
    signature.save()
    assert len(lacking(changing(signature, note="Seen somewhere."))) == 1


def test_a_part_rests_on_the_source_of_its_whole(peru: Country, sources: list[Source], lacking: Lacking) -> None:
    def named() -> object:
        return CountryName.objects.create(country=Country.objects.get(pk=peru.pk), name="Pérou", kind="also")

    assert len(lacking(named)) == 1
    peru.source = sources[0]
    peru.save()
    assert lacking(named) == []


def test_a_part_rests_on_the_source_of_a_whole_that_is_new_itself(sources: list[Source], lacking: Lacking) -> None:
    def held(**more: object) -> Callable[[], None]:
        def act() -> None:
            meeting = Meeting.objects.create(slug="lima-2007", name="Lima", short_name="Lima", **more)
            meeting.spans.create(start="2007-05-23")

        return act

    assert len(lacking(held())) == 2
    assert lacking(held(source=sources[0])) == []


def test_deleting_and_undoing_a_deletion_need_none(signature: TreatyAction, lacking: Lacking, person: Any) -> None:
    number = signature.pk
    assert lacking(lambda: TreatyAction.objects.get(pk=number).delete()) == []
    signature.delete()
    back = lacking(lambda: bring_back(model=TreatyAction, pk=number, by=person("ana"), reason="By mistake"))
    assert back == []


def test_what_has_no_place_for_a_source_needs_none(signature: TreatyAction, lacking: Lacking) -> None:
    assert lacking(lambda: signature.treaty.aliases.create(name="Oslo Convention")) == []
