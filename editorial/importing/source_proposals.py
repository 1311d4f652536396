"""Reads the citations printed in notes and proposes sources for the library.

Only what the words say with certainty becomes a proposal; everything else stays prose. Each proposal keeps the
printed words beside the facts read from them, so that nothing is lost by replacing the words with a citation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editorial.rules.citation_line import followed_by, with_locator
from editorial.rules.partial_date import BadDate, PartialDate

from .notes import Note
from .plain_text import escape_inside, interleave
from .printed_source import DATE, PrintedSource, first_day
from .same_source import SourceIndex

LONGEST_CITATION = 1500  # characters; a statement on behalf of 25 states takes 330

_URL = re.compile(r"(?:https?:|www\.)\S+(?: \([^()]*\))?")
_WORKING_URL = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9.]{0,11}(?:/[A-Za-z0-9.()-]+)+")
_LOCATOR = re.compile(
    r"(?:pp?|paras?|arts?|fn|n)\. ?[\dIVXivx]+(?:[–-][\dIVXivx]+)?|(?:Form|Annex|Article|Chapter|Table) [A-Z\d]{1,4}"
)
_NOTES_BY = re.compile(r"Notes by (?:the )?(?P<author>[A-Z].*)")
_STATEMENT = re.compile(
    r"(?:(?:Opening |Closing |Joint )?Statement|Intervention) (?:of|by|from|delivered by|made by) "
    r"(?P<who>[A-Z].*?)(?= on behalf| to | at |,|$)"
)
_ARTICLE_7 = re.compile(r"(?:[A-Z][\w ]+ )?Article 7 (?:[Tt]ransparency )?[Rr]eport\b")
_PERSONAL = re.compile(r"(?:Letter|E-?mail|Fax|Telephone interview|Interview|Response) (?:to|from|with)\b")
_MEETING = re.compile(
    r"\b(?:Conference|Session|Meeting|Committee|Working Group|Governmental Experts|Special Event)\b"
)
_PART_OF_TITLE = re.compile(r"(?:Addendum|Annex|Volume|Vol\.|Part|Corrigendum|Revision|Rev\.) ?\S{0,6}")
_QUOTED = re.compile(r"[“\"](?P<title>.+?)[,.]?[”\"](?: \([“\"](?P<english>.+?)[,.]?[”\"]\))?")
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}")
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|said|says|stated|would|will|could|should|that|which|who|did|does|"
    r"signed|informed|reported|announced|told|claimed|noted|confirmed)\b"
)
_LEAD_IN = re.compile(
    r"(?:(?:and|or|also)\s+)?(?:(?:see|cf\.)(?:\s+also)?(?:,?\s+(?:for example|for instance|e\.g\.))?[,:]?\s+)?"
    r"(?:also,?\s+)?",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“])(?:[A-Z]|[A-Z]\.[A-Z]|Amb|Art|Arts|Brig|Capt|Cf|cf|Col|Dr|Fr|Gen|Hon|Lt|Maj|Mr|Mrs|Ms|No|Nos|Prof|Ref|Rev|"
    r"Sen|Sgt|Sr|St|Vol|art|arts|ed|eds|e\.g|etc|fn|i\.e|n|no|nos|p|para|paras|pp|vol)$"
)
_SIGNS = re.compile(r"[“”\"();,.?!]")
# Where the meetings of these treaties are held; a town elsewhere in a citation stays part of the printed words.
PLACES = frozenset(
    (
        *("Beirut", "Brussels", "Dubrovnik", "Dublin", "Geneva", "Kampala", "Lausanne", "Lima", "Livingstone"),
        *("London", "Lusaka", "Mexico City", "New York", "Oslo", "Quito", "San José", "Santiago", "The Hague"),
        *("Vienna", "Vientiane", "Wellington"),
    )
)
BETWEEN_STATES = frozenset(("AU", "EU", "ICRC", "NATO", "OAS", "OSCE", "UN", "UNDP", "UNICEF", "UNIDIR", "UNMAS"))
SMALL_WORDS = frozenset(
    (
        "and",
        "da",
        "de",
        "del",
        "des",
        "du",
        "et",
        "for",
        "in",
        "la",
        "las",
        "los",
        "of",
        "on",
        "the",
        "to",
        "van",
        "von",
        "y",
    )
)


@dataclass(frozen=True)
class Citation:
    """One place in a note where a source is cited: positions in the note's text, and which source."""

    start: int
    end: int
    key: str
    locator: str = ""


