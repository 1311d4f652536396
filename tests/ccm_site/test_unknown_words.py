"""A word that a page does not know is refused, or makes no page of its own."""

import pytest
from django.test import Client
from django.urls import resolve

from ccm_site.page_cache import _at, _plain
from tests.ccm_site.test_unseen_until_confirmed import facts  # noqa: F401 - a fixture
from tests.doors import crawl


@pytest.mark.usefixtures("facts")
def test_words_that_nobody_reads_make_no_pages() -> None:
    one_of_each = {
        resolve(address.partition("?")[0]).view_name: address.partition("?")[0] for address, _ in crawl()
    }
    client, kept = Client(), []
    for name, address in one_of_each.items():
        if client.get(f"{address}?nobody=reads").status_code == 200 and _plain("nobody=reads", _at(address)[1]):
            kept.append((name, address))
    assert "\n".join(f"{name} {address}" for name, address in sorted(kept)) == ""
