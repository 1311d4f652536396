"""Addresses by name are those that Django would give."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from editorial.addresses import address_of


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("countries", {}),
        ("country", {"country": "peru"}),
        ("profile_release", {"country": "peru", "theme": "ban", "edition": 2009, "release": 1}),
        ("profile_release_sealed", {"country": "peru", "theme": "ban", "edition": 2009, "release": 1}),
        ("statement_history", {"number": 7, "slug": "in-lima"}),
    ],
)
def test_it_is_what_reverse_gives(name: str, parts: dict[str, object]) -> None:
    assert address_of(name, **parts) == reverse(name, kwargs=parts)
    assert address_of(name, **parts, further="passed over") == reverse(name, kwargs=parts)


def test_the_site_may_stand_below_another_address() -> None:
    set_script_prefix("/monitor/")
    try:
        assert address_of("countries") == "/monitor/countries/"
    finally:
        set_script_prefix("/")


def test_an_unknown_name_is_no_address() -> None:
    with pytest.raises(NoReverseMatch, match="nowhere"):
        address_of("nowhere")