@dataclass(frozen=True)
class SourceProposal:
    """A source to be checked, and the labels of the notes that cite it, in order."""

    key: str
    facts: PrintedSource
    notes: tuple[str, ...]
    other_words: tuple[tuple[str, str], ...] = ()  # note and words, where a note prints it differently

    @property
    def shared(self) -> bool:
        """Whether more than one note cites it."""
        return len(set(self.notes)) > 1


@dataclass(frozen=True)
class Proposals:
    """All sources proposed from a document's notes, and where each note cites them."""

    sources: tuple[SourceProposal, ...] = ()
    citations: Mapping[int, tuple[Citation, ...]] = field(default_factory=dict)  # by the note's place in the list


@dataclass(frozen=True)
class _Span:
    """A piece of a note's text between boundaries."""

    start: int
    end: int
    sentence: bool  # ends with a full stop (or the text), not with a semicolon


def propose_sources(notes: Sequence[Note], *, state: str = "") -> Proposals:
    """Read every note; a document cited in several notes is proposed once.

    ``state`` is whose report the notes belong to: "Article 7 Report, 14 April 2004" is that state's report.
    """
    found: list[tuple[int, int, int, PrintedSource, str]] = []
    for index, note in enumerate(notes):
        for start, end, facts, locator in read_citations(note.text):
            if state and facts.kind == "transparency_report" and facts.title.startswith("Article 7"):
                facts = replace(facts, authors=(state,))
            found.append((index, start, end, facts, locator))

    index_of_sources = SourceIndex()
    groups: list[list[int]] = []
    for at, (*_, facts, _locator) in enumerate(found):
        group = index_of_sources.find(facts)
        if group is None:
            group = len(groups)
            groups.append([])
        groups[group].append(at)
        index_of_sources.add(facts, group)

    used: set[str] = set()
    sources: list[SourceProposal] = []
    citations: dict[int, list[Citation]] = {}
    for members in groups:
        fullest = max((found[at][3] for at in members), key=lambda facts: len(facts.as_printed))
        key = free_key(key_for(fullest), used)
        others = []
        for at in members:
            index, start, end, facts, locator = found[at]
            if facts.as_printed != fullest.as_printed:
                others.append((notes[index].label, facts.as_printed))
            citations.setdefault(index, []).append(Citation(start, end, key, locator))
        labels = tuple(notes[found[at][0]].label for at in members)
        sources.append(SourceProposal(key, fullest, labels, tuple(others)))
    return Proposals(tuple(sources), {i: tuple(sorted(c, key=lambda c: c.start)) for i, c in citations.items()})


def with_citations(text: str, citations: Sequence[Citation], library: Mapping[str, tuple[str, str]]) -> str:
    """A note's words as Markdown, each recognised citation in it replaced by one of the source library.

    ``library`` gives, for each proposed key, the key under which the library has the source and the line that it
    prints. Where readers would see anything but what the note says, the note keeps its words and cites the source
    in them: [words](@key).
    """
    words: list[str] = []
    tokens: list[str] = []
    at = 0
    for citation in citations:
        printed = " ".join(text[citation.start : citation.end].split())
        key, line = library[citation.key]
        locator = f", {citation.locator}" if citation.locator else ""
        words.append(text[at : citation.start])
        line = with_locator(line, citation.locator)
        stop = after if (after := text[citation.end : citation.end + 1]) in (".", ",") else ""
        shown = followed_by(line, stop) if stop else line
        if shown == printed + stop:
            tokens.append(f"[@{key}{locator}]")
        elif not stop and followed_by(line, ".") == printed:
            tokens.append(f"[@{key}{locator}].")  # “Title.” ends with a stop inside its quotation marks
        else:
            tokens.append(f"[{escape_inside(printed)}](@{key}{locator})")
        at = citation.end
    return interleave([*words, text[at:]], tokens)


def read_citations(text: str) -> Iterator[tuple[int, int, PrintedSource, str]]:
    """Every citation in a note's words that is certain: its place, its facts and its locator."""
    spans = list(_spans(text))
    skip = False
    for span, following in zip(spans, [*spans[1:], None], strict=False):
        if skip:
            skip = False
            continue
        lead_in = _LEAD_IN.match(text, span.start, span.end)
        start = lead_in.end() if lead_in else span.start
        end = span.end
        if following and span.sentence and _NOTES_BY.fullmatch(text, following.start, following.end):
            end, skip = following.end, True  # "Lima Conference, 23–25 May 2007. Notes by Landmine Action"
        if not 0 < end - start <= LONGEST_CITATION:
            continue
        if read := read_citation(" ".join(text[start:end].split())):
            yield start, end, *read


