"""A line of the log can be read by a machine, whatever stands in it, and by people at a terminal."""

from __future__ import annotations

import json
import logging
import sys

from ccm_site.log_lines import JsonLines, PlainLines
from editorial.request_at_hand import RequestNote, note_at_hand


def record(
    message: str = "It is away", *, told: object = None, problem: Exception | None = None
) -> logging.LogRecord:
    info = None
    if problem is not None:
        try:
            raise problem
        except Exception:
            info = sys.exc_info()
    made = logging.LogRecord("editorial.cache", logging.WARNING, __file__, 1, message, (), info)
    made.created = 1764504000.25
    if told is not None:
        made.told = told
    return made


def test_one_object_a_line_with_time_level_and_words() -> None:
    line = JsonLines().format(record("Two\nlines “quoted”"))
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2025-11-30T12:00:00.250+00:00",
        "level": "WARNING",
        "logger": "editorial.cache",
        "message": "Two\nlines “quoted”",
    }


def test_what_is_told_stands_in_fields_of_its_own_beside_the_number_of_the_request() -> None:
    token = note_at_hand.set(RequestNote("3f2a9c1d"))
    try:
        said = json.loads(JsonLines().format(record(told={"what": "published", "about": object()})))
    finally:
        note_at_hand.reset(token)
    assert (said["request"], said["what"]) == ("3f2a9c1d", "published")
    assert "message" not in said
    assert said["about"].startswith("<object")


def test_of_an_exception_the_first_line_and_where_it_arose() -> None:
    said = json.loads(
        JsonLines().format(record(problem=ValueError("Key is taken.\nDETAIL: Key (name)=(private)")))
    )
    assert said["error"] == "ValueError: Key is taken."
    assert said["where"][-1].endswith(" record")
    assert "private" not in str(said)


def test_at_a_terminal_it_reads_as_words() -> None:
    assert PlainLines().format(record()).endswith("WARNING editorial.cache: It is away")
    told = PlainLines().format(record(told={"what": "signed in", "name": "ana"}))
    assert told.endswith("editorial.cache: what=signed in name=ana")
    assert "Traceback" in PlainLines().format(record(problem=ValueError("x")))
