"""A profile as readers see it: releases for ever, drafts never, notes and sources in their places."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.profiles import make_country
from tests.factories.sitemap import whole_sitemap

THEME = "/countries/peru/cluster-munition-ban-policy/"
EDITION = THEME + "2009/"


@pytest.fixture
def release(press, peru, ban_policy):
    return press.edition(peru, ban_policy)


def html(response) -> str:
    return response.content.decode()


def test_edition_shows_text_notes_sources_and_how_to_cite(client, release):
    page = html(client.get(EDITION))
    assert "<title>Peru: Cluster Munition Ban Policy, edition 2009 · CCM Monitor</title>" in page
    assert "Peru signed on 3 December 2008." in page
    assert "Peru signed in Oslo and had not yet ratified." in page
    assert "The <em>minister</em> spoke to the press." in page
    assert 'href="/sources/laRepublica-2007-05-29/"' in page
    assert "http://testserver/countries/peru/cluster-munition-ban-policy/2009/r1/" in page
    assert "Edition 2009</span>" in page
    assert "Release r1, published here" in page
    assert release.sha256 in page


def test_every_note_mark_leads_to_a_note_and_back(client, release):
    page = html(client.get(EDITION))
    identifiers = set(_values(page, "id"))
    targets = [value[1:] for value in _values(page, "href") if value.startswith("#")]
    assert len(_values(page, "id")) == len(identifiers)
    assert set(targets) <= identifiers
    assert sum(target.startswith("fn-") for target in targets) == 3
    assert sum(target.startswith("fnref-") for target in targets) == 3


def _values(page: str, name: str) -> list[str]:
    return [part.split('"', 1)[0] for part in page.split(f' {name}="')[1:]]


def test_contents_list_names_headings_and_parts(client, release):
    contents = html(client.get(EDITION)).split('class="contents"')[1].split("</nav>")[0]
    for title in ("Stockpiling", "Notes", "Sources", "Changes", "Cite this version"):
        assert f">{title}</a>" in contents


def test_theme_address_follows_the_newest_edition(client, press, release, peru, ban_policy):
    press.edition(peru, ban_policy, 2011, text="Peru had the bill in parliament.")
    page = html(client.get(THEME))
    assert "Peru had the bill in parliament." in page
    assert '<a href="/countries/peru/cluster-munition-ban-policy/2009/">Edition 2009</a>' in page


def test_older_edition_says_that_a_later_one_exists(client, press, release, peru, ban_policy):
    press.edition(peru, ban_policy, 2011, text="Peru had the bill in parliament.")
    assert "A later edition of this profile has been published." in html(client.get(EDITION))


def test_correction_leaves_the_first_release_where_it_was(client, press, release):
    press.release(release.profile, note="The day was wrong.", text="Peru signed on 4 December 2008.")
    first, newest = html(client.get(EDITION + "r1/")), html(client.get(EDITION))
    assert "Peru signed on 3 December 2008." in first
    assert "This is an earlier release of this edition" in first
    assert 'href="/countries/peru/cluster-munition-ban-policy/2009/r2/">Read the newest release' in first
    assert "Peru signed on 4 December 2008." in newest
    assert "This is an earlier release" not in newest
    assert "The day was wrong." in newest


def test_draft_is_nowhere(client, press, release, peru, ban_policy):
    """A later draft of a published edition and a first draft of another: neither words nor existence leak."""
    press.change(release.profile, text="SECRET words.", lead="SECRET lead.")
    press.draft(peru, ban_policy, 2012, text="SECRET text.", lead="SECRET lead.")
    for address in ("/", "/countries/", "/countries.csv", "/countries/peru/", THEME, EDITION, THEME + "history/"):
        page = client.get(address).getvalue().decode()
        assert "SECRET" not in page, address
        assert "2012" not in page, address
    assert client.get(THEME + "2012/").status_code == 404
    assert client.get(THEME + "2012/r1/").status_code == 404
    assert client.get(THEME + "2012/r1/cite.bib").status_code == 404
    assert "SECRET" not in whole_sitemap(client)


def test_staff_see_no_more_than_readers(admin_client, press, peru, ban_policy):
    press.draft(peru, ban_policy, 2012, lead="SECRET lead.")
    answer = admin_client.get(THEME + "2012/")
    assert answer.status_code == 404
    assert "SECRET" not in html(answer)


def test_embargoed_release_is_not_there_yet(client, press, peru, ban_policy):
    tomorrow = timezone.now() + timedelta(days=1)
    press.release(press.draft(peru, ban_policy), visible_from=tomorrow)
    for address in (THEME, EDITION, EDITION + "r1/", THEME + "history/"):
        page = client.get(address)
        assert page.status_code == 404, address
        assert "There is no page at this address" in page.content.decode(), address
        assert "Ban Policy" not in page.content.decode(), address
    assert "Cluster Munition Ban Policy" not in html(client.get("/countries/peru/"))


def test_embargoed_correction_leaves_readers_with_the_release_before(client, press, release):
    tomorrow = timezone.now() + timedelta(days=1)
    press.release(release.profile, visible_from=tomorrow, note="LATER", text="LATER text.")
    assert "LATER" not in html(client.get(EDITION))
    assert "LATER" not in html(client.get(THEME + "history/"))
    assert client.get(EDITION + "r2/").status_code == 404


def test_withdrawn_edition_is_gone_but_the_log_says_why(client, press, release):
    press.withdraw(release.profile, "It described another state.")
    for address in (THEME, EDITION, EDITION + "r1/", EDITION + "r1/cite.ris"):
        assert client.get(address).status_code == 410, address
    log = html(client.get(THEME + "history/"))
    assert "It described another state." in log
    assert 'href="/countries/peru/cluster-munition-ban-policy/2009/r1/"' not in log
    assert "Read the newest edition" not in log


def test_corrections_log_lists_every_release_of_every_edition(client, press, release, peru, ban_policy):
    press.release(release.profile, note="The day was wrong.", text="Peru signed on 4 December 2008.")
    press.edition(peru, ban_policy, 2011)
    log = html(client.get(THEME + "history/"))
    assert log.index("Edition 2011, r1") < log.index("Edition 2009, r2") < log.index("Edition 2009, r1")
    assert "The day was wrong." in log
    assert "Substantive" in log


@pytest.mark.parametrize("address", [THEME, EDITION, EDITION + "r1/", THEME + "history/", EDITION + "r1/cite.bib"])
def test_nothing_published_is_no_page(client, peru, ban_policy, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no page at this address" in html(answer)
    assert "Ban Policy" not in html(answer)


@pytest.mark.parametrize(
    "address", ["2009/r0/", "2009/r2/", "2010/", "2009/r99999999999999999999/", "99999999999999999999/"]
)
def test_addresses_that_never_existed(client, release, address):
    page = client.get(THEME + address)
    assert page.status_code == 404
    assert "There is no page at this address" in page.content.decode()


def test_translation_has_its_own_lasting_address(client, press, release, peru, ban_policy):
    spanish = press.edition(peru, ban_policy, 2009, language="es", text="Perú firmó en Oslo.", lead="Firmó.")
    address = spanish.get_absolute_url()
    assert address == EDITION + "r1/?language=es"
    page = html(client.get(address))
    assert 'href="/countries/peru/cluster-munition-ban-policy/2009/r1/cite.bib?language=es"' in page
    assert '<div class="prose" lang="es"><p>Perú firmó en Oslo.</p>' in page
    assert "Peru signed on 3 December 2008." in html(client.get(EDITION + "r1/"))
    assert f'<a href="{EDITION}?language=es" hreflang="es">' in html(client.get(EDITION))


def test_edition_that_exists_in_spanish_only_is_found_without_naming_the_language(client, press, peru, ban_policy):
    press.edition(peru, ban_policy, 2009, language="es", text="Perú firmó en Oslo.", lead="Firmó.")
    assert "Perú firmó en Oslo." in html(client.get(EDITION))
    assert client.get(EDITION + "r1/").status_code == 404


def test_citation_files(client, release):
    bibtex, ris = client.get(EDITION + "r1/cite.bib"), client.get(EDITION + "r1/cite.ris")
    assert html(bibtex).startswith("@misc{peru-cluster-munition-ban-policy-2009-r1,")
    assert 'filename="peru-cluster-munition-ban-policy-2009-r1.bib"' in bibtex["Content-Disposition"]
    assert "TI  - Peru: Cluster Munition Ban Policy" in html(ris)
    assert "http://testserver/countries/peru/cluster-munition-ban-policy/2009/r1/" in html(ris)


def test_page_depends_on_the_address_alone(client, admin_client, release):
    anonymous, staff = client.get(EDITION), admin_client.get(EDITION)
    assert html(anonymous) == html(staff)
    assert "Cookie" not in anonymous.get("Vary", "")
    assert not anonymous.cookies
    assert "csrf" not in html(anonymous).lower()


def test_page_takes_as_many_queries_for_many_editions_as_for_one(
    client, press, release, peru, ban_policy, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8) as one:
        client.get(EDITION)
    for year in range(2010, 2016):
        press.edition(peru, ban_policy, year)
    for number in range(2, 6):
        press.release(release.profile, note=f"Correction {number}", text=f"Text {number}.[^a]\n\n[^a]: Note.")
    with django_assert_max_num_queries(8) as many:
        client.get(EDITION)
    assert len(many) == len(one)


def test_other_countries_stay_out_of_the_page(client, press, release, ban_policy):
    press.edition(make_country(7), ban_policy, 2010, text="Another state.")
    page = html(client.get(EDITION))
    assert "Another state." not in page
    assert "Edition 2010" not in page


def test_text_of_people_is_never_run(client, press, peru, ban_policy):
    press.edition(
        peru, ban_policy, text="<script>alert(1)</script> and [x](javascript:alert(1))", lead="<b>lead</b>"
    )
    page = html(client.get(EDITION))
    assert "<script>alert" not in page
    assert "javascript:alert" not in page.replace("](javascript:alert(1))", "")
    assert "&lt;b&gt;lead&lt;/b&gt;" in page


def test_editions_are_compared_with_each_other_within_a_language(client, press, release, peru, ban_policy):
    press.edition(peru, ban_policy, 2011, text="Peru had the bill in parliament.")
    press.edition(peru, ban_policy, 2011, language="es", text="Perú tenía el proyecto.", lead="Firmó.")
    page = html(client.get(THEME + "compare/"))
    assert '<option value="2009/r1" selected>' in page
    assert '<option value="2011/r1" selected>' in page
    assert "<ins>Peru had the bill in parliament.</ins>" in page
    assert "proyecto" not in page
    alone = html(client.get(THEME + "compare/?language=es"))
    assert '<input type="hidden" name="language" value="es">' in alone
    assert "Only one release has been published" in alone
    assert client.get(THEME + "compare/?language=fr").status_code == 404


def test_comparisons_of_another_language_name_it_in_every_address(client, press, peru, ban_policy):
    spanish = press.edition(peru, ban_policy, 2009, language="es", text="Perú firmó.", lead="Firmó.")
    press.release(spanish.profile, note="La ciudad.", text="Perú firmó en Oslo.")
    link = f'href="{THEME}compare/?from=2009/r1&amp;to=2009/r2&amp;language=es">Compare with r1</a>'
    assert link in html(client.get(EDITION))
    assert link in html(client.get(THEME + "history/"))
    page = html(client.get(f"{THEME}compare/?from=2009/r1&to=2009/r2&language=es"))
    assert 'href="?from=2009/r1&amp;to=2009/r2&amp;view=inline&amp;language=es"' in page
    assert '<section class="section" lang="es">' in page


def test_an_edition_in_another_language_has_a_line_of_its_own_in_the_log(client, press, release, peru, ban_policy):
    spanish = press.edition(peru, ban_policy, 2009, language="es")
    press.withdraw(release.profile, "Wrong.")
    press.withdraw(spanish.profile, "Mal.")
    page, feed = html(client.get(THEME + "history/")), html(client.get("/feeds/corrections/"))
    for anchor in ("2009-r1", "2009-r1-es"):
        assert page.count(f'<tr id="{anchor}">') == 1
        assert f"{THEME}history/#{anchor}</id>" in feed
    assert "Edition 2009, r1 (es)" in page


def test_a_withdrawn_edition_leaves_the_others_where_they_are(client, press, release, peru, ban_policy):
    press.edition(peru, ban_policy, 2011)
    press.withdraw(release.profile, "It described another state.")
    assert client.get(THEME).status_code == 200
    gone = client.get(EDITION)
    assert gone.status_code == 410
    assert "Peru: Cluster Munition Ban Policy: withdrawn" in html(gone)
    assert "It described another state." in html(gone)
    assert f'Read instead: Edition 2011, r1. <a href="{THEME}2011/r1/">' in html(gone)


def test_a_feed_says_of_which_theme_it_speaks(client, press, release):
    press.release(release.profile, note="The day was wrong.", lead="Two.")
    feed = html(client.get("/feeds/corrections/"))
    assert "<title>CCM Monitor: corrections</title>" in feed
    assert '<category term="cluster-munition-ban-policy"/>' in feed