def read_citation(words: str) -> tuple[PrintedSource, str] | None:
    """Facts and locator of one printed citation, or None where it is prose or cannot be read with certainty."""
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"|\([^()]*\)", "", words)
    if not (words[:1].isupper() or words.startswith(("“", '"'))) or _VERB.search(outside):
        return None
    parts = _parts(words)
    if parts is None:
        return None
    words, locator = _without_locator(words, parts)
    facts = _facts([part for part in parts if part != locator])
    return (replace(facts, as_printed=words), locator) if facts else None


def _without_locator(words: str, parts: Sequence[str]) -> tuple[str, str]:
    """The citation without "p. 29" or "Form A", and that locator; where the citation line would print the two
    together differently from here, the locator stays among the words."""
    for locator in parts[-2:]:
        if _LOCATOR.fullmatch(locator):
            before, _, after = words.rpartition(f", {locator}")
            if before and with_locator(before + after, locator) == words:
                return before + after, locator
    return words, ""


# ------------------------------------------------------------------------------------------------ cutting


def _spans(text: str) -> Iterator[_Span]:
    """The text cut at semicolons and sentence ends outside quotation marks and brackets; nothing where those
    are not balanced, because then no cut is certain."""
    at = 0
    for paragraph in text.split("\n\n"):
        yield from _spans_of(paragraph, at)
        at += len(paragraph) + 2


def _spans_of(text: str, offset: int) -> list[_Span]:
    spans: list[_Span] = []
    start = quotes = brackets = 0
    straight = False
    for m in _SIGNS.finditer(text):
        sign, at = m[0], m.start()
        if sign == "“":
            quotes += 1
        elif sign == "”":
            quotes -= 1
        elif sign == '"':
            straight = not straight
        elif not quotes and not straight and sign in "()":
            brackets += 1 if sign == "(" else -1
        if quotes < 0 or brackets < 0:
            return []
        if quotes or brackets or straight:
            continue
        after = text[at + 1 : at + 3]
        if sign == ";" and (not after or after[0].isspace()):
            spans.append(_Span(offset + start, offset + at, sentence=False))
        elif sign in ".?!" and _ends_sentence(text, at, after):
            spans.append(_Span(offset + start, offset + at, sentence=True))
        elif sign in '”"' and text[at - 1] in ".?!" and _begins_anew(after):
            spans.append(_Span(offset + start, offset + at + 1, sentence=True))
        else:
            continue
        start = at + 1
        while start < len(text) and text[start].isspace():
            start += 1
    if quotes or brackets or straight:
        return []
    if start < len(text):
        spans.append(_Span(offset + start, offset + len(text.rstrip()), sentence=True))
    return spans


def _ends_sentence(text: str, at: int, after: str) -> bool:
    return _begins_anew(after) and not _ABBREVIATED.search(text, max(0, at - 8), at)


def _begins_anew(after: str) -> bool:
    """Whether what follows a full stop can begin a sentence: nothing, or a space and a capital, digit or quote."""
    return not after.strip() or (after[0].isspace() and (after[1:].isupper() or after[1:] in '“"(‘'))


def _parts(words: str) -> list[str] | None:
    """A citation cut at its commas, outside quotation marks and brackets; an American comma before a closing
    quotation mark counts as one after it. "Notes by X" after a full stop is a part of its own."""
    parts: list[str] = []
    start = quotes = brackets = 0
    straight = False
    for m in _SIGNS.finditer(words):
        sign, at = m[0], m.start()
        closing = sign == "”" or (sign == '"' and straight)
        if sign == "“":
            quotes += 1
        elif sign == "”":
            quotes -= 1
        elif sign == '"':
            straight = not straight
        elif not quotes and not straight and sign in "()":
            brackets += 1 if sign == "(" else -1
        if quotes < 0 or brackets < 0:
            return None
        if quotes or brackets or straight:
            continue
        after = words[at + 1 : at + 2]
        if sign == "," and (not after or after == " "):
            parts.append(words[start:at])
        elif closing and words[at - 1] == "," and after == " ":
            parts.append(words[start : at + 1])
        elif sign == "." and words.startswith(" Notes by ", at + 1):
            parts.append(words[start:at])
        else:
            continue
        start = at + 1
    parts.append(words[start:])
    return [part.strip() for part in parts]


