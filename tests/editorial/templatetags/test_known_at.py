"""The question is offered where the view answers it, and the way back to today beside its answer."""

from __future__ import annotations

import pytest
from django.template import Context
from django.test import Client

from editorial.templatetags.known_at import known_at_form

pytestmark = pytest.mark.django_db


def test_a_page_that_can_be_asked_so_offers_it(world: None, client: Client) -> None:
    page = client.get("/treaties/ccm/?as_of=2013-07-31&basis=in_force").content.decode()
    assert "What did this site say on another day?" in page
    assert '<input type="hidden" name="basis" value="in_force">' in page


def test_a_page_that_cannot_and_one_without_a_request_offer_nothing(world: None, client: Client) -> None:
    assert "What did this site say on another day?" not in client.get("/about/data/").content.decode()
    assert known_at_form(Context()) is None
