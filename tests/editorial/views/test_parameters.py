"""A page that takes questions refuses one that it does not know, by its name."""

import pytest

PAGES = [
    "/countries/",
    "/countries.csv",
    "/treaties/",
    "/meetings/",
    "/meetings.csv",
    "/statements/",
    "/statements.csv",
    "/sources/",
    "/sources.csv",
    "/stockpiles/",
    "/stockpiles.csv",
    "/stockpiles.xlsx",
    "/stockpiles/deadlines/",
    "/stockpiles/deadlines.csv",
    "/stockpiles/reports/",
    "/stockpiles/reports.csv",
]


@pytest.mark.parametrize("address", PAGES)
def test_an_unknown_parameter_is_named(client, db, address) -> None:
    response = client.get(f"{address}?foo=1&<script>=2")
    assert response.status_code == 400
    page = response.content.decode()
    assert "<code>foo</code>" in page
    assert "&lt;script&gt;" in page
    assert "<script>=" not in page


@pytest.mark.parametrize("address", [page for page in PAGES if page.endswith("/")])
def test_what_newsletters_append_does_no_harm(client, db, address) -> None:
    asked = "utm_source=mail&utm_campaign=x&fbclid=1&gclid=2&mc_cid=3&ref=4"
    response = client.get(f"{address}?{asked}")
    assert response.status_code == 200
    assert "<h1" in response.content.decode()
    assert "<code>utm_source</code>" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/countries/", "/statements/", "/sources/", "/stockpiles/", "/stockpiles/deadlines/"]
)
def test_a_sort_that_no_column_has_is_refused_by_name(client, db, address) -> None:
    response = client.get(f"{address}?sort=bogus")
    assert response.status_code == 400
    assert "cannot be sorted by “bogus”" in response.content.decode()