# ------------------------------------------------------------------------------------------------ reading


@dataclass
class _Reading:
    """What has been recognised among the parts of one citation."""

    url: str = ""
    symbol: str = ""
    place: str = ""
    dates: list[str] = field(default_factory=list)
    notes_by: str = ""
    rest: list[str] = field(default_factory=list)  # authors, title, meeting, publisher, in order
    doubts: list[str] = field(default_factory=list)


def _sorted_out(parts: Sequence[str]) -> _Reading:
    read = _Reading()
    for part in parts:
        if DATE.fullmatch(part):
            read.dates.append(part)
        elif _URL.fullmatch(part):
            address = part.split(" ")[0].rstrip("/.") + ("/" if part.split(" ")[0].endswith("/") else "")
            if _WORKING_URL.fullmatch(address):
                read.url = address if "://" in address else f"http://{address}"
            else:
                read.doubts.append(f"the address as printed cannot work: {address}")
        elif _SYMBOL.fullmatch(part) and any(c.isdigit() for c in part):
            read.symbol = part
        elif part in PLACES:
            read.place = part
        elif m := _NOTES_BY.fullmatch(part):
            read.notes_by = m["author"]
        else:
            read.rest.append(part)
    return read


def _facts(parts: Sequence[str]) -> PrintedSource | None:
    read = _sorted_out(parts)
    quoted = next((i for i, part in enumerate(read.rest) if part[0:1] in ("“", '"')), None)
    if any(not part for part in parts) or len(read.dates) > 1:
        return None
    facts = _without_quotes(read) if quoted is None else _with_quoted_title(read, quoted)
    if facts is None:
        return None
    facts = replace(facts, un_symbol=read.symbol, place=read.place, url=read.url, doubts=tuple(read.doubts))
    return _dated(facts, read.dates)


def _with_quoted_title(read: _Reading, quoted: int) -> PrintedSource | None:
    """ "Author, “Title” (“English title”), Publisher, date, address"."""
    m = _QUOTED.fullmatch(read.rest[quoted])
    authors, after = read.rest[:quoted], read.rest[quoted + 1 :]
    if not m or not all(_is_name(author) for author in authors) or any(part[0] in '“"' for part in after):
        return None
    title, english = m["title"], m["english"] or ""
    if not title[:1].isupper() or len(title.split()) < 3 or not (authors or (after and (read.dates or read.url))):
        return None
    meeting = [part for part in after if _MEETING.search(part)]
    publisher = [part for part in after if part not in meeting]
    alone = not after and not read.dates and not read.url and not read.symbol
    if alone and not DATE.search(title):
        return None
    facts = PrintedSource(
        authors=tuple(authors),
        title=title,
        english_title=english,
        publisher=", ".join(publisher),
        meeting_session=", ".join(meeting),
    )
    if read.symbol:
        kind = "un_document"
    elif any(_ACRONYM.fullmatch(name) and name not in BETWEEN_STATES for name in (*authors, *publisher)):
        kind = "ngo_report"
    elif publisher and read.dates and re.match(r"\d{1,2} ", read.dates[0]):
        kind = "press"
    else:
        kind = "web_page" if read.url and not read.dates else "other"
    return replace(facts, kind=kind, event_date=m_date[0] if (m_date := DATE.search(title)) else "")


def _is_name(words: str) -> bool:
    """A person or body: capitals, but for the small words of names; no figures."""
    each = words.split()
    return (
        0 < len(each) <= 12
        and all(w[0].isupper() or w in SMALL_WORDS for w in each)
        and not re.search(r"\d", words)
    )


def _without_quotes(read: _Reading) -> PrintedSource | None:
    if not read.rest:
        return None
    head = read.rest[0]
    if read.notes_by:
        return _notes(read)
    dated = bool(read.dates)
    if _STATEMENT.match(head) and (dated or read.url):
        title, meeting = _title_and_meeting(read.rest)
        return PrintedSource(kind="statement", title=title, meeting_session=meeting)
    if _ARTICLE_7.match(head) and dated:
        return PrintedSource(
            kind="transparency_report",
            title=head,
            publisher=", ".join(part for part in read.rest[1:] if not _LOCATOR.fullmatch(part)),
        )
    if _PERSONAL.match(head) and dated:
        return PrintedSource(kind="interview", title=", ".join(read.rest))
    if read.symbol and dated:
        title, meeting = _title_and_meeting(read.rest)
        return _with_event(PrintedSource(kind="un_document", title=title, meeting_session=meeting))
    if (read.url or read.doubts) and len(head.split()) >= 2 and (dated or len(read.rest) >= 2):
        more = [part for part in read.rest[1:] if _PART_OF_TITLE.fullmatch(part)]
        publisher = [part for part in read.rest[1:] if part not in more]
        kind = "other" if dated else "web_page"
        return PrintedSource(kind=kind, title=", ".join([head, *more]), publisher=", ".join(publisher))
    return None


