"""Lists at hand as a whole: sorted as asked, counted by their noun, with files beside them."""

import pytest
from django import forms

from editorial.views.listing import ListColumn
from editorial.views.parameters import BadParameters
from editorial.views.whole_list import WholeList

LIST: WholeList[str] = WholeList(
    (ListColumn("state", "State", ("state",)), ListColumn("length", "Length", ("length",))),
    {"state": str, "length": lambda row: len(row) if row != "Peru" else None},
    ("state", "states"),
    "Filter states",
)
ROWS = ("Peru", "Chad", "Chile")


def test_rows_come_in_the_order_asked_for_and_what_a_column_does_not_say_last(rf):
    assert LIST.rows(rf.get("/list/"), ROWS) == ["Chad", "Chile", "Peru"]
    assert LIST.rows(rf.get("/list/?sort=length"), ROWS) == ["Chad", "Chile", "Peru"]
    assert LIST.rows(rf.get("/list/?sort=-length"), ROWS) == ["Chile", "Chad", "Peru"]


def test_a_column_that_cannot_be_sorted_is_refused(rf):
    with pytest.raises(BadParameters):
        LIST.rows(rf.get("/list/?sort=weight"), ROWS)


def test_the_page_counts_the_rows_and_leads_to_their_files(rf):
    request = rf.get("/list/?sort=-state")
    listing = LIST.listing(request, forms.Form(request.GET), ROWS, shown=[(row, 1) for row in ROWS])
    assert (listing.count_in_words, listing.rows[0]) == ("Three states", ("Peru", 1))
    assert (listing.csv_url, listing.xlsx_url) == ("/list.csv?sort=-state", "/list.xlsx?sort=-state")
    assert LIST.listing(request, forms.Form(request.GET), ["Peru"]).rows == ["Peru"]
