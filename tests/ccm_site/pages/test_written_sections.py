"""Sections of a state's page are written once, and anew when what they rest on changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from ccm_site.pages.country_dossier import SECTIONS
from ccm_site.pages.parts import PageMoment, PageSection
from ccm_site.pages.written_sections import written_sections
from countries.models import Country
from editorial.models import recording
from editorial.queries.kept import Keeping, Room
from stockpiles.models import StockpileHolding

pytestmark = pytest.mark.django_db

TEMPLATE = "_partials/country_media.html"


@pytest.fixture
def asked() -> list[str]:
    return []


def section(asked: list[str], anchor: str, *, is_of_record: bool, has_any: bool = True) -> PageSection:
    def content(country: Country, at: PageMoment) -> Any:
        asked.append(anchor)
        return {"media": []} if has_any else None

    return PageSection(anchor, anchor.capitalize(), TEMPLATE, content, is_of_record=is_of_record)


@pytest.fixture
def shown(peru: Country, asked: list[str]) -> Callable[[], list[tuple[str, bool]]]:
    """What a worker shows of three sections, again and again."""
    room = Room()
    sections = [
        section(asked, "stocks", is_of_record=True),
        section(asked, "laws", is_of_record=False),
        section(asked, "votes", is_of_record=True, has_any=False),
    ]

    def show() -> list[tuple[str, bool]]:
        now = timezone.now()
        at = PageMoment(now, Keeping(now, room))
        return [(one.anchor, html is not None) for one, html in written_sections(sections, peru, at)]

    return show


def test_in_their_order_with_none_where_there_is_nothing_and_once(shown, asked: list[str]) -> None:
    expected = [("stocks", True), ("laws", True), ("votes", False)]
    assert shown() == expected
    assert shown() == expected
    assert sorted(asked) == ["laws", "stocks", "votes"]


def test_a_change_of_stocks_leaves_what_does_not_rest_on_them(shown, peru: Country, asked: list[str]) -> None:
    shown()
    asked.clear()
    connection.run_on_commit.clear()
    with recording(by=None, reason="Counted"):
        StockpileHolding.objects.create(country=peru, munitions=5)
    shown()
    assert sorted(asked) == ["stocks", "votes"]
    asked.clear()
    connection.run_on_commit.clear()  # as if committed: a transaction marks each subject once
    with recording(by=None, reason="Looked up"):
        peru.capital = "Lima"
        peru.save()
    shown()
    assert sorted(asked) == ["laws", "stocks", "votes"]


def test_what_rests_on_acts_laws_and_meetings_alone_is_named_here() -> None:
    assert {one.anchor for one in SECTIONS if not one.is_of_record} == {
        *("treaties", "laws", "meetings", "positions", "media")
    }
