"""What readers see of a text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from editorial.texts import CitedSource, check, parse, render

from .samples import REPORT, SOURCES, any_text


def shown(text, **options):
    return render(text, **{"sources": SOURCES, "doc_id": "doc"} | options)


class Page(HTMLParser):
    """Ids, link targets and tags of a fragment."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.targets, self.tags, self.attributes, self.classes = [], [], set(), set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value)
            if name == "href" and value.startswith("#"):
                self.targets.append(value[1:])
            if name == "class":
                self.classes.append(value)


class TestNotes:
    def test_marks_and_list_point_at_each_other(self):
        page = Page(shown(REPORT).html)
        assert len(page.ids) == len(set(page.ids))
        assert set(page.targets) <= set(page.ids)

    def test_roles_and_names_for_screen_readers(self):
        html = shown(REPORT).html
        assert (
            '<a href="#fn-doc-2" id="fnref-doc-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup>' in html
        )
        assert '<section class="notes" role="doc-endnotes" aria-label="Footnotes">' in html
        assert '<a href="#fnref-doc-2" role="doc-backlink" aria-label="Back to reference 2">' in html

    def test_a_note_referenced_twice_has_two_back_links(self):
        item = shown(REPORT).notes_html.partition('<li id="fn-doc-1">')[2].partition("</li>")[0]
        assert re.findall(r'href="(#fnref[^"]*)"', item) == ["#fnref-doc-1", "#fnref-doc-1-b"]
        assert re.findall(r'aria-label="([^"]*)"', item) == ["Back to reference 1a", "Back to reference 1b"]
        assert 'id="fnref-doc-1-b"' in shown(REPORT).body_html

    def test_back_link_after_a_note_that_ends_in_a_list(self):
        notes = shown("A[^1].\n\n[^1]: One\n\n    - two\n").notes_html
        assert notes.index("</ul>") < notes.index("doc-backlink")

    def test_notes_for_the_margin_carry_no_ids(self):
        rendered = shown(REPORT)
        types = rendered.footnotes[3]
        assert (types.number, types.id, types.references, types.sources) == (4, "fn-doc-4", 1, ("paez-2007",))
        assert all(not Page(note.html).ids for note in rendered.footnotes)
        assert "doc-backlink" not in types.html

    def test_text_without_notes_has_no_list(self):
        assert shown("Text.").notes_html == ""

    def test_two_texts_on_one_page_do_not_share_ids(self):
        first, second = (Page(shown(REPORT, doc_id=doc).html).ids for doc in ("peru-2009", "peru-2010"))
        assert not set(first) & set(second)


class TestCitations:
    def test_in_a_note_the_line_leads_to_the_source_and_the_address_outside(self):
        assert (
            '<a class="citation" href="/sources/cmc-2007/">CMC, “Lima and After,” May 2007</a>, '
            '<a href="http://www.stopclustermunitions.org" rel="noopener">www.stopclustermunitions.org</a>.'
        ) in shown(REPORT).notes_html

    def test_the_locator_stands_before_the_address(self):
        notes = shown("A[^1].\n\n[^1]: [@cmc-2007, p. 5].").footnotes[0].html
        assert "May 2007, p. 5</a>, <a" in notes
        assert "www.stopclustermunitions.org</a>.</p>" in notes

    def test_in_the_body_short_and_in_parentheses(self):
        html = shown("Said so [@cmc-2007, p. 5].").body_html
        assert (
            html
            == '<p>Said so (<a class="citation" href="/sources/cmc-2007/">CMC, “Lima and After,” May 2007, p. 5</a>).</p>\n'
        )

    def test_a_full_stop_goes_inside_closing_quotation_marks(self):
        sources = {"k": CitedSource("k", "CMC, “Report”", "/k/")}
        assert (
            shown("A[^1].\n\n[^1]: [@k].", sources=sources).footnotes[0].html
            == '<p><a class="citation" href="/k/">CMC, “Report.”</a></p>'
        )
        assert "Report”</a></p>" in shown("A[^1].\n\n[^1]: [@k]", sources=sources).notes_html.replace(
            " <a href", "</p>"
        )

    def test_the_words_printed_here_lead_to_the_source(self):
        html = shown("A[^1].\n\n[^1]: [Lima & after](@cmc-2007, p. 5).").footnotes[0].html
        assert html == '<p><a class="citation" href="/sources/cmc-2007/">Lima &amp; after</a>.</p>'
        assert shown("[Lima](@nobody)").body_html == (
            '<p>Lima <mark class="unknown-source">unknown source: nobody</mark></p>\n'
        )

    def test_unknown_source_is_marked_by_its_key(self):
        assert (
            '<mark class="unknown-source">unknown source: nobody, p. 5</mark>' in shown("A [@nobody, p. 5].").html
        )

    def test_lines_of_sources_are_text_not_markup(self):
        sources = {"k": CitedSource("k", "<img src=x onerror=alert(1)> *A* & “B”", '/k/"onclick="x')}
        html = shown("A [@k].", sources=sources).html
        assert "<img" not in html
        assert "onclick=" not in Page(html).attributes
        assert "*A* &amp; “B”" in html


