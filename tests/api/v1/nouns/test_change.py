"""The log of facts in the API: before, after and sources of each row; nothing that is private."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from countries.models import Country
from tests.factories.changes import NAMES, PRIVATE, SPOKEN, changing, confirmed, proposed
from tests.factories.meetings import make_country, make_source
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


def test_a_confirmed_change_is_in_it_with_before_after_and_sources(peru: Country, ask) -> None:
    proposed(changing(peru, official_name="MARKED-OPEN"))
    assert ask("changes/")["results"] == []
    source = make_source("un-list")
    change = confirmed(changing(peru, name="Perù", source=source, source_locator="p. 3"), "As the UN writes.")
    [one] = ask("changes/")["results"]
    assert (one["id"], one["public_note"]) == (str(change.public_id), "As the UN writes.")
    assert one["page"].endswith(f"/changes/{change.public_id}/")
    assert one["second_person_waived"] is False
    assert (one["urgent"], one["read_afterwards_at"]) == (False, None)
    [row] = one["rows"]
    assert (row["label"], row["became"], row["what"]) == ("Perù", "changed", "country")
    assert {"name": "name", "label": "Name", "before": "Peru", "after": "Perù"} in row["fields_changed"]
    [named] = row["sources"]
    assert (named["key"], named["locator"]) == ("un-list", "p. 3")
    assert named["url"].endswith("/api/v1/sources/un-list/")
    assert ask(f"changes/{change.public_id}/") == one
    for private in (PRIVATE, SPOKEN, *NAMES, "MARKED"):
        assert private not in json.dumps(one)


def test_the_filters_ask_for_one_record_that_fits_all(peru: Country, ask, client: Client) -> None:
    act = make_act(make_country("CHL", "Chile"), "signature", "2008-12-03")

    def both() -> None:
        changing(peru, name="Perù")()
        changing(act, place="Oslo")()

    confirmed(both)
    assert ask("changes/?country=PER&kind=countries")["count"] == 1
    assert ask("changes/?country=CHL&kind=treaty-actions")["count"] == 1
    assert ask("changes/?country=PER&kind=treaty-actions")["count"] == 0
    assert ask("changes/?since=2999-01-01")["count"] == 0
    for bad in ("country=XXX", "kind=nothing", "since=yesterday", "standing=party"):
        assert client.get(f"/api/v1/changes/?{bad}").status_code == 400, bad


def test_an_open_set_is_not_found(peru: Country, client: Client) -> None:
    change = proposed(changing(peru, name="Perù"))
    assert client.get(f"/api/v1/changes/{change.public_id}/").status_code == 404


def test_many_cost_what_one_costs(peru: Country, client: Client, django_assert_max_num_queries) -> None:
    counts = []
    for number in range(4):
        confirmed(changing(peru, official_name=f"Name {number}"))
        with django_assert_max_num_queries(10) as asked:
            client.get("/api/v1/changes/")
        counts.append(len(asked))
    assert len(set(counts[1:])) == 1
