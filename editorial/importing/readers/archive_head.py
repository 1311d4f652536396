"""What stands above a page of the archive: its address, the archive's menu, the path, and the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editorial.importing.notes import MarkStyle, starts_note
from editorial.importing.text_as_read import Surroundings

from .page import ArchivePage

# The menu that the archive printed above every page.
NAVIGATION = frozenset(
    (
        "about us",
        "archives home page",
        "multimedia",
        "order publications",
        "our research products",
        "press room",
        "resources for monitor researchers",
        "the issues",
    )
)
PATH = frozenset(("table of contents", "country reports", "country profiles"))
HEADER_LINES = 40  # with text; no archive page has a longer menu
LONGEST_TITLE = 120

SYMBOLS = re.compile(r"[\s+*>|·•»\u00a0]*[+*>|·•»][\s+*>|·•»\u00a0]*")
SENTENCE_END = re.compile(r"[.,;:!?…][”\"’')\]]*$")
_EDITION = re.compile(
    r"(?:(?P<country>.{1,80}?),\s+)?(?P<edition>(?:Landmine|Cluster Munition) Monitor(?: Report)?:?(?:\s+(?P<year>\d{4}))?)"
)
_ADDRESS = re.compile(r"URL:\s*(?P<url>\S+)\s*(?P<remark>.*)", re.IGNORECASE)
_YEAR_IN_ADDRESS = re.compile(r"(?:pqs_year=|/)((?:19|20)\d\d)(?=[/&]|$)")
_LAST_MARKS = re.compile(r"(?:\[\d{1,4}\])+$")

Numbered = tuple[int, str]  # a line and its number


def bare(line: str) -> str:
    """The line without the marks at its end."""
    return _LAST_MARKS.sub("", line)


def read_head(page: ArchivePage, lines: Sequence[Numbered]) -> tuple[Surroundings, Sequence[Numbered]]:
    """Address, path, edition and title; and the lines that follow them. The menu is stripped."""
    places = [at for at, (_, line) in enumerate(lines) if line][: HEADER_LINES + 3]
    written = [lines[at] for at in places]
    taken = 0
    url = remark = ""
    if written and (m := _ADDRESS.fullmatch(written[0][1])):
        url, remark = m["url"], m["remark"]
        page.is_now("address", written[0][0])
        taken = 1
    header = _header(written[taken:])
    breadcrumb = _breadcrumb(page, header)
    taken += len(header)
    title, used = _title(page, written[taken:], places[taken:], breadcrumb, bool(header))
    taken += used
    edition = next((m for line in reversed(breadcrumb) if (m := _EDITION.fullmatch(line))), None)
    in_address = _YEAR_IN_ADDRESS.findall(url)
    year = (edition and edition["year"]) or (in_address[0] if in_address else "")
    around = Surroundings(
        title=title,
        breadcrumb=tuple(breadcrumb),
        edition=edition["edition"] if edition else "",
        edition_year=int(year) if year else None,
        address=url,
        remark=remark,
    )
    return around, lines[places[taken - 1] + 1 :] if taken else lines


def _header(written: Sequence[Numbered]) -> Sequence[Numbered]:
    """The lines from the top of the file to the last known line of the archive's menu or path."""
    last = 0
    for count, (_, line) in enumerate(written[:HEADER_LINES], 1):
        if len(line) > LONGEST_TITLE or (SENTENCE_END.search(line) and not SYMBOLS.fullmatch(line)):
            break
        if line.casefold() in NAVIGATION | PATH or SYMBOLS.fullmatch(line) or _is_series(line):
            last = count
    return written[:last]


def _is_series(line: str) -> bool:
    edition = _EDITION.fullmatch(line)
    return edition is not None and not edition["country"]


def _breadcrumb(page: ArchivePage, header: Sequence[Numbered]) -> list[str]:
    """The path above the title. The rest of the header is the archive's menu; a strange line in it is reported."""
    breadcrumb: list[str] = []
    after_sign = False
    for number, line in header:
        plain = line.casefold()
        if plain in NAVIGATION or SYMBOLS.fullmatch(line):
            page.strip(number, "archive navigation")
            after_sign = after_sign or line == ">"
        elif plain in PATH or _is_series(line) or after_sign or breadcrumb:
            page.is_now("breadcrumb", number)
            breadcrumb.append(line)
        else:
            page.strip(number, "stands within the archive navigation")
            message = "This line stands within the archive navigation and was left out."
            remedy = "If it belongs to the report, move it below the title."
            page.check("unknown-navigation", message, remedy, number, line)
    return breadcrumb


def _title(
    page: ArchivePage, written: Sequence[Numbered], places: Sequence[int], breadcrumb: list[str], has_header: bool
) -> tuple[str, int]:
    """Title, and the number of written lines it takes. The path ends with the country; the page may repeat it
    as its title ("LIECHTENSTEIN") or not ("Samoa, Landmine Monitor Report 2004")."""
    is_apart = len(places) < 2 or places[1] > places[0] + 1
    if not written or not _is_title(written[0][1], is_apart or has_header):
        message = "The file has no title above its text."
        remedy = "Check that it begins with the report; the country is taken from what you give."
        page.check("no-title", message, remedy, written[0][0] if written else 1)
        return "", 0
    number, line = written[0]
    edition = _EDITION.fullmatch(line)
    country = (edition["country"] or "") if edition else line.lstrip("# ")
    if edition:
        breadcrumb.append(line)
    page.is_now("title", number)
    if len(written) > 2 and written[1][1].casefold() == country.casefold():
        page.is_now("breadcrumb", number)
        page.is_now("title", written[1][0])
        if not edition:
            breadcrumb.append(line)
        return written[1][1], 2
    return country, 1


def _is_title(line: str, is_apart: bool) -> bool:
    """Short, no sentence, and apart from what follows; below a path it need not stand apart."""
    if len(line) > LONGEST_TITLE or SENTENCE_END.search(bare(line)) or starts_note(line, MarkStyle.BRACKETS):
        return False
    return is_apart or bool(_EDITION.fullmatch(line)) or line.startswith("# ")