class TestMarksThatFail:
    def test_undefined_mark_is_seen(self):
        assert ">[^nobody]</mark>" in shown("A[^nobody].").html

    def test_unresolved_mark_is_seen_as_it_was_printed(self):
        assert ">[3]</mark>" in shown("A[^?3].").html

    def test_malformed_citation_is_seen(self):
        assert shown("A [@a; @b].").html == '<p>A <mark class="bad-citation">[@</mark>a; @b].</p>\n'

    def test_a_citation_in_words_that_fails_is_no_link(self):
        assert shown("[a [b]](@k).").body_html == '<p>[a [b]<mark class="bad-citation">](@</mark>k).</p>\n'


class TestHeadings:
    def test_ids_carry_the_prefix_and_contents_follow(self):
        rendered = shown(REPORT)
        assert [(s.anchor, s.id, s.title, s.level, s.notes) for s in rendered.sections] == [
            ("opening", "doc-opening", "", 0, (1,)),
            ("policy", "doc-policy", "Policy", 2, (2, 1, 3)),
            ("stockpiling", "doc-stockpiling", "Stockpiling", 2, (4,)),
        ]
        assert [(e.id, e.level) for e in rendered.toc] == [
            ("doc-policy", 2),
            ("doc-later-statements", 3),
            ("doc-stockpiling", 2),
        ]
        assert {e.id for e in rendered.toc} <= set(Page(rendered.html).ids)

    def test_sections_make_up_the_body(self):
        rendered = shown(REPORT)
        assert "".join(section.html for section in rendered.sections) == rendered.body_html
        assert rendered.body_html + rendered.notes_html == rendered.html

    def test_ids_of_headings_and_notes_never_meet(self):
        page = Page(shown("## fn 1\n\n## doc 1[^1]\n\n[^1]: x", doc_id="fn").html)
        assert len(page.ids) == len(set(page.ids))


class TestAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            "www.wilpf.int.ch",
            "www.clustermunitionsdublin.ie",
            "undocs.org/CCW/CONF.III/WP.18",
            "www.unog.ch/80256EDD006B8954/(httpAssets)/A1B2.pdf",
            "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-6",
            "www.who.int",
            "bit.ly/CMM2013",
            "https://example.org/a_b_/c_d_",
        ],
    )
    def test_written_out_in_a_note_become_links(self, address):
        note = shown(f"A[^1].\n\n[^1]: Printed at {address}.").footnotes[0].html.replace("&amp;", "&")
        href = address if address.startswith("http") else f"http://{address}"
        assert f'<a href="{href}" rel="noopener">{address}</a>.' in note

    @pytest.mark.parametrize(
        "prose", ["the conference.In May", "CCM/CW/SR/2", "WP.18", "a.m. on p.5", "x@example.org"]
    )
    def test_prose_does_not(self, prose):
        assert "<a" not in shown(f"It was {prose} that day.").html


class TestHostileTexts:
    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "[x](vbscript:x)",
            "<javascript:alert(1)>",
            '[x](http://e.org "onmouseover=alert(1)")',
            '[x](http://e.org/"onmouseover="alert(1))',
            "![x](http://tracker.example/p.gif)",
            '[^"><script>]: x\n\nA[^"><script>].',
            'A[^"onclick=alert(1)>].',
            "A [@k, <script>alert(1)</script>].",
            'A [@k, "onclick="alert(1)].',
            '## <svg onload=alert(1)> "onclick="x\n\nText.',
            "```<script>\nx\n```",
            "| <style>*{x}</style> |\n|:--:|\n| <iframe src=//e.org> |",
            "<a href='x' onclick='y'>z</a>",
            "[x](http://e.org){onclick=alert(1)}",
        ],
    )
    def test_nothing_runs(self, text):
        sources = {"k": CitedSource("k", "Line", "javascript:alert(1)")}
        page = Page(shown(text, sources=sources).html)
        assert not page.tags & {"script", "img", "svg", "iframe", "style", "object", "form", "input"}
        assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
        for note in shown(text, sources=sources).footnotes:
            assert "<script" not in note.html
        assert 'href="javascript' not in shown(text, sources=sources).html.lower()

    def test_columns_keep_their_alignment_without_style_attributes(self):
        html = shown("| a | b |\n|:-:|--:|\n| c | d |").html
        assert '<th class="align-center">a</th>' in html
        assert '<td class="align-right">d</td>' in html


@given(any_text)
def test_rendering_agrees_with_parsing(text):
    parsed, rendered = parse(text), render(text, sources={}, doc_id="d")
    assert [s.anchor for s in rendered.sections] == [s.anchor for s in parsed.sections]
    assert [s.notes for s in rendered.sections] == [s.notes for s in parsed.sections]
    assert [(n.number, n.references) for n in rendered.footnotes] == [
        (n.number, n.references) for n in parsed.footnotes
    ]
    page = Page(rendered.html)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) >= {note.id for note in rendered.footnotes}
    assert {target for target in page.targets if target.startswith("fn")} <= set(page.ids)
    kinds = [problem.kind for problem in check(text, ())]
    for kind in ("undefined-mark", "unresolved-mark"):
        assert page.classes.count(kind) == kinds.count(kind)
    unseen = [citation for citation in parsed.citations if citation.note == 0]
    assert page.classes.count("unknown-source") == kinds.count("unknown-source") - len(unseen)
