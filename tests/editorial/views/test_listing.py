"""Public lists: pages by key that lose and double nothing, filters in words, counts that stay cheap."""

from contextlib import suppress
from itertools import chain

import pytest
from django.http import Http404, HttpResponse, QueryDict
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails
from hypothesis import given
from hypothesis import strategies as st

from editorial.models import Source, recording
from editorial.tables import Table
from editorial.views.listing import (
    ListColumn,
    address,
    counted,
    counted_rows,
    csv_address,
    file_response,
    headings_of,
    page_by_key,
    page_or_part,
    sort_of,
    sorted_rows,
)
from editorial.views.parameters import BadParameters

COLUMNS = (
    ListColumn("key", "Key", ("key",)),
    ListColumn("kind", "Kind", ("kind", "-key")),
    ListColumn("line", "Source"),
)


@pytest.fixture
def sources(db):
    with recording(by=None, reason="Made for a test"):
        for number in range(23):
            kind = ("press", "law", "other")[number % 3]
            Source.objects.create(key=f"s{number:02}", title=f"Title {number}", kind=kind)
    return Source.objects.all()


def walk(queryset, order, size, start=""):
    """Keys of the rows on each page from the first to the last, following the links forward."""
    pages, after = [], start
    while True:
        page = page_by_key(queryset, order, QueryDict(f"after={after}"), size)
        pages.append([row.key for row in page.rows])
        if not page.after:
            return pages, page
        after = page.after


@pytest.mark.parametrize("order", [("key",), ("-key",), ("kind", "-key"), ("-kind", "key")])
def test_pages_by_key_hold_every_row_once_in_order(sources, order):
    pages, _ = walk(sources, order, 5)
    assert [len(page) for page in pages] == [5, 5, 5, 5, 3]
    assert [*chain(*pages)] == list(sources.order_by(*order).values_list("key", flat=True))


@pytest.mark.parametrize("order", [("key",), ("kind", "-key")])
def test_going_back_leads_through_the_same_pages(sources, order):
    pages, last = walk(sources, order, 5)
    seen, before = [pages[-1]], last.before
    while before:
        page = page_by_key(sources, order, QueryDict(f"before={before}"), 5)
        seen.insert(0, [row.key for row in page.rows])
        before = page.before
    assert [*chain(*seen)] == [*chain(*pages)]


def test_first_page_has_none_before_it_and_a_single_page_none_after(sources):
    first = page_by_key(sources, ("key",), QueryDict(""), 5)
    assert (first.before, bool(first.after)) == ("", True)
    whole = page_by_key(sources, ("key",), QueryDict(""), 23)
    assert (whole.before, whole.after) == ("", "")


def test_a_row_inserted_meanwhile_shifts_nothing(sources):
    first = page_by_key(sources, ("key",), QueryDict(""), 5)
    with recording(by=None, reason="Made for a test"):
        Source.objects.create(key="a-new-one", title="New")
    second = page_by_key(sources, ("key",), QueryDict(f"after={first.after}"), 5)
    assert [row.key for row in second.rows] == ["s05", "s06", "s07", "s08", "s09"]


@pytest.mark.parametrize("key", ["x", "bnVsbA", "W10", "WzFd", "WyJhIiwiYiJd", "W3t9XQ", "WyJcdTAwMDAiXQ", "é"])
def test_a_key_that_no_page_gave_out_is_not_found(sources, key):
    """Among them: no base64, null, an empty list, a number, too many values, an object, a null character."""
    order = ("key",) if key != "WzFd" else ("pk", "key")
    with pytest.raises(Http404):
        page_by_key(sources, order, QueryDict(f"after={key}"), 5)


@pytest.mark.django_db
@given(st.text(max_size=40))
def test_any_key_gives_rows_or_not_found(text):
    asked = QueryDict(mutable=True)
    asked["after"] = text
    with suppress(Http404):
        page_by_key(Source.objects.all(), ("kind", "key"), asked, 5)


def test_last_page_costs_no_more_than_the_first(sources, django_assert_num_queries):
    _, last = walk(sources, ("key",), 5)
    with django_assert_num_queries(1):
        page_by_key(sources, ("key",), QueryDict(f"before={last.before}"), 5)


def request(url):
    return RequestFactory().get(url)


def test_address_changes_and_drops_parameters():
    here = request("/sources/?kind=press&q=&after=abc")
    assert address(here, after=None) == "/sources/?kind=press"
    assert address(here, kind=None, after=None) == "/sources/"
    assert address(here, q="Perú & Chile", after=None) == "/sources/?kind=press&q=Per%C3%BA+%26+Chile"


def test_csv_stands_beside_the_list_with_its_filters():
    assert csv_address(request("/sources/?kind=press&after=abc")) == "/sources.csv?kind=press"
    assert csv_address(request("/stockpiles/deadlines/")) == "/stockpiles/deadlines.csv"


def test_headings_turn_the_direction_of_the_sorted_column():
    key, kind, line = headings_of(request("/sources/?after=abc"), COLUMNS, "key")
    assert (key.url, key.direction) == ("/sources/?sort=-key", "ascending")
    assert (kind.url, kind.direction) == ("/sources/?sort=kind", "")
    assert line.url == ""


@pytest.mark.parametrize("sort", ["line", "-line", "password", "--key", "-"])
def test_only_offered_sorts_are_found(sort):
    with pytest.raises(BadParameters, match="cannot be sorted by"):
        sort_of(request(f"/sources/?sort={sort}"), COLUMNS, "key")


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "No sources"), (1, "One source"), (12, "Twelve sources"), (13, "13 sources"), (2021, "2,021 sources")],
)
def test_counts_in_words(number, words):
    assert counted(number, ("source", "sources")) == words


def test_count_stops_at_its_limit(sources):
    assert counted_rows(sources, ("source", "sources"), limit=22) == "More than 22 sources"
    assert counted_rows(sources, ("source", "sources"), limit=23) == "23 sources"


@pytest.mark.parametrize(("sort", "order"), [("n", [1, 2, None]), ("-n", [2, 1, None])])
def test_rows_of_which_a_column_says_nothing_stand_last_either_way(sort, order):
    assert sorted_rows([None, 2, 1], sort, {"n": lambda row: row}) == order


def test_a_table_leaves_as_csv_or_as_a_workbook():
    table = Table("States", ["State"], [["Peru"]])
    csv, workbook = file_response(table, "states", "csv"), file_response(table, "states", "xlsx")
    assert csv["Content-Disposition"] == 'attachment; filename="states.csv"'
    assert workbook["Content-Disposition"] == 'attachment; filename="states.xlsx"'
    assert workbook["Content-Type"].endswith("spreadsheetml.sheet")


@pytest.mark.parametrize(
    ("headers", "template", "status", "shown_address"),
    [
        ({}, "404.html", 400, None),
        ({"HX-Request": "true"}, "500.html", 200, "/sources/?q=lima"),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, "404.html", 400, None),
    ],
)
def test_a_script_gets_the_part_and_a_reader_the_page(monkeypatch, headers, template, status, shown_address):
    def render(request, name, context, status):
        return HttpResponse(name, status=status)

    monkeypatch.setattr("editorial.views.listing.render", render)
    request = RequestFactory(headers=headers).get("/sources/", {"q": "lima", "kind": ""})
    vars(request)["htmx"] = HtmxDetails(request)
    response = page_or_part(request, {}, page="404.html", part="500.html", status=400)

    assert (response.content.decode(), response.status_code) == (template, status)
    assert response.get("HX-Push-Url") == shown_address
    assert response["Vary"] == "HX-Request"
