"""Whole addresses, with the host of the request where there is one."""

from __future__ import annotations

from types import SimpleNamespace

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from api.v1.serializers.address import EntryField, PageField, entry, whole

ASKED = {"request": Request(APIRequestFactory().get("/", headers={"host": "monitor.example"}))}


class Shape(serializers.Serializer):
    url = EntryField("country", "iso3")
    page = PageField()
    elsewhere = PageField("With its sources.", source="stocks.get_absolute_url")


STOCKS = SimpleNamespace(get_absolute_url=lambda: "/stockpiles/per/#article-3")
PERU = SimpleNamespace(iso3="PER", get_absolute_url=lambda: "/countries/peru/", stocks=STOCKS)


def test_addresses_have_the_host_that_was_asked() -> None:
    assert whole("/countries/peru/", ASKED) == "http://monitor.example/countries/peru/"
    assert entry("country", "PER", ASKED) == "http://monitor.example/api/v1/countries/PER/"


def test_without_a_request_they_stay_paths() -> None:
    assert whole("/countries/peru/", {}) == "/countries/peru/"
    assert entry("holding", 7, {}) == "/api/v1/holdings/7/"


def test_fields_give_the_entry_and_the_page_of_a_record() -> None:
    assert Shape(PERU, context=ASKED).data == {
        "url": "http://monitor.example/api/v1/countries/PER/",
        "page": "http://monitor.example/countries/peru/",
        "elsewhere": "http://monitor.example/stockpiles/per/#article-3",
    }
    assert Shape(PERU).data["page"] == "/countries/peru/"
    assert Shape().fields["elsewhere"].help_text == "With its sources."
