"""Setting citation lines touches citations only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.texts import CitedSource, check, cited_keys, parse, plain_text, resolve

from .samples import REPORT, SOURCES, any_text


class TestWhatIsACitation:
    def test_longer_keys_that_begin_alike_stay(self):
        text = "[@old] [@old-2] [@old:x] [@Old]"
        assert resolve(text, {"old": CitedSource("old", "Line")}) == "(Line) [@old-2] [@old:x] [@Old]"

    @pytest.mark.parametrize(
        "text",
        [
            "`[@old]`",
            "```\n[@old]\n```",
            "    [@old]",
            r"\[@old]",
            "<http://e.org/[@old]>",
            "[@old; @x]",
            "@old",
            "[@ old]",
        ],
    )
    def test_what_is_none_stays(self, text):
        sources = {"old": CitedSource("old", "Line")}
        assert resolve(f"{text}\n\nReal [@old].", sources) == f"{text}\n\nReal (Line)."

    def test_quotations_tables_and_windows_line_ends(self):
        text = "> One [@old,\r\n> p. 5]\r\n\r\n| a | `[@old]` |\r\n|---|---|\r\n| [@old] | [@old, p. 1\\|2] |\r\n"
        assert resolve(text, {"old": CitedSource("old", "Line")}) == (
            "> One (Line, p. 5)\r\n\r\n| a | `[@old]` |\r\n|---|---|\r\n| (Line) | (Line, p. 1\\|2) |\r\n"
        )

    def test_citations_in_unused_notes_are_some(self):
        assert resolve("A.\n\n[^a]: [@old]", {"old": CitedSource("old", "Line")}) == "A.\n\n[^a]: Line"


class TestResolve:
    def test_notes_read_as_citation_lines(self):
        resolved = resolve(REPORT, SOURCES)
        assert "[^signing]: Office, List of Signatories, Oslo, 2008, p. 5.\n" in resolved
        assert "and CMC, “Lima and After,” May 2007, www.stopclustermunitions.org.\n" in resolved
        assert cited_keys(resolved) == frozenset()

    def test_body_reads_in_parentheses(self):
        assert resolve("Said so [@sr2, para. 3].", SOURCES) == (
            "Said so (Summary Record, CCM/CW/SR/2, 18 June 2008, para. 3)."
        )

    def test_stops_go_inside_quotation_marks(self):
        sources = {"k": CitedSource("k", "CMC, “Report”")}
        assert resolve("A[^1].\n\n[^1]: [@k]. [@k], [@k]; x", sources).endswith(
            "CMC, “Report.” CMC, “Report,” CMC, “Report”; x"
        )

    def test_an_unknown_source_stays_visible(self):
        assert resolve("A [@nobody, p. 5] [@sr2].", SOURCES).startswith("A [@nobody, p. 5] (Summary")

    def test_citations_in_words_become_their_words(self):
        text = r"A [Lima, *23* \[sic\] May](@sr2, p. 5).[^1]" + "\n\n[^1]: [1. See\n    there](@sr2)."
        assert plain_text(resolve(text, SOURCES)) == "A Lima, *23* [sic] May.\n1. See there."

    def test_a_citation_inside_another(self):
        assert resolve("A [[@sr2]](@sr2).", SOURCES) == r"A (Summary Record, CCM/CW/SR/2, 18 June 2008)."

    def test_code_stays(self):
        assert resolve("`[@sr2]`", SOURCES) == "`[@sr2]`"

    def test_addresses_keep_their_underscores(self):
        sources = {"k": CitedSource("k", "A *b* [c] _d_, www.e.org/a_b?c=d&e=f")}
        resolved = resolve("A[^1].\n\n[^1]: [@k]", sources)
        assert resolved.endswith(r"A \*b\* \[c\] \_d\_, www.e.org/a_b?c=d&e=f")

    @given(any_text, st.text(max_size=40))
    def test_lines_are_words_whatever_they_hold(self, text, line):
        resolved = resolve(text, {"k": CitedSource("k", line)})
        before, after = parse(text), parse(resolved)
        assert [n.label for n in after.footnotes] == [n.label for n in before.footnotes]
        assert [s.level for s in after.sections] == [s.level for s in before.sections]
        assert cited_keys(resolved) == cited_keys(text) - {"k"}

    @given(
        st.lists(
            st.sampled_from([*"#>-+=1.):*_~`[]<|&;@^$\\ ab(/!é", ", www.e.org/", "&amp;", "12. "]), min_size=1
        )
    )
    def test_readers_see_the_line_itself(self, pieces):
        line = " ".join("".join(pieces).split()).removeprefix(", ")
        shown = plain_text(resolve("A[^1].\n\n[^1]: [@k] above.", {"k": CitedSource("k", line)}))
        assert shown == f"A.\n{line} above.".replace("\n ", "\n")

    @pytest.mark.parametrize(
        "line", ["# 5", "1. May", "- x", "+ x", "> x", "=", "* x", "___", "| a |", "[^1]: x", "~~a~~"]
    )
    def test_a_line_never_becomes_markup(self, line):
        assert plain_text(resolve("A[^1].\n\n[^1]: [@k]", {"k": CitedSource("k", line)})) == f"A.\n{line}"


def test_check_is_silent_after_resolving():
    assert check(resolve(REPORT, SOURCES), ()) == ()
