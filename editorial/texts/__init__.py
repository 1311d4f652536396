"""Researched texts: parse, check, render and compare Markdown with footnotes and citations. No database.

Everything a page, a form or an importer needs is imported from here; comparing and merging two texts live in
editorial.texts.compare and editorial.texts.merge.
"""

from editorial.texts.bounds import LONGEST_TEXT, beyond_bounds
from editorial.texts.dialect import SOURCE_KEY, unresolved_mark
from editorial.texts.parsed import Citation, Footnote, ParsedText, ProblemKind, Section, TextProblem
from editorial.texts.parsing import check, cited_keys, parse
from editorial.texts.plain import plain_text
from editorial.texts.rendered import (
    CitedSource,
    RenderedFootnote,
    RenderedSection,
    RenderedText,
    TocEntry,
)
from editorial.texts.rendering import render
from editorial.texts.rewriting import resolve
