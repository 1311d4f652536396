"""The sources that a row of a table names: one reader for every table of states, meetings and stockpiles.

A row names its documents in one cell, ``source`` (see editorial.rules.source_cell for what may stand in it), or in
columns of their own: ``source_title, source_publisher, source_url, source_date, source_locator``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.utils.text import slugify

from editorial.actions.bad_row import BadRow
from editorial.models import Source, SourceKind
from editorial.rules.partial_date import BadDate, PartialDate
from editorial.rules.same_document import plain_address, plain_words, spellings
from editorial.rules.source_cell import EMPTY, SOURCE_COLUMNS, BadCell, CellPart, parts_of

from .documents_at_hand import at_hand, enter
from .source_register import register

_URL = re.compile(r"https?://\S+")
_PRINTED_DATE = re.compile(r"(?:.*\()?(?:updated )?(?P<date>\d{4}-\d{2}(?:-\d{2})?)\)?")
_EDITION = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True)
class CitedDocument:
    """One document that a row rests on: the source, the place in it, what it is cited for, what the row remarks."""

    source: Source
    locator: str = ""
    label: str = ""
    remark: str = ""
    words: str = ""  # the document as the row gives it; its address for one that is named by its key

    @property
    def place(self) -> str:
        """Where in the document, with the remark in brackets: "note 13 (a statement of 5 November 2008)"."""
        if self.locator and self.remark:
            return f"{self.locator} ({self.remark})"
        return self.locator or self.remark

    def citation(self, *, labelled: bool = True) -> str:
        """It in a note: "[@key, completion day, p. 5]"."""
        where = ", ".join(filter(None, (self.label if labelled else "", self.locator)))
        return f"[@{self.source.key}, {where}]" if where else f"[@{self.source.key}]"


def documents_of(row: Mapping[str, str], *, kind: str = "") -> list[CitedDocument]:
    """The documents that a row names, in order, at least one. Raises BadRow."""
    if row.get("source_title") and not row.get("source"):
        return [_of_columns(row, kind)]
    if not (parts := _parts(row.get("source", ""))):
        raise BadRow(EMPTY, field="source")
    found = [_of_part(part, kind) for part in parts]
    if (locator := row.get("source_locator", "")) and len(found) == 1 and not found[0].locator:
        found = [replace(found[0], locator=locator)]
    return found


def _of_part(part: CellPart, kind: str) -> CitedDocument:
    """The document that one part of a cell names. Raises BadRow."""
    source = of_key(part.key) if part.key else of_words(part.words, kind=kind or kind_of(part.words))
    words = f"{source.title}: {source.url}" if part.key else part.words
    return CitedDocument(source, part.locator, part.label, part.remark, words)


def sourced(row: Mapping[str, str], *, kind: str = SourceKind.WEB_PAGE) -> dict[str, Any]:
    """The values of a record that keeps one document in a field of its own, and the place in it.

    Raises BadRow where the row names several: such a record has a note for the others (see ``sourced_with_note``).
    """
    first, *others = _in_field(row, kind)
    if others:
        keys = ", ".join(document.source.key for document in others)
        remedy = f"It names more than one document. This record keeps one; leave out {keys}."
        raise BadRow(remedy, field="source", value=row.get("source", ""))
    return {"source": first.source, "source_locator": first.place}


def sourced_with_note(row: Mapping[str, str], *, kind: str = SourceKind.WEB_PAGE) -> dict[str, Any]:
    """The values of a record that keeps its first document in a field; its note cites the others."""
    first, *others = _in_field(row, kind)
    note = " ".join(_sentence(document) for document in others)
    return {"source": first.source, "source_locator": first.place, "note": note}


def source_of_cell(cell: str, *, kind: str = SourceKind.WEB_PAGE) -> Source:
    """The source that a cell names (the first, where it names several by their keys)."""
    return _in_field({"source": cell}, kind)[0].source


def of_key(key: str) -> Source:
    """The source of a key; one that was merged leads to the other. A document of the register that the library does
    not have yet enters it. Raises BadRow for an unknown key."""
    if source := at_hand(key) or _standing(Source.objects.filter(key=key)):
        return source
    if entry := register().get(key):
        return entry.create()
    remedy = "No document of the library has this key. Correct it, or enter the document first."
    raise BadRow(remedy, field="source", value=key)


def of_words(words: str, *, kind: str = SourceKind.WEB_PAGE) -> Source:
    """The source for a document given in words, created once for equal words or an equal address.

    Its citation is printed exactly as the cell gives it until somebody has checked it.
    """
    words = re.sub(r"\s+", " ", words).strip()
    if not words:
        raise BadRow(EMPTY, field="source")
    key = _key(_URL.sub("", words), "web", identity=words)
    if known := at_hand(key) or _standing(Source.objects.filter(key=key)):
        return known
    address = _address_in(words)
    if len(_URL.findall(words)) == 1 and (same := _at_address(address)):
        return same
    made: Source = Source.objects.create(
        key=key,
        kind=kind,
        title=_URL.sub("", words).strip(" :;,") or f"Page of {urlsplit(address).hostname}",
        url=address if len(address) <= 500 else "",
        as_printed=words,
        to_be_checked=True,
    )
    return enter(made)


def _address_in(words: str) -> str:
    found = _URL.search(words)
    return found.group().rstrip(".,;)") if found else ""


def kind_of(words: str) -> str:
    """What kind of document its words speak of."""
    if words.startswith(("Landmine", "CMC", "Cluster Munition Coalition", "HRW")):
        return SourceKind.NGO_REPORT
    if "slides" in words:
        return SourceKind.PRESENTATION
    return SourceKind.STATEMENT if "extension request" in words or "statement" in words else SourceKind.WEB_PAGE


def _in_field(row: Mapping[str, str], kind: str) -> list[CitedDocument]:
    """As ``documents_of``; but a cell without any key is one document, in its own words."""
    cell = row.get("source", "")
    parts = _parts(cell)
    if not cell or any(part.key for part in parts):
        return documents_of(row, kind=kind)
    where = row.get("source_locator", "")
    if len(parts) == 1 and parts[0].remark and not parts[0].label and (same := _at_address(_address_in(cell))):
        return [CitedDocument(same, where, remark=parts[0].remark, words=cell)]
    return [CitedDocument(of_words(cell, kind=kind), where, words=cell)]


def _parts(cell: str) -> list[CellPart]:
    try:
        return parts_of(cell)
    except BadCell as problem:
        raise BadRow(str(problem), field="source", value=cell) from None


def _sentence(document: CitedDocument) -> str:
    """A further document in a note: "Dates: [@Dublin-site-Oslo]." """
    label = f"{document.label[0].upper()}{document.label[1:]}: " if document.label else ""
    remark = f" {document.remark[0].upper()}{document.remark[1:]}." if document.remark else ""
    return f"{label or 'Also: '}{document.citation(labelled=False)}.{remark}"


def _of_columns(row: Mapping[str, str], kind: str) -> CitedDocument:
    """The document that columns of their own describe: that of the library, or a new one, to be checked."""
    title, publisher, url, edition, locator = (" ".join(row.get(name, "").split()) for name in SOURCE_COLUMNS)
    source = _at_address(url) or _of_facts(title, publisher, url, edition, kind)
    return CitedDocument(source, locator, words=f"{title}: {url}" if url else title)


def _at_address(url: str) -> Source | None:
    """The source of the library at this address, however it is spelled."""
    return _standing(Source.objects.filter(url__in=spellings(url)))


def _standing(rows: QuerySet[Source]) -> Source | None:
    """The first of these sources; one that was merged leads to the other."""
    found = rows.select_related("merged_into").order_by("pk").first()
    return (found.merged_into or found) if found else None


def _key(words: str, otherwise: str, *, identity: str) -> str:
    """A key that begins as the words do and is the same for the same identity alone."""
    digest = hashlib.sha256(identity.encode()).hexdigest()[:8]
    return f"{slugify(words)[:48].strip('-') or otherwise}-{digest}"


def _of_facts(title: str, publisher: str, url: str, edition: str, kind: str) -> Source:
    date = _date_in(edition)
    if _EDITION.match(edition) and edition[:4] not in title and not date:
        title = f"{title} ({edition[:4]})"
    printed = [plain_words(title), plain_words(publisher)]
    identity = plain_address(url) or "|".join((*printed, date))
    same = Source.objects.in_library().filter(document_date=date or None)
    for known in same.filter(url="") if not plain_address(url) else ():
        if [plain_words(one) for one in (known.title, known.publisher)] == printed:
            return known
    found, _ = Source.objects.get_or_create(
        key=_key(title, "source", identity=identity),
        defaults={
            "kind": kind or SourceKind.WEB_PAGE,
            "title": title,
            "publisher": publisher[:255],
            "url": url if len(url) <= 500 else "",
            "document_date": PartialDate.parse(date) if date else None,
            "to_be_checked": True,
        },
    )
    return found.merged_into or found


def _date_in(edition: str) -> str:
    """The date that a page prints: "2013 (updated 2013-09-04)", "2018-07-25"; a year alone is an edition, no date."""
    found = _PRINTED_DATE.fullmatch(edition)
    try:
        return PartialDate.parse(found["date"]).iso if found else ""
    except BadDate:
        return ""
