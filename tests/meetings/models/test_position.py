"""Positions: of all who stand behind a text or of one alone, saying something, a quote in its own language."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from editorial.models import Organisation, recording
from meetings.models import Position
from tests.factories.meetings import make_country, make_position, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def position(**fields: object) -> Position:
    given = {"country": make_country(), "paraphrase": "It supports it.", **fields}
    return Position(statement=make_statement(), theme=make_theme(), stance="supports", **given)


@pytest.mark.parametrize(
    ("fields", "constraint", "words"),
    [
        ({"paraphrase": ""}, "says_something", "Give a paraphrase or a verbatim quote"),
        ({"quote": "Apoyamos la retención"}, "quote_has_language", "A quote says in which language it is"),
        ({"quote_language": "es"}, "quote_has_language", "a language needs a quote"),
        ({"translation": "We support it"}, "translation_has_quote", "A translation needs the quote"),
    ],
)
def test_what_is_no_position(fields: dict[str, object], constraint: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        position(**fields).full_clean()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        position(**fields).save()


def test_a_quote_alone_in_its_language_is_enough() -> None:
    position(paraphrase="", quote="Apoyamos", quote_language="es", translation="We support it").full_clean()


def test_a_state_and_an_organisation_do_not_speak_in_one_row() -> None:
    cmc = Organisation.objects.create(name="Cluster Munition Coalition", abbreviation="CMC", slug="cmc")
    with pytest.raises(ValidationError, match="Name a state or an organisation, or neither"):
        position(organisation=cmc).full_clean()
    assert str(position(country=None, organisation=cmc)) == "Cluster Munition Coalition (CMC) supports: Retention"


def test_where_it_names_nobody_all_who_stand_behind_the_text_take_it() -> None:
    together = position(country=None)
    together.full_clean()
    assert str(together) == "Everybody behind it supports: Retention"


def test_in_words() -> None:
    assert str(position()) == "Peru supports: Retention"
    calls = position()
    calls.stance = "calls-for"
    assert str(calls) == "Peru calls for: Retention"


def test_readers_see_none_of_the_working_copy_not_even_of_what_is_published() -> None:
    peru = make_country()
    statement = make_statement(parties=[(peru, "deliverer")])
    make_position(statement, peru, make_theme())
    publish_statement(statement)
    assert not Position.rows_readers_see(timezone.now()).exists()
    assert Position.objects.count() == 1
