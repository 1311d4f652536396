"""A noun gets all its addresses from what it says of itself."""

from __future__ import annotations

from django.urls import reverse

from editorial.public.files import FILES

PAGES = ("", "release", "history", "compare")


def test_every_address_has_a_name_and_answers(life, client) -> None:
    release = life.bring_out("seven")
    files = [prefix + kind for prefix in ("", "release_") for kind in FILES]
    urls = [life.noun.url(what, release) for what in (*PAGES, *files)]
    assert len(set(urls)) == len(urls)
    assert {client.get(url).status_code for url in urls} == {200}
    assert reverse(f"{life.noun.name}_feed") == life.feed


def test_addresses_that_are_out_in_the_world_keep_their_words(life) -> None:
    release = life.bring_out("seven")
    assert release.get_absolute_url() == life.noun.url("release", release) == life.page + "r1/"
    assert life.noun.url("", release) == life.page
    assert life.noun.url("history", release) == life.shelf + "history/"
    assert life.noun.url("release_bibtex", release) == life.page + "r1/cite.bib"
    assert life.noun.url("ris", release) == life.page + "cite.ris"
