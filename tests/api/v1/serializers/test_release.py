"""Releases of any noun in one shape, and what differs between two of them, without what is the same."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from rest_framework.request import Request

from api.v1.serializers.release import ComparedFactSerializer, ReleaseSerializer, TextChangesSerializer
from editorial.texts.compare import compare
from tests.factories.public_life import Life

OLD = "The first.\n\nIt holds seven bombs.[^a]\n\nIt is going.\n\n[^a]: A paper.\n"
NEW = "The first.\n\nIt holds eight bombs.[^a]\n\nIt came.\n\n[^a]: A letter.\n"


def test_only_paragraphs_that_differ_are_given_in_reading_order() -> None:
    found = TextChangesSerializer(compare(OLD, NEW)).data
    assert "The first." not in [paragraph["new"] for paragraph in found["paragraphs"]]
    seven = found["paragraphs"][0]
    assert seven["kind"] == "changed"
    assert tuple(part["text"].strip() for part in seven["parts"] if part["op"] in ("removed", "added")) == (
        "seven",
        "eight",
    )
    (note,) = found["notes"]
    assert (note["old_number"], note["new_number"], note["kind"]) == (1, 1, "changed")


def test_what_is_the_same_gives_nothing() -> None:
    assert TextChangesSerializer(compare(OLD, OLD)).data == {"paragraphs": [], "notes": []}


def test_a_fact_keeps_its_label_beside_the_label_of_the_field() -> None:
    fact = {"label": "Standing", "old": "Signatory", "new": ""}
    assert ComparedFactSerializer(fact).data == fact
    assert list(ComparedFactSerializer(fact).data) == ["label", "old", "new"]


@pytest.mark.django_db
def test_the_address_of_a_release_is_that_of_its_own_noun(life: Life) -> None:
    release = life.bring_out("seven")
    given = ReleaseSerializer(release, context={"request": Request(RequestFactory().get("/"))}).data
    assert given["url"] == f"http://testserver{life.api}releases/1/"
    assert given["page"] == f"http://testserver{life.page}r1/"
    assert (given["number"], given["change_kind"], given["public_note"]) == (1, "first", "")
    assert given["sha256"] == release.sha256
    assert "text" not in given
