"""Every desk into which files are imported says so in its list, to those who may do it and to nobody else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.rules.roles import READ_ONLY

pytestmark = pytest.mark.django_db
DESKS = {
    "stockpiles_stockpileholding": "Import a table",
    "countries_countryprofile": "Import a report",
    "meetings_statement": "Import a statement",
}


@pytest.mark.parametrize(("desk", "title"), DESKS.items())
def test_its_list_leads_to_the_page_that_asks_for_a_file(at_desk, desk: str, title: str) -> None:
    client, address = at_desk(), reverse(f"admin:{desk}_import")
    listed = client.get(reverse(f"admin:{desk}_changelist")).content.decode()
    assert f'href="{address}"' in listed
    assert title in listed
    page = client.get(address).content.decode()
    assert f"<h1>{title}</h1>" in page
    assert 'type="file"' in page


@pytest.mark.parametrize("desk", DESKS)
def test_who_only_reads_is_neither_led_there_nor_let_in(at_desk, desk: str) -> None:
    guest, address = at_desk("guest", READ_ONLY), reverse(f"admin:{desk}_import")
    assert f'href="{address}"' not in guest.get(reverse(f"admin:{desk}_changelist")).content.decode()
    refused = guest.get(address)
    assert refused.status_code == 403
    assert "You may not open this page" in refused.content.decode()
