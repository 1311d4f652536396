"""How lines of the log look: one JSON object a line in production, plain words on a developer's machine."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime

from editorial.request_at_hand import note_at_hand

Said = dict[str, object]


def said_by(record: logging.LogRecord) -> Said:
    """What a line says, in the order in which it says it. Of an exception the first line of its words and where it arose.

    The further lines are left out: a database puts values of the row there.
    """
    at = datetime.fromtimestamp(record.created, UTC)
    said: Said = {"time": at.isoformat(timespec="milliseconds"), "level": record.levelname, "logger": record.name}
    if note := note_at_hand.get():
        said["request"] = note.id
    told = getattr(record, "told", None)
    if isinstance(told, dict):
        said |= told
    else:
        said["message"] = record.getMessage()
    if record.exc_info and record.exc_info[1] is not None:
        problem = record.exc_info[1]
        first, *_ = str(problem).splitlines() or [""]
        said["error"] = f"{type(problem).__name__}: {first}"[:500]
        said["where"] = [
            f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(problem.__traceback__)
        ]
    return said


class JsonLines(logging.Formatter):
    """One JSON object a line, whatever stands in it."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(said_by(record), ensure_ascii=False, default=str)


class PlainLines(logging.Formatter):
    """The same for people at a terminal; an exception whole."""

    def format(self, record: logging.LogRecord) -> str:
        said = said_by(record)
        told = " ".join(f"{name}={value}" for name, value in said.items() if name not in _HEAD)
        words = str(said.get("message", told))
        line = f"{datetime.fromtimestamp(record.created).astimezone():%H:%M:%S} {record.levelname} {record.name}: {words}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


_HEAD = ("time", "level", "logger", "error", "where")
