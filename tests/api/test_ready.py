"""JSON that is put together from pieces is the JSON that was meant."""

from __future__ import annotations

import json

from api.ready import joined, json_answer, line
from editorial.queries.ready_text import ADDRESS_MARK


def test_two_objects_become_one() -> None:
    assert json.loads(joined(line({"a": 1, "b": {}}), line({"c": "“}”"}))) == {"a": 1, "b": {}, "c": "“}”"}


def test_the_address_is_put_in_where_it_is_marked() -> None:
    answer = json_answer(f'{{"url":"{ADDRESS_MARK}/sources/"}}', "https://monitor.example/")
    assert (answer.content, answer["Content-Type"]) == (
        b'{"url":"https://monitor.example/sources/"}',
        "application/json",
    )
