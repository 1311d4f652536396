"""Reads a rendered figure as a browser would: marks of a drawing, cells of the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template.loader import render_to_string

from editorial.charts import Chart, Grid

VOID = {"rect", "line", "path", "circle", "use", "link", "meta"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str, css: str = "") -> list[Element]:
        """Every element below this one with a tag and, if given, a class."""
        found = [
            child
            for child in self.children
            if child.tag == tag and (not css or css in child.attributes.get("class", "").split())
        ]
        return found + [below for child in self.children for below in child.all(tag, css)]

    @property
    def words(self) -> str:
        return (self.text + "".join(child.words for child in self.children)).strip()


class Reader(HTMLParser):
    """Builds the tree; a tag left open or closed out of turn fails the test."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].text += data


def html_of(figure: Chart | Grid) -> str:
    return render_to_string(figure.template, {"chart": figure})


def read(figure: Chart | Grid) -> Element:
    """The figure as a tree; its `<figure>` element."""
    reader = Reader()
    reader.feed(html_of(figure))
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.root.all("figure")[0]


def titles(figure: Chart, size: str, css: str) -> list[str]:
    """What the marks of a class say in one of the drawings."""
    drawing = next(svg for svg in read(figure).all("svg") if f"chart-{size}" in svg.attributes["class"].split())
    marks = [mark for tag in ("rect", "circle", "line", "path") for mark in drawing.all(tag, css)]
    return [title.text for mark in marks for title in mark.all("title")]


def table(figure: Chart) -> list[list[str]]:
    """The table's rows without its headings."""
    return [
        [cell.words for cell in row.children if cell.tag in ("th", "td")]
        for row in read(figure).all("tbody")[0].all("tr")
    ]
