"""Reads one note: which of its words are citations, and what each says of its source; the rest is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editorial.rules.citation_line import with_locator
from editorial.rules.partial_date import BadDate, PartialDate

from .citation_forms import LOCATOR, MEETING, FormReading, form_of
from .citation_words import either, words_of
from .note_cutting import parts, spans
from .printed_source import DATE, PrintedSource, first_day

LONGEST_CITATION = 1500  # characters; a statement on behalf of 25 states takes 330

_URL = re.compile(r"(?:https?:|www\.)\S+(?: \([^()]*\))?")
_WORKING_URL = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9.]{0,11}(?:/[A-Za-z0-9.()-]+)+")
_NOTES_BY = re.compile(r"Notes by (?:the )?(?P<author>[A-Z].*)")
_QUOTED_TITLE = re.compile(r"[“\"](?P<title>.+?)[,.]?[”\"](?: \([“\"](?P<english>.+?)[,.]?[”\"]\))?")
_ASIDE = re.compile(r"“[^”]*”|\"[^\"]*\"|\([^()]*\)")  # titles and remarks, in which a verb makes no prose
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}")
_VERB = re.compile(rf"\b{either('verb')}\b")
_LEAD_IN = re.compile(
    r"(?:(?:and|or|also)\s+)?(?:(?:see|cf\.)(?:\s+also)?(?:,?\s+(?:for example|for instance|e\.g\.))?[,:]?\s+)?"
    r"(?:also,?\s+)?",
    re.IGNORECASE,
)


def read_citations(text: str) -> Iterator[tuple[int, int, PrintedSource, str]]:
    """Every citation in a note's words that is certain: its place, its facts and its locator."""
    found = list(spans(text))
    skip = False
    for span, following in zip(found, [*found[1:], None], strict=False):
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
    if not (words[:1].isupper() or words.startswith(("“", '"'))) or _VERB.search(_ASIDE.sub("", words)):
        return None
    found = parts(words)
    words, locator = _without_locator(words, found)
    facts = _facts([part for part in found if part != locator])
    return (replace(facts, as_printed=words), locator) if facts else None


def _without_locator(words: str, found: Sequence[str]) -> tuple[str, str]:
    """The citation without "p. 29" or "Form A", and that locator; where the citation line would print the two
    together differently from here, the locator stays among the words."""
    for locator in found[-2:]:
        if LOCATOR.fullmatch(locator):
            before, _, after = words.rpartition(f", {locator}")
            if before and with_locator(before + after, locator) == words:
                return before + after, locator
    return words, ""


def _facts(found: Sequence[str]) -> PrintedSource | None:
    read = _sorted_out(found)
    if not read.rest or not all(found) or len(read.dates) > 1:
        return None
    quoted = next((i for i, part in enumerate(read.rest) if part[0] in '“"'), None)
    if quoted is not None:
        facts = _with_quoted_title(read, quoted)
    else:
        form = form_of("plain", read.rest[0], read.marks)
        facts = form.facts(read.rest) if form else None
        if facts and read.notes_by:
            facts = replace(facts, authors=(read.notes_by,))
    if facts is None:
        return None
    facts = replace(facts, un_symbol=read.symbol, place=read.place, url=read.url, doubts=tuple(read.doubts))
    return _dated(facts, read.dates)


def _sorted_out(found: Sequence[str]) -> FormReading:
    """Dates, addresses, symbols, towns and who took notes are known by their form; everything else is the rest."""
    read = FormReading()
    for part in found:
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
        elif part in words_of("town"):
            read.place = part
        elif m := _NOTES_BY.fullmatch(part):
            read.notes_by = m["author"]
        elif part:
            read.rest.append(part)
    return read


def _with_quoted_title(read: FormReading, quoted: int) -> PrintedSource | None:
    """ "Author, “Title” (“English title”), Publisher, date, address"."""
    m = _QUOTED_TITLE.fullmatch(read.rest[quoted])
    authors, after = read.rest[:quoted], read.rest[quoted + 1 :]
    if not m or not all(_is_name(author) for author in authors) or any(part[0] in '“"' for part in after):
        return None
    title, held = m["title"], DATE.search(m["title"])
    if not title[:1].isupper() or len(title.split()) < 3 or not (authors or (after and (read.dates or read.url))):
        return None
    if not (after or read.dates or read.url or read.symbol or held):
        return None
    publisher = [part for part in after if not MEETING.search(part)]
    by_letters = any(_ACRONYM.fullmatch(n) and n not in words_of("body of states") for n in (*authors, *publisher))
    marks = (read.marks - {"notes"}) | ({"organisation"} if by_letters else set())
    form = form_of("quoted", title, marks | ({"publisher"} if publisher else set()))
    return PrintedSource(
        kind=form.kind if form else "other",
        authors=tuple(authors),
        title=title,
        english_title=m["english"] or "",
        publisher=", ".join(publisher),
        meeting_session=", ".join(part for part in after if MEETING.search(part)),
        event_date=held[0] if held else "",
    )


def _is_name(words: str) -> bool:
    """A person or body: capitals, but for the small words of names; no figures."""
    each = words.split()
    in_capitals = all(word[0].isupper() or word in words_of("small") for word in each)
    return 0 < len(each) <= 12 and in_capitals and not re.search(r"\d", words)


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
