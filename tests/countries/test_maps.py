"""The world map: every state is on it, and says its class in words."""

import csv
import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template

from countries import maps
from countries.maps import MapClass, world_map

REFERENCE = Path(maps.__file__).parent / "reference" / "countries.csv"
PARTY = MapClass("State Party", "party")
SIGNATORY = MapClass("Signatory", "signatory")
NOT_JOINED = MapClass("Not joined", "not-joined")
WITHDRAWN = MapClass("Withdrawn", "withdrawn")
LEGEND = [PARTY, SIGNATORY, NOT_JOINED, WITHDRAWN]
NAMES = {"PER": "Peru", "BRA": "Brazil", "TUV": "Tuvalu", "LTU": "Lithuania", "JAM": "Jamaica", "XKX": "Kosovo"}
STANDINGS = {"PER": PARTY, "BRA": NOT_JOINED, "TUV": NOT_JOINED, "LTU": WITHDRAWN, "JAM": SIGNATORY}


class Links(HTMLParser):
    """Every link of the map: address, title, class, and whether it has a shape and a marker."""

    def __init__(self, html):
        super().__init__()
        self.links, self.current, self.in_title = {}, None, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "a" and attributes.get("fill"):
            self.current = {"css": attributes["class"], "title": "", "parts": [], "url": attributes["href"]}
        elif self.current is not None:
            self.in_title = tag == "title"
            if tag == "path":
                self.current["parts"].append(attributes.get("class", "shape"))

    def handle_data(self, data):
        if self.in_title and self.current is not None:
            self.current["title"] += data

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False
        if tag == "a" and self.current is not None:
            self.links[self.current["url"]] = self.current
            self.current = None


def standing(classes=STANDINGS, **more):
    return world_map(
        title="The convention on 3 February 2026",
        source="UN Treaty Collection",
        classes=classes,
        names=NAMES,
        url_for=lambda iso3: f"/countries/{iso3.lower()}/",
        legend=LEGEND,
        **more,
    )


def html_of(figure):
    return Template("{% load maps %}{% world_map figure %}").render(Context({"figure": figure}))


def reference_rows():
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def not_drawn(codes):
    """Those that have no place on the map."""
    one = MapClass("Any", "party")
    figure = world_map(
        classes=dict.fromkeys(codes, one),
        names={iso3: iso3 for iso3 in codes},
        url_for=str.lower,
        legend=[one],
        table_url="#table",
        title="All",
        source="Reference data",
    )
    return {state.name for state in figure.not_drawn}


def test_every_state_is_on_the_map():
    states = {row["iso3"] for row in reference_rows() if row["kind"] == "state"}

    assert len(states) >= 197
    assert not_drawn(states) == set()


def test_other_areas_with_an_iso_number_are_on_the_map_too():
    areas = {row["iso3"] for row in reference_rows() if row["m49"]}

    assert not_drawn(areas) == set()
    assert not_drawn({"XKX"}) == {"XKX"}  # no ISO number: drawn neutral


def test_every_state_has_a_shape_or_a_marker_inside_the_frame():
    atlas = json.loads(maps.SHAPES.read_text(encoding="utf-8"))
    left, top, width, height = atlas["box"]

    for iso3, place in atlas["states"].items():
        assert place.get("d") or place.get("at"), iso3
        assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z)*", place.get("d", "")), iso3
        if "at" in place:
            x, y = place["at"]
            assert left < x < left + width, iso3
            assert top < y < top + height, iso3


def test_no_marker_covers_another():
    atlas = json.loads(maps.SHAPES.read_text(encoding="utf-8"))
    places = [(iso3, *place["at"]) for iso3, place in atlas["states"].items() if "at" in place]

    for number, (one, x, y) in enumerate(places):
        for other, x2, y2 in places[number + 1 :]:
            assert (x - x2) ** 2 + (y - y2) ** 2 >= (2 * atlas["marker"]) ** 2, f"{one} and {other}"


