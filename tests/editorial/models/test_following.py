"""The list of followers runs on every save and deletion of a tracked row, in its order, inside the row's transaction."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import serializers
from django.db import models

from countries.models import Country, CountryName
from editorial.models import CitationUse, recording
from editorial.models.following import HowWritten, row_followers

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, HowWritten]]:
    """What two followers are told, in the place of those that the application has."""
    told: list[tuple[str, str, HowWritten]] = []

    def first(record: Any, how: HowWritten) -> None:
        told.append(("first", str(record), how))

    def second(record: Any, how: HowWritten) -> None:
        told.append(("second", str(record), how))

    monkeypatch.setattr(row_followers, "_parts", (first, second))
    return told


def test_they_run_in_the_order_of_the_list(peru: Country, seen: list[Any]) -> None:
    peru.name = "Perú"
    peru.save()
    assert seen == [("first", "Perú", HowWritten.CHANGED), ("second", "Perú", HowWritten.CHANGED)]


def test_they_are_told_how_a_row_was_written(peru: Country, seen: list[Any]) -> None:
    with recording(by=None, reason="Entered"):
        name = CountryName.objects.create(country=peru, name="Pérou")
    with recording(by=None, reason="Entered twice"):
        name.delete()
    assert [how for who, _, how in seen if who == "first"] == [HowWritten.CREATED, HowWritten.DELETED]


def test_a_row_that_goes_with_another_is_followed_too(peru: Country, seen: list[Any]) -> None:
    with recording(by=None, reason="Entered"):
        CountryName.objects.create(country=peru, name="Pérou")
    seen.clear()
    with recording(by=None, reason="Entered twice"):
        peru.delete()
    assert {(record, how) for _, record, how in seen} >= {("Peru", HowWritten.DELETED)}
    assert len([1 for who, _, how in seen if who == "first" and how is HowWritten.DELETED]) == 2


def test_its_version_is_there_when_they_run(peru: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    versions: list[str] = []
    monkeypatch.setattr(row_followers, "_parts", (lambda row, how: versions.append(row.history.latest().name),))
    peru.name = "Perú"
    peru.save()
    assert versions == ["Perú"]


def test_neither_versions_nor_untracked_rows_are_followed(peru: Country, seen: list[Any]) -> None:
    version: models.Model = peru.history.latest()
    version.save()
    CitationUse.objects.all().delete()
    assert seen == []


def test_a_save_without_a_change_is_followed_by_nothing(peru: Country, seen: list[Any]) -> None:
    peru.save()
    assert seen == []


def test_rows_of_a_fixture_are_followed_by_nothing(peru: Country, seen: list[Any]) -> None:
    (row,) = serializers.deserialize("json", serializers.serialize("json", [peru]))
    row.save()
    assert seen == []


@pytest.mark.django_db(transaction=True)
def test_a_follower_that_fails_takes_the_row_back(peru: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(record: Any, how: HowWritten) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(row_followers, "_parts", (fails,))
    peru.name = "Perú"
    with pytest.raises(ZeroDivisionError):
        peru.save()
    assert Country.objects.get(pk=peru.pk).name == "Peru"
    assert peru.history.count() == 1
