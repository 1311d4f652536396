"""What is frozen of each row beside a statement, and in which order."""

from __future__ import annotations

import pytest

from meetings.models.statement_payload import frozen_document, is_held_by_all
from tests.factories.meetings import make_country, make_position, make_source, make_statement, make_theme

pytestmark = pytest.mark.django_db


def test_names_are_those_of_the_day_and_a_position_rests_on_the_statements_source() -> None:
    peru, theme, source = make_country(), make_theme(), make_source()
    statement = make_statement(parties=[(peru, "speaker")], themes=[theme], source=source)
    make_position(statement, peru, theme)
    statement.refresh_from_db()
    data, keys = statement.release_extra()
    assert data["parties"] == [{"iso3": "PER", "slug": "peru", "name": "Peru", "role": "speaker"}]
    assert [row["source"] for row in data["positions"]] == ["notes-2008"] == keys
    assert data["document"] is None


def test_a_document_that_readers_may_not_see_is_not_frozen() -> None:
    class Hidden:
        is_public = False

    assert frozen_document(Hidden()) is None


def test_a_position_of_all_names_nobody() -> None:
    peru, theme = make_country(), make_theme()
    statement = make_statement(parties=[(peru, "deliverer")], themes=[theme])
    make_position(statement, None, theme, paraphrase="Of all")
    make_position(statement, peru, theme, paraphrase="Of Peru")
    statement.refresh_from_db()
    data, _ = statement.release_extra()
    assert [(row["paraphrase"], is_held_by_all(row)) for row in data["positions"]] == [
        ("Of all", True),
        ("Of Peru", False),
    ]