def test_the_atlas_says_where_it_comes_from():
    about = json.loads(maps.SHAPES.read_text(encoding="utf-8"))["about"]

    assert "Natural Earth" in about["source"]
    assert "public domain" in about["licence"]


def test_each_state_is_a_link_that_says_its_class_in_words():
    links = Links(html_of(standing())).links

    assert {link["title"] for link in links.values()} == {
        "Peru: State Party",
        "Brazil: Not joined",
        "Tuvalu: Not joined",
        "Lithuania: Withdrawn",
        "Jamaica: Signatory",
    }
    assert links["/countries/per/"]["css"] == "map-party"
    assert links["/countries/per/"]["parts"] == ["shape"]
    assert links["/countries/tuv/"]["parts"] == ["map-marker"]
    assert links["/countries/jam/"]["parts"] == ["shape", "map-marker"]


def test_markers_come_after_the_shapes_that_could_cover_them():
    figure = standing()
    order = [bool(state.marker) for state in figure.states]

    assert order == sorted(order)
    assert [state.name for state in figure.states] == ["Brazil", "Lithuania", "Peru", "Jamaica", "Tuvalu"]


def test_the_legend_counts_and_each_class_has_its_own_pattern_and_marker():
    figure = standing()
    html = html_of(figure)

    assert [(line.map_class.name, line.count) for line in figure.key] == [
        ("State Party", 1),
        ("Signatory", 1),
        ("Not joined", 2),
        ("Withdrawn", 1),
    ]
    assert len({line.marker for line in figure.key}) == len(LEGEND)
    for one in LEGEND:
        assert f'id="{figure.anchor}-{one.paint}"' in html
        assert f"{one.name} " in html


def test_states_that_cannot_be_drawn_are_named_below():
    html = html_of(standing({**STANDINGS, "XKX": NOT_JOINED}))

    assert 'Not drawn: <a href="/countries/xkx/">Kosovo</a> (Not joined)' in html


def test_states_without_a_class_are_neutral():
    figure = standing({"PER": PARTY})
    brazil = json.loads(maps.SHAPES.read_text(encoding="utf-8"))["states"]["BRA"]["d"]

    assert brazil in figure.neutral
    assert list(Links(html_of(figure)).links) == ["/countries/per/"]


def test_the_map_says_that_it_says_nothing_about_boundaries_and_where_the_table_is():
    html = html_of(standing(table_url="/countries/", note="Counted by deposit."))

    assert "express no opinion on the status of any territory" in html
    assert 'href="/countries/"' in html
    assert "Counted by deposit." in html
    assert "style=" not in html
    assert "<script" not in html


def test_names_are_escaped():
    figure = world_map(
        title="<b>",
        source="x",
        classes={"PER": PARTY},
        names={"PER": "<script>Peru</script>"},
        url_for=lambda iso3: '"><script>',
        legend=LEGEND,
    )

    assert "<script>" not in html_of(figure)


@pytest.mark.parametrize(
    ("classes", "legend", "message"),
    [
        ({"PER": PARTY}, [NOT_JOINED], "PER: the class 'State Party' is not in the legend"),
        ({"ABC": PARTY}, LEGEND, "ABC has no name"),
        ({}, [PARTY, MapClass("Bound", "party")], "Two classes share the fill party"),
    ],
)
def test_refusals(classes, legend, message):
    with pytest.raises(ValueError, match=message):
        world_map(title="t", source="s", classes=classes, names=NAMES, url_for=str, legend=legend)


def test_the_whole_map_is_small():
    names = {row["iso3"]: row["name"] for row in reference_rows() if row["iso3"]}
    figure = world_map(
        title="All parties",
        source="s",
        classes=dict.fromkeys(names, PARTY),
        names=names,
        url_for=lambda iso3: f"/countries/{iso3.lower()}/",
        legend=LEGEND,
    )

    assert len(gzip.compress(html_of(figure).encode())) < 25_000  # bytes
