"""Whom a request came from, whatever it says itself."""

from __future__ import annotations

import pytest

from editorial.rules.client_address import client_address, counted_as, is_this_machine

PROXY, READER, FORGED = "10.0.0.1", "203.0.113.7", "198.51.100.1"


def test_without_a_server_in_front_the_header_says_nothing() -> None:
    assert client_address(READER, FORGED, proxies=0) == READER


def test_one_server_in_front_adds_whom_it_was_asked_by_on_the_right() -> None:
    assert client_address(PROXY, READER, proxies=1) == READER
    assert client_address(PROXY, "", proxies=1) == PROXY, "it was asked past that server"


@pytest.mark.parametrize(
    "forged", [FORGED, f"{FORGED}, {FORGED}", "127.0.0.1", "rubbish", ",", f"{READER}, 10.0.0.1"]
)
def test_what_a_client_writes_into_the_header_changes_nothing(forged: str) -> None:
    assert client_address(PROXY, f"{forged}, {READER}", proxies=1) == READER


def test_behind_two_servers_it_is_the_second_from_the_right() -> None:
    assert client_address(PROXY, f"{FORGED}, {READER}, 10.0.0.2", proxies=2) == READER
    assert client_address(PROXY, READER, proxies=2) == READER, "it was asked past the outer one"


@pytest.mark.parametrize("said", [f"{READER}:4711", f" {READER} "])
def test_a_port_is_no_part_of_an_address(said: str) -> None:
    assert client_address(PROXY, said, proxies=1) == READER


def test_ipv6_with_and_without_a_port() -> None:
    assert client_address(PROXY, "[2001:db8::7]:4711", proxies=1) == "2001:db8::7"
    assert client_address(PROXY, "2001:db8::7", proxies=1) == "2001:db8::7"


def test_an_entry_that_is_no_address_is_not_believed() -> None:
    assert client_address(PROXY, "unknown", proxies=1) == PROXY


def test_who_has_a_network_of_ipv6_is_counted_once() -> None:
    assert counted_as("2001:db8:1:2:3::4") == counted_as("2001:db8:1:2:ffff::1") == "2001:db8:1:2::"
    assert counted_as("2001:db8:1:3::4") != counted_as("2001:db8:1:2::4")
    assert counted_as("::ffff:203.0.113.7") == counted_as(READER) == READER
    assert counted_as("") == counted_as("a socket") == ""


def test_the_machine_itself() -> None:
    assert is_this_machine("127.0.0.1")
    assert is_this_machine("::1")
    assert not is_this_machine(READER)
    assert not is_this_machine("")
