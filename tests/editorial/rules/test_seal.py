"""What is hashed, to the byte: whoever computed a seal once must get the same for ever."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone

from editorial.rules.seal import FIRST, digest, link, moment


def test_json_has_one_form_whatever_the_order_of_its_keys() -> None:
    written = '{"a":["ñ",1,null],"b":"\\u0001"}'
    assert digest({"b": "\x01", "a": ["ñ", 1, None]}) == hashlib.sha256(written.encode()).hexdigest()


def test_a_moment_is_the_same_in_every_zone() -> None:
    lima = datetime(2026, 1, 15, 7, tzinfo=timezone(timedelta(hours=-5)))
    assert moment(lima) == moment(lima.astimezone(UTC)) == "2026-01-15T12:00:00+00:00"
    assert moment(None) is None


def test_a_seal_is_the_hash_of_its_place_the_one_before_and_what_it_seals() -> None:
    written = f'{{"content_sha256":"ab","position":1,"previous":"{FIRST}","visible_from":null}}'
    assert (
        link(position=1, previous=FIRST, content_sha256="ab", visible_from=None)
        == hashlib.sha256(written.encode()).hexdigest()
    )
