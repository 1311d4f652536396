"""Everything in the search leads to a page, and pages that always exist are found."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.models import SearchEntry, recording
from editorial.search import SearchRequest, find, indexed_once, kinds
from stockpiles.models import MunitionType
from tests.factories.meetings import make_country, make_statement, publish_statement

pytestmark = pytest.mark.django_db


def first(typed: str) -> str:
    return find(SearchRequest(typed, timezone.now())).hits[0].url


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("deadlines", "/stockpiles/deadlines/"),
        ("article 7 reports", "/stockpiles/reports/"),
        ("munitions", "/stockpiles/munitions/"),
        ("treaties", "/treaties/"),
        ("about the data", "/about/data/"),
    ],
)
def test_pages_that_always_exist_are_found(typed: str, address: str) -> None:
    with indexed_once():
        pass
    assert first(typed) == address


def test_an_older_installation_gets_what_it_lacks_and_a_load_indexes_each_record_once() -> None:
    peru = make_country()
    SearchEntry.objects.all().delete()
    with indexed_once():
        assert not SearchEntry.objects.exists()
        with recording(by=None, reason="Test"):
            peru.official_name = "Republic of Peru"
            peru.save()
            peru.name = "El Perú"
            peru.save()
        assert not SearchEntry.objects.exists()
    assert SearchEntry.objects.get(kind="country").title == "El Perú"
    assert SearchEntry.objects.get(kind="stock").title == "Stockpiles of El Perú"


def test_a_load_that_fails_leaves_the_index_following_again() -> None:
    with pytest.raises(ValueError, match="broken"), indexed_once():
        raise ValueError("broken")
    make_country()
    assert SearchEntry.objects.filter(kind="country").count() == 1


@pytest.mark.usefixtures("reference")
def test_every_entry_of_the_reference_data_leads_to_a_page_and_no_draft_has_one(client) -> None:
    published = make_statement("Peru in Lima", parties=[(make_country(), "deliverer")])
    publish_statement(published, visible_from=timezone.now() + timedelta(days=1))
    make_statement("A secret draft", parties=[(make_country(), "deliverer")])
    call_command("rebuild_index", "--only", "search")
    entries = SearchEntry.objects.visible(timezone.now())
    found = set(entries.values_list("kind", flat=True))
    assert found >= {"country", "stock", "duty", "activity", "munition", "treaty", "meeting", "page"}
    assert MunitionType.objects.count() == entries.filter(kind="munition").count()
    for kind in kinds():
        for entry in entries.filter(kind=kind)[:3]:
            address, _, anchor = entry.url.partition("#")
            response = client.get(address)
            assert response.status_code == 200, address
            assert not anchor or anchor.startswith("article-") or f'id="{anchor}"' in response.content.decode(), (
                entry.url
            )
    assert not entries.filter(kind="statement").exists()
    assert not entries.filter(title__contains="secret draft").exists()
