"""One citation line for every kind of source, in the Monitor's own style.

The order of parts is that of the footnotes of the Monitor's country reports: author, “title” (“English title”),
publisher, meeting or session, UN symbol, place, date, locator, address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TRAILING_ADDRESS = re.compile(r"(?P<line>.*), (?P<address>(?:https?://|www\.)[^\s“”]+)", re.DOTALL)
_CLOSING = re.compile(r"[’”]+\Z")
_LAST_STOP = re.compile(r"\.([’”]*)\Z")
_UNQUOTED = frozenset(
    {
        "statement",
        "un_document",
        "treaty_action",
        "transparency_report",
        "ngo_notes",
        "law",
        "interview",
        "dataset",
    }
)
# what was said in a meeting is told by the meeting, not by who put the paper on a site
_KNOWN_BY_SESSION = frozenset({"statement", "un_document", "ngo_notes"})
_DATED_BY_EVENT = frozenset({"statement", "ngo_notes", "interview", "photograph", "presentation"})


@dataclass(frozen=True)
class SourceFacts:
    """What the library knows of a document; dates come as they are to be printed ("29 May 2007", "May 2007").

    kind           a value of the library's kinds: statement, un_document, treaty_action, transparency_report,
                   ngo_report, ngo_notes, press, law, interview, photograph, web_page, presentation, dataset, other
    document_date  the date on the document
    event_date     the day or days of the meeting, interview or photograph
    as_printed     the whole citation as an imported page prints it; stands in place of all other facts
    """

    kind: str
    authors: tuple[str, ...] = ()
    title: str = ""
    english_title: str = ""
    publisher: str = ""
    un_symbol: str = ""
    meeting_session: str = ""
    place: str = ""
    document_date: str | None = None
    event_date: str | None = None
    language: str = ""
    url: str = ""
    accessed_on: str | None = None
    as_printed: str = ""


def citation_line(facts: SourceFacts, locator: str = "") -> str:
    """The line a reader sees, in plain text and without a full stop. "" for a source of which nothing is known.

    NGO notes follow what they are notes of: "Lima Conference, 23–25 May 2007. Notes by Landmine Action". A UN
    document with two dates prints the day it is about with its title and its own date last.
    """
    if facts.as_printed.strip():
        return with_locator(_LAST_STOP.sub(r"\1", " ".join(facts.as_printed.split())), locator)
    line = joined(_parts(_tidied(facts)))
    if facts.kind == "ngo_notes" and (takers := people(facts.authors)):
        line = f"{line}. Notes by {takers}" if line else f"Notes by {takers}"
    address = printed_address(facts.url)
    return joined((line, " ".join(locator.split()), address))


def with_locator(line: str, locator: str) -> str:
    """A finished citation line with a locator put in its place: last, but before the address."""
    head, address = split_address(line)
    return joined((head, " ".join(locator.split()), address))


def split_address(line: str) -> tuple[str, str]:
    """A citation line and the address it ends with, "" where it has none."""
    match = _TRAILING_ADDRESS.fullmatch(line)
    return (match["line"], match["address"]) if match else (line, "")


def joined(parts: Iterable[str]) -> str:
    """Parts set one after the other; the comma goes inside a closing quotation mark: “Title,” Publisher."""
    line = ""
    for part in parts:
        if part:
            line = f"{followed_by(line, ',')} {part}" if line else part
    return line


def followed_by(line: str, stop: str) -> str:
    """The line with a comma or full stop after it, inside closing quotation marks, and no stop twice."""
    closing = _CLOSING.search(line)
    at = closing.start() if closing and "”" in closing[0] else len(line)
    if stop == "." and line[:at].endswith((".", "?", "!")):
        return line
    return f"{line[:at]}{stop}{line[at:]}"


def people(names: Iterable[str]) -> str:
    """Authors in a row: one, two joined by "and", three with a comma before it, more shortened to "et al."."""
    known = [name for name in (" ".join(name.split()) for name in names) if name]
    if len(known) > 3:
        return f"{known[0]} et al."
    if len(known) == 3:
        return f"{known[0]}, {known[1]}, and {known[2]}"
    return " and ".join(known)


def printed_address(url: str) -> str:
    """An address as it is printed: without http:// where www. says enough, without a lone slash at the end."""
    bare = re.sub(r"\Ahttps?://(?=www\.)", "", "".join(url.split()))
    return bare.removesuffix("/") if bare.count("/") - 2 * bare.count("://") == 1 else bare


def _tidied(facts: SourceFacts) -> SourceFacts:
    values = {
        name: " ".join(value.split()) for name, value in vars(facts).items() if isinstance(value, str) and value
    }
    return SourceFacts(**{**vars(facts), **values})


def _parts(facts: SourceFacts) -> list[str]:
    author = "" if facts.kind == "ngo_notes" else people(facts.authors)
    publisher = facts.publisher if facts.publisher not in (author, people(facts.authors)) else ""
    if facts.kind in _KNOWN_BY_SESSION and facts.meeting_session:
        publisher = ""
    title, date = _title(facts), _date(facts)
    form = "presentation" if facts.kind == "presentation" and title else ""
    if facts.kind == "transparency_report" and not title:
        title = "Article 7 Report"
    if facts.kind == "photograph":
        author = f"Photograph by {author}" if author else "Photograph"
    if facts.kind == "interview":
        if not title:
            author = f"Interview with {author}" if author else "Interview"
        elif author in title:
            author = ""
    if facts.kind == "un_document" and facts.event_date and facts.document_date:
        title = f"{title}: {facts.event_date}" if title else facts.event_date
    accessed = f"accessed {facts.accessed_on}" if facts.accessed_on and facts.url and not date else ""
    session, symbol = facts.meeting_session, facts.un_symbol
    if session == facts.title:
        session = ""
    return [author, title, form, publisher, session, symbol, facts.place, date, accessed]


def _date(facts: SourceFacts) -> str:
    event, document = facts.event_date or "", facts.document_date or ""
    return event or document if facts.kind in _DATED_BY_EVENT else document or event


def _title(facts: SourceFacts) -> str:
    original, english = facts.title, facts.english_title
    if not original:
        original, english = english, ""
    # a record of the conference itself is named, what an author wrote is quoted: UN General Assembly, “Report …,”
    if facts.kind in _UNQUOTED and not (facts.kind == "un_document" and any(facts.authors)):
        return f"{original} ({english})" if english else original
    quoted = _quoted(original)
    return f"{quoted} ({_quoted(english)})" if english else quoted


def _quoted(title: str) -> str:
    inner = re.sub(r"[“„«]", "‘", re.sub(r"[”»]", "’", title))
    inner = re.sub(r'"([^"]*)"', r"‘\1’", inner)
    return f"“{inner}”" if inner else ""
