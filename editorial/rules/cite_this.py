"""How readers cite the Monitor itself: a line of text, BibTeX, RIS and CSL JSON for one frozen release.

Field names follow the BibTeX @misc entry, the RIS reference type ELEC and the CSL 1.0 item schema.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from editorial.rules.calendar import spoken
from editorial.rules.citation_line import joined
from editorial.rules.folding import folded

_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class CiteThis:
    """One page of the Monitor as it is cited.

    edition    "2009"; "" where the page has none
    release    number of the frozen release, from 1
    date       when that release was published
    url        its permanent address, absolute
    site       what the site is called; "" where that is its publisher
    """

    title: str
    edition: str
    release: int
    date: datetime.date
    url: str
    publisher: str
    site: str = ""

    @property
    def text(self) -> str:
        """One line: publisher, “title,” site, edition, release, date, address."""
        quoted = f"“{_line(self.title)}”"
        whose = (_line(self.publisher), quoted, _line(self.site))
        return joined((*whose, *self._version(), spoken(self.date), self._address()))

    @property
    def bibtex(self) -> str:
        fields = {
            "author": f"{{{_tex(self.publisher)}}}",  # a second pair of braces keeps an organisation in one piece
            "title": f"{{{_tex(self.title)}}}",
            "edition": _tex(self.edition),
            "version": str(self.release),
            "year": str(self.date.year),
            "month": _BIBTEX_MONTHS[self.date.month - 1],
            "date": self.date.isoformat(),
            "publisher": _tex(self.publisher),
            "howpublished": _tex(self.site),
            "url": self._address().replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        }
        lines = [
            f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
            for name, value in fields.items()
            if value
        ]
        return f"@misc{{{self._key()},\n{''.join(lines)}}}\n"

    @property
    def ris(self) -> str:
        fields = [
            ("TY", "ELEC"),
            ("AU", f"{_line(self.publisher)},"),  # the comma marks an organisation: no first name follows
            ("TI", _line(self.title)),
            ("T2", _line(self.site)),
            ("ET", joined(self._version())),
            ("PY", str(self.date.year)),
            ("DA", f"{self.date:%Y/%m/%d}/"),
            ("PB", _line(self.publisher)),
            ("UR", self._address()),
        ]
        return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"

    @property
    def csl(self) -> dict[str, object]:
        """One item of CSL JSON, ready for json.dumps."""
        return {
            "id": self._key(),
            "type": "webpage",
            "title": _line(self.title),
            "author": [{"literal": _line(self.publisher)}],
            "publisher": _line(self.publisher),
            **({"container-title": _line(self.site)} if self.site else {}),
            "issued": {"date-parts": [[self.date.year, self.date.month, self.date.day]]},
            "URL": self._address(),
            "version": joined(self._version()),
        }

    def _version(self) -> tuple[str, str]:
        edition = f"{_line(self.edition)} edition" if self.edition else ""
        return edition, f"release {self.release}"

    def _address(self) -> str:
        return "".join(self.url.split())

    def _key(self) -> str:
        plain = folded(self.title).encode("ascii", "ignore").decode()
        words = "-".join(re.findall(r"[a-z0-9]+", plain)[:8]) or "page"
        edition = re.sub(r"[^A-Za-z0-9]+", "", self.edition)
        return "-".join(part for part in (words, edition, f"r{self.release}") if part)


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_BIBTEX.get(letter, letter) for letter in _line(text))
