"""The block of facts at the head of an exported text: YAML whose values are JSON, so that every tool reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from .problems import Problem, Severity, UnusableInput

FENCE = "---"
_ENTRY = re.compile(r"(?P<name>[a-z][a-z0-9_]{0,40}):(?: (?P<value>.*))?", re.DOTALL)


def write(facts: Mapping[str, object]) -> str:
    """The block, with its fences. A list of objects takes a line for each."""
    lines = [FENCE]
    for name, value in facts.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{name}:", *(f"- {_json(each)}" for each in value)]
        else:
            lines.append(f"{name}: {_json(value)}")
    return "\n".join([*lines, FENCE, ""])


def read(lines: Sequence[str], file: str = "") -> tuple[dict[str, object], int]:
    """The facts of a block that begins in the first line, and the number of lines it takes; ({}, 0) without one.

    Raises UnusableInput naming the line that cannot be read.
    """
    if not lines or lines[0].rstrip() != FENCE:
        return {}, 0
    facts: dict[str, object] = {}
    name = ""
    for number, line in enumerate(lines[1:], 2):
        line = line.rstrip()
        if line == FENCE:
            return facts, number
        if line.startswith("- ") and isinstance(listed := facts.get(name), list):
            listed.append(_value(line[2:], number, file))
        elif m := _ENTRY.fullmatch(line):
            name = m["name"]
            facts[name] = _value(m["value"], number, file) if m["value"] else []
        elif line:
            raise _bad(number, file, line)
    raise _bad(len(lines), file, "")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _value(text: str, number: int, file: str) -> object:
    """One value. Escaped zero characters and halves of characters are refused: no database keeps them."""
    try:
        value = json.loads(text)
        whole = _json(value).encode()
    except (ValueError, RecursionError):
        raise _bad(number, file, text) from None
    if b"\\u0000" in whole:
        raise _bad(number, file, text)
    return value


def _bad(line: int, file: str, value: str) -> UnusableInput:
    message = f"The block of facts {'at the head of the file cannot be read' if value else 'has no end'}."
    remedy = (
        f"Each line reads “name: value” with the value in JSON; the block ends with “{FENCE}”. "
        "Or delete the block: the text alone can be imported."
    )
    return UnusableInput(Problem("front-matter", message, remedy, Severity.UNUSABLE, file, line, value=value))
