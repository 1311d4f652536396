"""The first page: figures with their date, and what came out last."""

import pytest

from ccm_site.pages import home
from ccm_site.pages.parts import HomeSection, PageFigure
from tests.factories.profiles import make_country


def page_of(client) -> str:
    return client.get("/").content.decode()


def test_newest_editions_with_their_public_note(client, press, peru, ban_policy):
    release = press.edition(peru, ban_policy)
    press.release(release.profile, note="The day was wrong.", lead="Peru signed, and ratified later.")
    page = page_of(client)
    assert "Peru signed, and ratified later." in page
    assert "The day was wrong." in page
    assert 'href="/countries/peru/cluster-munition-ban-policy/2009/"' in page
    assert page.count("Cluster Munition Ban Policy 2009") == 1


def test_nothing_published_leaves_no_empty_section(client, peru):
    page = page_of(client)
    assert "Newest editions" not in page
    assert '<dd class="figure">1</dd>' in page


def test_every_figure_carries_its_basis(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    figures = client.get("/").context["figures"]
    assert figures
    assert all(figure.basis for figure in figures)


def test_one_line_adds_a_figure_or_a_section_and_four_figures_are_enough(client, db, monkeypatch):
    figures = [lambda at, n=n: PageFigure(str(n), f"figure {n}", "today") for n in range(1, 7)]
    monkeypatch.setattr(home, "FIGURES", [lambda at: None, *figures])
    section = HomeSection("extra", "Extra", "_components/empty.html", lambda at: {"x": 1}, "/more/", "All of them")
    monkeypatch.setattr(home, "SECTIONS", [section])
    page = page_of(client)
    assert "figure 4" in page
    assert "figure 5" not in page
    assert '<a class="small sans" href="/more/">All of them</a>' in page


def test_queries_do_not_grow(client, press, ban_policy, django_assert_max_num_queries):
    for number in range(8):
        press.edition(make_country(number), ban_policy)
    with django_assert_max_num_queries(18):
        client.get("/")


@pytest.mark.usefixtures("reference")
def test_what_several_parts_need_is_read_once(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(23):
        assert "states have destroyed their stocks" in page_of(client)