def _notes(read: _Reading) -> PrintedSource | None:
    """Notes taken in the room: "Statement of Peru, Conference, 26 May 2008. Notes by Landmine Action"."""
    if not read.dates or read.url or read.symbol:
        return None
    title, meeting = "", ", ".join(read.rest)
    if not _MEETING.search(read.rest[0]):
        title, meeting = _title_and_meeting(read.rest)
    return PrintedSource(kind="ngo_notes", authors=(read.notes_by,), title=title, meeting_session=meeting)


def _title_and_meeting(rest: Sequence[str]) -> tuple[str, str]:
    """The title runs to the first part that names a meeting."""
    first = next((i for i, part in enumerate(rest) if i and _MEETING.search(part)), len(rest))
    return ", ".join(rest[:first]), ", ".join(rest[first:])


def _with_event(facts: PrintedSource) -> PrintedSource:
    """ "Second Session: 20 May 2008" is a session and the day on which it was held."""
    m = re.search(rf": (?P<date>{DATE.pattern})", facts.meeting_session, re.ASCII)
    if not m:
        return facts
    meeting = facts.meeting_session[: m.start()] + facts.meeting_session[m.end() :]
    return replace(facts, meeting_session=meeting, event_date=m["date"])


def _dated(facts: PrintedSource, dates: Sequence[str]) -> PrintedSource:
    """What was said has the day on which it was said; what was written has the date on it."""
    if not dates:
        return facts
    try:
        day = PartialDate.parse(dates[0])
    except BadDate:
        day = None  # a span of days, or a day that does not exist
    if first_day(dates[0]) is None:
        facts = replace(facts, doubts=(*facts.doubts, f"there is no such day: {dates[0]}"))
    if facts.kind in ("statement", "ngo_notes") or day is None:
        facts = replace(facts, event_date=dates[0])
    if facts.kind != "ngo_notes" and day is not None:
        facts = replace(facts, document_date=day.iso)
    return facts


def key_for(facts: PrintedSource) -> str:
    """A short key that a person can remember: laRepublica-2007-05-29, CCM-CW-SR-2, landmineAction-notes-2007-05-23."""
    if facts.un_symbol:
        return _ascii(facts.un_symbol.replace("/", "-"))[:KEY_LENGTH].strip("-.") or "source"
    if facts.kind == "statement" and (m := _STATEMENT.match(facts.title)):
        name = f"{_camel(m['who'])}-statement"
    elif facts.kind == "ngo_notes":
        name = f"{_camel(facts.authors[0])}-notes"
    elif facts.kind == "transparency_report":
        name = f"{_camel(' '.join(facts.authors))}-article7".strip("-")
    elif facts.kind == "press":
        name = _camel(re.sub(r",? online$", "", facts.publisher))
    elif facts.authors:
        name = _camel(facts.authors[0])
    else:
        name = _camel(" ".join(facts.title.split()[:4]))
    printed = facts.event_date and first_day(facts.event_date)
    day = facts.document_date or (printed.iso if printed else "")
    return "-".join(part for part in (name[: KEY_LENGTH - 12] or "source", day) if part)


KEY_LENGTH = 60


def _ascii(words: str) -> str:
    flat = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.-]+", "-", flat).strip("-.")


def _camel(words: str) -> str:
    """laRepublica for "La República"; an acronym is written small."""
    each = [w for w in re.split(r"[^A-Za-z0-9]+", _ascii(words)) if w]
    if not each:
        return ""
    first = each[0].lower() if each[0].isupper() else each[0][0].lower() + each[0][1:]
    return first + "".join(w[0].upper() + w[1:] for w in each[1:])


def free_key(key: str, used: set[str]) -> str:
    """The key, with a number behind it where it is taken; keys that differ only in case count as the same."""
    free, n = key, 1
    while free.casefold() in used:
        n += 1
        free = f"{key}-{n}"
    used.add(free.casefold())
    return free
