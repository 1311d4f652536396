"""National laws on the page of their state: source by source, and on its timeline."""

from __future__ import annotations

from functools import partial

import pytest

from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module
from tests.factories.stockpiles import load_stocks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


loaded = for_module(partial(load_once, "national-laws", on=load_stocks))


def page(client, slug: str) -> str:
    return " ".join(client.get(f"/countries/{slug}/").content.decode().split())


def test_each_source_of_a_law_stands_in_its_section(client):
    section = page(client, "colombia").partition('id="laws"')[2].partition("</section>")[0]
    assert section.count("Law 1604 of 2012") == 4
    assert "sources give different days" in section
    assert section.count("/sources/") == 4


def test_adoption_is_an_event_that_names_who_says_otherwise(client):
    line = page(client, "colombia").partition('id="timeline"')[2].partition("</section>")[0]
    assert "Adopted: Law 1604 of 2012" in line
    assert "21 December 2012" in line


def test_a_view_or_a_draft_is_no_event_and_a_moratorium_was_announced(client):
    assert "Adopted: " not in page(client, "mexico").partition('id="timeline"')[2].partition("</section>")[0]
    assert "Announced: Moratorium on use, production and transfer" in page(client, "croatia")


def test_where_nothing_is_recorded_the_page_says_no_more(client):
    assert "No national law of it is recorded here; this does not say that it has none." in page(client, "finland")


def test_the_matrix_has_the_most_that_is_on_record_with_who_says_so(client):
    text = " ".join(client.get("/matrix/?law=view").content.decode().split())
    assert "Its own view: existing law suffices or is relied on" in text
    assert "Kenya" in text
    assert "according to ICBL-CMC, Landmine and Cluster Munition Monitor, 2019" in text
    nothing = " ".join(client.get("/matrix/?law=nothing").content.decode().split())
    assert "Kenya" not in nothing.partition("<tbody>")[2]
    assert "Finland" in nothing
