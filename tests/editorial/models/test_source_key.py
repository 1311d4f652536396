"""Which fields name a source: what a new table gets for declaring a key to the library."""

from __future__ import annotations

import pytest

from countries.models import Country, TreatyAction
from editorial.models import CitationUse, Cited, Organisation, Source, keys_to_sources, source_keys
from meetings.models import MeetingDocument, Position
from stockpiles.models import ExtensionRequestVersion, StockpileHolding


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (TreatyAction, ("source", "source_locator")),
        (Position, ("source", "locator")),
        (MeetingDocument, ("source", "")),  # it is the document itself: no place in it
        (ExtensionRequestVersion, ("document", "")),
    ],
)
def test_a_key_to_the_library_and_the_place_beside_it(model, fields) -> None:
    assert [(key.name, key.locator) for key in source_keys(model)] == [fields]


@pytest.mark.parametrize("model", [StockpileHolding, Organisation, Source, CitationUse])
def test_tables_without_one(model) -> None:
    """A claim cites in its note; the library and the index of citations name nothing as their source."""
    assert source_keys(model) == ()


def test_every_key_is_known_once() -> None:
    keys = keys_to_sources()
    assert len(keys) == len(set(keys))
    assert {Country, Position} <= {key.model for key in keys}


def test_what_a_row_names_by_it(sources: list[Source]) -> None:
    (key,) = source_keys(Country)
    assert key.read(Country(name="Peru")) is None
    named = key.read(Country(name="Peru", source=sources[0], source_locator="p. 3"))
    assert named == Cited(sources[0], "p. 3")
    assert named.line.endswith("p. 3")
    assert named.url == "/sources/laRepublica-2007-05-29/"
