"""Invented texts of the shapes that researchers write, and any text at all for hypothesis."""

from hypothesis import strategies as st

from editorial.texts import CitedSource

REPORT = """\
Examplia signed the convention on 3 December 2008.[^signing]

## Policy

It spoke in Lima[^lima] and again in Dublin.[^signing]

### Later statements

See the summary record (CCM/CW/SR/2).[^record]

## Stockpiling

The air force holds bombs of three types.[^types]

[^lima]: Lima Conference, 23–25 May 2007. Notes by an observer; and [@cmc-2007].
[^signing]: [@signing-2008, p. 5].
[^types]: [@paez-2007]. See also note on the record.[^record]
[^record]: [@sr2].
"""

SOURCES = {
    "cmc-2007": CitedSource(
        "cmc-2007", "CMC, “Lima and After,” May 2007, www.stopclustermunitions.org", "/sources/cmc-2007/"
    ),
    "signing-2008": CitedSource(
        "signing-2008", "Office, List of Signatories, Oslo, 2008", "/sources/signing-2008/"
    ),
    "paez-2007": CitedSource(
        "paez-2007", "A. Writer, “Título” (“Title”), La Gaceta, 29 May 2007", "/sources/paez-2007/"
    ),
    "sr2": CitedSource("sr2", "Summary Record, CCM/CW/SR/2, 18 June 2008", "/sources/sr2/"),
}

FRAGMENTS = [
    "[^a]", "[^b]", "[^?3]", "[^a]: ", "\n[^a]: x\n", "\n[^b]: see [^a]\n\n    more\n",
    "[@k]", "[@k, p. 5]", "[@", "[@k; @l]", "[@k,\n> p. 5]", "`[@k]`", "\\[@k]", "[x *y*](@k)", "](@k)", "[x](@k, p. 5)",
    "\n## Title\n", "\n# T\n", "\n### t\n", "\n===\n", "\n---\n", "\n\n", "\n> ", "\n- ", "\n    ", "\n1. ",
    "`", "```\n", "*", "**", "_", "~~", "[x](http://e.org)", "](", "[", "]", "(", "www.e.org/a", "https://e.org/a_b",
    "<b>", "<script>", "&amp;", "&#0;", "\n| a | b |\n|---|--:|\n| c[^a] | [@k] |\n",
    "\x00", "\r\n", "\r", "\t", "\\", "|", ":", " ", "é", "مرحبا", "\u2028", "\x0b", "!",
]  # fmt: skip

any_text = st.one_of(
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map("".join),
    st.text(max_size=200),
)
