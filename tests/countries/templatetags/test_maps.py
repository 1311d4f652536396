"""{% world_map %} shows a map with its title, its legend and the way to its table."""

from __future__ import annotations

from django.template import Context, Template

from countries.maps import MapClass, world_map

PARTY, OTHER = MapClass("State Party", "party"), MapClass("Not joined", "not-joined")


def shown(**more: str) -> str:
    figure = world_map(
        classes={"PER": PARTY, "CHL": PARTY, "MEX": OTHER},
        names={"PER": "Peru", "CHL": "Chile", "MEX": "Mexico"},
        url_for=lambda iso3: f"/of/{iso3}/",
        legend=[PARTY, OTHER],
        table_url="#the-table",
        title="Members <on a day>",
        source="Computed",
        slug="a-map",
        **more,
    )
    page = Template("{% load maps %}{% world_map figure %}").render(Context({"figure": figure}))
    return " ".join(page.split())


def test_the_whole_figure_with_the_way_to_its_table() -> None:
    page = shown()
    assert 'href="#the-table"' in page
    assert "Computed" in page
    assert "Members &lt;on a day&gt;" in page
    assert "Members <on a day>" not in page


def test_the_legend_counts_the_states_of_each_class() -> None:
    page = shown()
    for label, number in (("State Party", "2"), ("Not joined", "1")):
        after = page[page.index(label) :]
        assert number in after[: after.index("</li>") if "</li>" in after else 200]


def test_each_state_leads_to_its_page() -> None:
    page = shown()
    for iso3 in ("PER", "CHL", "MEX"):
        assert f'href="/of/{iso3}/"' in page
