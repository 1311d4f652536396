"""The public source library: what published pages rest on, and nothing a draft alone cites."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.models import Source, recording
from tests.factories.profiles import make_country, make_source
from tests.factories.sitemap import whole_sitemap

SOURCE = "/sources/laRepublica-2007-05-29/"
LINE = "Ángel Páez, “Se eliminarán las bombas de racimo” (“Cluster bombs will be eliminated”), La República, 29 May 2007"


def html(response) -> str:
    return response.content.decode()


def test_source_says_where_it_is_cited(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    page = html(client.get(SOURCE))
    assert LINE in page
    assert '<a href="/countries/peru/cluster-munition-ban-policy/2009/r1/">' in page
    assert "note 2: p. 5" in page


def test_only_the_newest_release_that_cites_it_is_named(client, press, peru, ban_policy):
    release = press.edition(peru, ban_policy)
    press.release(release.profile, note="Clearer.", lead="Peru signed.")
    page = html(client.get(SOURCE))
    assert "/2009/r2/" in page
    assert "/2009/r1/" not in page


def test_source_that_only_a_draft_cites_is_not_there(client, press, peru, ban_policy):
    press.draft(peru, ban_policy)
    assert client.get(SOURCE).status_code == 404
    assert "laRepublica" not in html(client.get("/sources/"))
    assert b"laRepublica" not in client.get("/sources.csv").getvalue()
    assert "laRepublica" not in whole_sitemap(client)


def test_draft_does_not_show_among_the_places_of_a_public_source(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    press.draft(make_country(3), ban_policy, 2012)
    press.release(press.draft(make_country(4), ban_policy, 2013), visible_from=timezone.now() + timedelta(days=1))
    withdrawn = press.edition(make_country(5), ban_policy, 2014)
    press.withdraw(withdrawn.profile, "Wrong state.")
    page = html(client.get(SOURCE))
    assert "/2009/r1/" in page
    for hidden in ("State 003", "State 004", "State 005"):
        assert hidden not in page


def test_merged_key_leads_to_the_source_that_took_over(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    kept = make_source()
    with recording(by=None, reason="Doubled"):
        old = make_source(key="paez-2007", title="The same")
        old.merged_into = kept
        old.save()
    response = client.get("/sources/paez-2007/")
    assert (response.status_code, response["Location"]) == (301, SOURCE)


def test_private_remarks_stay_private(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    source = make_source()
    with recording(by=None, reason="Noted"):
        source.remarks = "SECRET remark"
        source.save()
    assert "SECRET" not in html(client.get(SOURCE))
    assert "SECRET" not in html(client.get("/sources/"))
    assert b"SECRET" not in client.get("/sources.csv").getvalue()


def test_facts_that_name_the_source_are_listed(client, db):
    source = make_source(key="unterm", kind="dataset", title="UNTERM")
    country = make_country(1)
    with recording(by=None, reason="Sourced"):
        country.source = source
        country.save()
    page = html(client.get("/sources/unterm/"))
    assert "Countries that rest on it" in page
    assert '<a href="/countries/state-001/">State 001</a>' in page


def test_list_filters_by_kind_and_words(client, press, peru, ban_policy):
    make_source(
        key="sr-2", kind="un_document", title="Summary record", un_symbol="CCM/CW/SR/2", authors="", publisher=""
    )
    press.edition(peru, ban_policy, text="A.[^a]\n\n[^a]: [@sr-2]; [@laRepublica-2007-05-29].\n")
    make_source()
    assert "Two sources" in html(client.get("/sources/"))
    page = html(client.get("/sources/?kind=un_document"))
    assert "One source" in page
    assert "Summary record" in page
    assert "La República" not in page
    assert "Kind: UN document" in page
    assert "One source" in html(client.get("/sources/?q=SR/2+record"))


def test_keys_sort_without_regard_to_capitals(client, press, peru, ban_policy):
    keys = ["CMC-lima", "anti-personnel", "Zurich-notes", "cmc-oslo"]
    for key in keys:
        make_source(key=key)
    press.edition(peru, ban_policy, text="A.[^a]\n\n[^a]: " + "; ".join(f"[@{key}]" for key in keys) + ".\n")
    rows = client.get("/sources/").context["listing"].rows
    assert [source.key for source in rows] == ["anti-personnel", "CMC-lima", "cmc-oslo", "Zurich-notes"]


def test_nothing_found_says_what_to_relax(client, db):
    page = html(client.get("/sources/?q=nothing-like-this"))
    assert "No sources" in page
    assert "Use fewer words" in page
    assert 'href="/sources/">Remove all filters' in page


def test_unknown_kind_is_told_and_keeps_what_was_typed(client, db):
    response = client.get("/sources/?kind=gossip&q=Lima")
    assert response.status_code == 400
    assert "gossip is not one of the available choices" in html(response)
    assert 'value="Lima"' in html(response)
    assert client.get("/sources.csv?kind=gossip").status_code == 400


@pytest.mark.parametrize("query", ["q=%00", "sort=title", "after=%C3%A9", "before=W10", "kind=press&kind=law"])
def test_any_question_has_an_answer(client, db, query):
    response = client.get(f"/sources/?{query}")
    assert response.status_code in (200, 400, 404)
    assert "<h1" in html(response)


def test_csv_holds_the_whole_filtered_list(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    response = client.get("/sources.csv?kind=press")
    lines = response.getvalue().decode().splitlines()
    assert lines[0].startswith("\ufeffKey,Kind,Citation")
    assert lines[1].startswith("laRepublica-2007-05-29,Press,")
    assert "attachment" in response["Content-Disposition"]


def test_list_takes_as_many_queries_for_many_sources_as_for_one(
    client, press, peru, ban_policy, django_assert_max_num_queries
):
    press.edition(peru, ban_policy)
    client.get("/sources/")  # content types are read once
    with django_assert_max_num_queries(6) as one:
        client.get("/sources/")
    cited = " ".join(f"[@many-{number}]" for number in range(30))
    for number in range(30):
        make_source(key=f"many-{number}", title=f"Title {number}")
    press.edition(peru, ban_policy, 2010, text=f"Many.[^a]\n\n[^a]: {cited}\n")
    with django_assert_max_num_queries(6) as many:
        assert "31 sources" in html(client.get("/sources/"))
    assert len(many) == len(one)


def test_page_takes_as_many_queries_for_many_places_as_for_one(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    client.get(SOURCE)  # content types are read once
    with CaptureQueriesContext(connection) as one:
        client.get(SOURCE)
    for number in range(5):
        press.edition(make_country(number), ban_policy)
    with CaptureQueriesContext(connection) as many:
        assert "State 004" in html(client.get(SOURCE))
    assert len(many) == len(one)


@pytest.fixture
def two(client, press, peru, ban_policy):
    """One source that somebody compared with its document, one that nobody did; a published edition cites both."""
    make_source()
    with recording(by=None, reason="Made for a test"):
        Source.objects.create(
            key="notes", title="Notes", to_be_checked=False, compared_on=date(2026, 3, 5), compared_by="Ana Ruiz"
        )
        peru.note = "Also: [@notes, p. 2]."
        peru.save()
    press.edition(peru, ban_policy)


def test_the_list_says_how_many_were_compared_and_marks_the_others(client, two):
    page = html(client.get("/sources/"))
    assert "2 sources, of which 1 was compared with the document" in " ".join(page.split())
    assert page.count("· to be checked") == 1


@pytest.mark.parametrize(("asked", "key"), [("true", "laRepublica-2007-05-29"), ("false", "notes")])
def test_the_list_can_be_narrowed_to_what_was_compared_or_not(client, two, asked, key):
    found = client.get(f"/sources/?to_be_checked={asked}").context["listing"].rows
    assert [source.key for source in found] == [key]
    table = client.get(f"/sources.csv?to_be_checked={asked}").getvalue().decode()
    assert table.count("\n") == 2
    assert client.get(f"/api/v1/sources/?to_be_checked={asked}").json()["results"][0]["key"] == key


def test_the_page_of_a_source_says_whether_it_was_compared(client, two):
    assert "nobody has yet compared this entry" in html(client.get(SOURCE))
    page = html(client.get("/sources/notes/"))
    assert "5 March 2026" in page
    assert "nobody has yet" not in page
    assert "Ana Ruiz" not in page  # names of the team are not for readers


def test_about_the_data_counts_them(client, two):
    assert "Sources: 2, of which 1 compared with the document." in " ".join(
        html(client.get("/about/data/")).split()
    )


def test_a_record_that_names_the_source_says_where_in_it(client, peru):
    with recording(by=None, reason="Made for a test"):
        report = Source.objects.create(key="report", title="Report")
        peru.source, peru.source_locator = report, "note 13"
        peru.save()
    page = html(client.get("/sources/report/"))
    assert '<a href="/countries/peru/">Peru</a> <span class="soft">note 13</span>' in page
    assert "“Report,” note 13" in html(client.get("/countries/peru/"))
