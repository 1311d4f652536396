"""Full-text search, the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.models import SearchEntry
from editorial.rules.search_words import indexable
from editorial.rules.word_forms import index_text
from editorial.search import SearchRequest, find, finding, matching
from editorial.search.finding import backend
from editorial.search.postgresql import PostgreSQLSearch
from editorial.search.sqlite import SQLiteSearch

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def entry(
    title: str, body: str = "", kind: str = "statement", states: tuple[str, ...] = (), **fields
) -> SearchEntry:
    return SearchEntry.objects.create(
        **{
            "kind": kind,
            "priority": 3,
            "object_id": SearchEntry.objects.count() + 1,
            "url": f"/{title}/",
            "title": indexable(title),
            "body": indexable(body),
            "title_words": index_text(indexable(title)),
            "body_words": index_text(indexable(body)),
            "visible_from": NOW - timedelta(days=1),
            "states": " ".join(states),
            **fields,
        }
    )


def titles(typed: str, **narrowed) -> list[str]:
    page = find(SearchRequest(typed, NOW, **narrowed))
    return [hit.url.strip("/") for hit in page.hits]


@pytest.mark.parametrize("typed", ["peru", "Perú", "PERÚ", "Peru*"])
def test_accents_and_case_do_not_matter(typed: str) -> None:
    entry("one", "Statement of Perú in Lima")
    entry("two", "Statement of Peru in Lima")
    entry("three", "Statement of Chile")
    assert sorted(titles(typed)) == ["one", "two"]


def test_an_accent_is_found_in_a_name_and_its_stem_in_a_sentence() -> None:
    entry("ivory", "Côte d’Ivoire destroyed its stockpiles")
    assert titles("cote") == ["ivory"]
    assert titles("destroying stockpile") == ["ivory"]


@pytest.mark.parametrize(
    "typed", ["CB-470", "cb 470", '"CB 470"', "CCM/CW/SR/2", "WP.18", "8,445", "www.wilpf.int.ch"]
)
def test_designations_symbols_numbers_and_addresses_are_found(typed: str) -> None:
    entry("hit", "CB-470 bombs, see CCM/CW/SR/2 and CCW/CONF.III/WP.18; 8,445 bomblets; www.wilpf.int.ch.")
    entry("miss", "470 other things, CB radios")
    assert "hit" in titles(typed)


def test_a_phrase_stands_together() -> None:
    entry("together", "a joint statement of 26 states")
    entry("apart", "a joint paper and a statement")
    assert titles('"joint statement"') == ["together"]
    assert sorted(titles("joint statement")) == ["apart", "together"]


def test_a_title_weighs_more_than_a_body() -> None:
    entry("body", "Nothing but retention in the body, retention again, and much else that is said there.")
    entry("retention", "Something else altogether.")
    assert titles("retention") == ["retention", "body"]


def test_a_state_and_its_texts_stand_before_the_sources_that_name_it() -> None:
    for n in range(3):
        entry(f"Peru {n}", "Peru, Peru", kind="source", priority=9)
    entry("Statement of Peru", "Peru spoke at some length about quite different things.", priority=2)
    entry("Peru: Cluster Munition Ban Policy", "Peru signed in Oslo.", kind="profile", priority=1)
    entry("Peru", "PER", kind="country", priority=0)
    kinds = [hit.kind for hit in find(SearchRequest("peru", NOW)).hits]
    assert kinds == ["country", "profile", "statement", "source", "source", "source"]


def test_without_a_text_that_has_all_words_some_of_them_suffice_and_the_page_says_so() -> None:
    entry("peru", "Peru on retention")
    page = find(SearchRequest("Peru retention Narnia", NOW))
    assert (page.matched, page.total) == ("some", 1)


def test_a_word_half_typed_is_a_beginning() -> None:
    entry("hit", "Stockpile destruction")
    page = find(SearchRequest("stockpile destr", NOW))
    assert (page.matched, page.total) == ("beginning", 1)


def test_snippets_mark_the_words_and_escape_the_rest() -> None:
    entry("<b>Peru</b>", "1 < 2 & Peru’s <script>alert('bombs')</script>")
    (hit,) = find(SearchRequest("peru", NOW)).hits
    assert "<script" not in hit.snippet
    assert "2 &amp; <mark>Peru</mark>" in hit.snippet
    assert hit.title == "&lt;b&gt;<mark>Peru</mark>&lt;/b&gt;"


def test_a_snippet_shows_where_it_is_cut() -> None:
    filler = " ".join(f"word{n}" for n in range(200))
    entry("long", f"{filler} Peru {filler}")
    entry("short", "Peru spoke")
    hits = {hit.url: hit.snippet for hit in find(SearchRequest("peru", NOW)).hits}
    assert hits["/long/"].strip().startswith("…")
    assert hits["/long/"].strip().endswith("…")
    assert "…" not in hits["/short/"]


def test_kind_and_state_narrow_and_their_counts_show_the_way_back() -> None:
    entry("a", "retention", kind="statement", states=("PER", "CHL"))
    entry("b", "retention", kind="statement", states=("CHL",))
    entry("c", "retention", kind="meeting", states=("PER",))
    page = find(SearchRequest("retention", NOW, kind="statement", state="CHL"))
    assert sorted(hit.url for hit in page.hits) == ["/a/", "/b/"]
    assert [(facet.value, facet.count) for facet in page.kinds] == [("statement", 2)]
    assert [(facet.value, facet.count) for facet in page.states] == [("CHL", 2), ("PER", 1)]


def test_what_is_not_visible_yet_or_no_longer_is_not_found() -> None:
    entry("waits", "retention", visible_from=NOW + timedelta(days=1))
    entry("gone", "retention", visible_until=NOW)
    entry("there", "retention", visible_until=NOW + timedelta(days=1))
    assert titles("retention") == ["there"]


def test_the_index_follows_changes_and_deletions() -> None:
    row = entry("one", "retention")
    row.body = "clearance"
    row.body_words = index_text(row.body)
    row.save()
    assert titles("retention") == []
    assert titles("clearance") == ["one"]
    row.delete()
    assert titles("clearance") == []


def test_matching_gives_the_records_of_one_kind() -> None:
    entry("a", "retention", kind="statement", object_id=7)
    entry("b", "retention", kind="meeting", object_id=8)
    found = matching("statement", "retention")
    assert found is not None
    assert list(SearchEntry.objects.filter(object_id__in=found).values_list("object_id", flat=True)) == [7]
    assert matching("statement", "*") is None


def test_a_page_is_cut_from_the_ranked_answer() -> None:
    for n in range(5):
        entry(f"n{n}", "retention", day=f"200{n}-01-01")
    first = titles("retention", limit=3)
    second = titles("retention", limit=3, offset=3)
    assert len(first) == 3
    assert len(second) == 2
    assert not set(first) & set(second)


@pytest.mark.parametrize(
    "typed",
    [
        "'",
        '"',
        '"open',
        "CB-470",
        "*",
        "a:b",
        "NEAR(a b)",
        "a AND",
        "-peru",
        "x" * 10_000,
        "a\x00b",
        "🕊️ peru",
        "%s",
        "\\",
    ],
)
def test_search_survives_every_input(typed: str) -> None:
    entry("hit", "Peru")
    find(SearchRequest(typed, NOW))
    if (found := matching("statement", typed)) is not None:
        list(SearchEntry.objects.filter(object_id__in=found))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.text(max_size=300))
def test_any_question_on_any_text_is_answered(typed: str, body: str) -> None:
    row = SearchEntry.objects.create(
        kind="statement",
        priority=3,
        object_id=1,
        url="/x/",
        title=indexable(typed).encode("utf-8", "ignore").decode(),
        body=indexable(body).encode("utf-8", "ignore").decode(),
        title_words=index_text(indexable(typed)),
        body_words=index_text(indexable(body)),
        visible_from=NOW,
    )
    try:
        page = find(SearchRequest(typed, NOW))
        assert all("<" not in hit.snippet.replace("<mark>", "").replace("</mark>", "") for hit in page.hits)
    finally:
        row.delete()


@pytest.mark.parametrize(("vendor", "search"), [("sqlite", SQLiteSearch), ("postgresql", PostgreSQLSearch)])
def test_each_database_has_its_search(vendor: str, search: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editorial.search.finding.connection", SimpleNamespace(vendor=vendor))
    assert type(backend()) is search


def test_only_what_fits_as_well_as_the_page_is_ranked(monkeypatch) -> None:
    """A question that thousands answer costs the ranking of those that could stand on the page."""
    whole = [entry("Retention").pk for _ in range(3)]
    titled = [entry("Retention of submunitions").pk for _ in range(3)]
    said = [entry(f"Paper {n}", "On retention.").pk for n in range(3)]
    asked = []
    ranked = type(backend()).ranked

    def noted(self, words, matched, ids):
        asked.append(set(ids))
        return ranked(self, words, matched, ids)

    monkeypatch.setattr(type(backend()), "ranked", noted)
    found = [
        {hit.object_id for hit in find(SearchRequest("retention", NOW, offset=offset, limit=2)).hits}
        for offset in (0, 2, 4, 6, 8, 10)
    ]
    assert asked == [{*whole}, {*whole, *titled}, {*titled}, {*said}, {*said}]
    assert [len(page) for page in found] == [2, 2, 2, 2, 1, 0]
    assert len(set().union(*found)) == 9


def test_of_many_that_fit_alike_the_newest_of_each_kind_are_ranked(monkeypatch) -> None:
    monkeypatch.setattr(finding, "MOST_RANKED", 4)
    for n in range(4):
        entry(f"p{n}", "On retention.", kind="profile", priority=1, day=f"200{n}-01-01")
        entry(f"s{n}", "On retention.", kind="statement", priority=2, day=f"200{n}-01-01")
    asked = []

    def ranked(self, words, matched, ids):
        asked.extend(ids)
        return sorted(ids)

    monkeypatch.setattr(type(backend()), "ranked", ranked)
    found = titles("retention")
    assert {SearchEntry.objects.get(pk=pk).url.strip("/") for pk in asked} == {"p3", "p2", "s3", "s2"}
    assert found == ["p2", "s2", "p3", "s3", "p1", "p0", "s1", "s0"], (
        "the others stand behind, in the order of kinds"
    )
