"""Reads a text file that somebody else made, without trusting it: size, kind, encoding, control characters."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from editorial.texts import beyond_bounds

from .problems import Problem, Severity, UnusableInput

MAX_BYTES = 1024 * 1024  # before anything is counted; a country report has some 10 KB
MAX_LINE_PROBLEMS = 20  # of one sort; the rest are counted

KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF file", "Open it, copy the text, and save it as plain text in UTF-8."),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file", "Open it and save it as plain text, encoding UTF-8."),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Open it and save it as plain text, encoding UTF-8."),
    (b"{\\rtf", "a rich text file", "Open it and save it as plain text, encoding UTF-8."),
    (b"\x89PNG", "a picture", "Give the text itself, not a picture of it."),
    (b"\xff\xd8\xff", "a picture", "Give the text itself, not a picture of it."),
    (b"GIF8", "a picture", "Give the text itself, not a picture of it."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
LINE_END = re.compile(r"\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# UTF-8 that was read as Windows-1252 and saved again: “â€œ” for an opening quotation mark, “Ã©” for é; or
# Windows-1252 that was read as Latin-1, which leaves the unused codes 0x80 to 0x9F.
TWICE_ENCODED = re.compile("â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|[\u0080-\u009f]")


@dataclass(frozen=True)
class TextFile:
    """A text that was read safely. ``lines`` have no line ends; line n of the file is ``lines[n - 1]``."""

    name: str
    lines: tuple[str, ...]
    sha256: str
    size: int  # bytes
    problems: tuple[Problem, ...] = ()


def read_text(source: Path | str | bytes, *, name: str = "") -> TextFile:
    """The lines of a UTF-8 text, given as a path or as its bytes (an upload).

    Raises UnusableInput for what is missing, empty, too large, binary or in another encoding; what can be read
    but looks damaged (text encoded twice) is reported in ``problems``.
    """
    if isinstance(source, bytes):
        data, name = source[: MAX_BYTES + 1], name or "upload"
    else:
        path = Path(source)
        name = name or path.name or str(path)
        data = _bytes_of(path, name)
    if len(data) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES / 1024**2:.0f} MB; no text of this kind is."
        remedy = "Check that it is the right file; split a whole yearbook or collection into one file a text."
        raise _unusable("too-large", message, remedy, name)
    _refuse_binary(data, name)
    text = _decoded(data, name)
    lines = tuple(LINE_END.split(text))
    if too_much := beyond_bounds("\n".join(lines)):
        remedy = "Check that it is the right file; split a yearbook or collection into one file a text."
        raise _unusable("beyond-bounds", f"This is no text of this kind. {too_much}", remedy, name)
    if not any(line.strip() for line in lines):
        raise _unusable("empty", "The file has no text.", "Give the file of a whole text.", name, 1)
    _refuse_control_characters(lines, name)
    return TextFile(name, lines, hashlib.sha256(data).hexdigest(), len(data), tuple(_twice_encoded(lines, name)))


def _unusable(code: str, message: str, remedy: str, file: str, line: int | None = None) -> UnusableInput:
    return UnusableInput(Problem(code, message, remedy, Severity.UNUSABLE, file, line))


def _bytes_of(path: Path, name: str) -> bytes:
    """Never more than one byte over the limit, and only from an ordinary file (a pipe could wait for ever)."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            raise _unusable("not-a-file", f"This is {what}.", "Give the path of one text file.", name)
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unusable("not-found", "There is no such file.", "Check the path.", str(path)) from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        message = f"The file cannot be read: {why}."
        raise _unusable("not-readable", message, "Check its path and rights.", name) from None


def _refuse_binary(data: bytes, name: str) -> None:
    if data.startswith(UTF16):
        remedy = "Open it in an editor and save it as UTF-8."
        raise _unusable("encoding", "The file is encoded as UTF-16.", remedy, name, 1)
    for start, what, remedy in KINDS:
        if data.startswith(start):
            raise _unusable("binary", f"This is {what}, not a text.", remedy, name, 1)
    if (at := data.find(b"\x00")) >= 0:
        message = "The file holds zero bytes, so it is binary or damaged."
        raise _unusable("binary", message, "Save the text as plain text in UTF-8.", name, _line_of(data, at))


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        at = problem.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        bad = f"0x{data[at]:02X}" if at < len(data) else "the end"
        message = f"The file is not encoded as UTF-8: byte {bad} on this line; probably it is Windows-1252."
        remedy = "Open it in an editor as Windows-1252, save it as UTF-8, and look at the quotation marks."
        raise _unusable("encoding", message, remedy, name, _line_of(data, at)) from None


def _line_of(data: bytes, at: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data[:at])) + 1


def _refuse_control_characters(lines: tuple[str, ...], name: str) -> None:
    found = [
        Problem(
            "control-character",
            f"There is an invisible control character (U+{ord(m[0]):04X}) at position {m.start() + 1}.",
            "Delete it in an editor that shows such characters, and check the words around it.",
            Severity.UNUSABLE,
            name,
            number,
            value=line[max(0, m.start() - 20) : m.start() + 20],
        )
        for number, line in enumerate(lines, 1)
        if (m := CONTROL.search(line))
    ]
    if found:
        raise UnusableInput(*found[:MAX_LINE_PROBLEMS])


def _twice_encoded(lines: tuple[str, ...], name: str) -> list[Problem]:
    found = [(number, m[0], line) for number, line in enumerate(lines, 1) if (m := TWICE_ENCODED.search(line))]
    if not found:
        return []
    number, sign, line = found[0]
    at = line.find(sign)
    more = f" (and {len(found) - 1} more lines)" if len(found) > 1 else ""
    message = f"The text looks as if it was encoded twice{more}: accents and quotation marks are broken."
    remedy = "Take the page again from its origin and save it as UTF-8; do not mend letter by letter."
    around = line[max(0, at - 20) : at + 20]
    return [Problem("encoded-twice", message, remedy, file=name, line=number, value=around)]
