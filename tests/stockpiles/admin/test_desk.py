"""Stockpiles at the desk: every list and every form opens."""

import pytest
from django.urls import reverse

from tests.stockpiles.admin.desk import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "today", "team_of_one")]

LISTS = [
    "activityclaim",
    "clearanceobligation",
    "completiondeclaration",
    "destructionprogramme",
    "destructionrecord",
    "extensionrequest",
    "munitiontype",
    "retentionrecord",
    "stockpileholding",
    "transparencyreport",
]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_and_form_opens_with_few_queries(at_desk, name, django_assert_max_num_queries):
    client = at_desk()
    client.get(reverse(f"admin:stockpiles_{name}_changelist"))
    with django_assert_max_num_queries(14):
        response = client.get(reverse(f"admin:stockpiles_{name}_changelist"))
    change = reverse(f"admin:stockpiles_{name}_change", args=[(row := response.context["cl"].result_list[0]).pk])
    assert change in words(response)
    form = client.get(change)
    assert (form.context["original"], form.context["title"]) == (row, str(row))
    assert client.get(reverse(f"admin:stockpiles_{name}_add")).context["original"] is None


@pytest.mark.parametrize("name", sorted({*LISTS} - {"munitiontype", "clearanceobligation"}))
def test_every_list_is_searched_by_the_name_of_a_state(at_desk, name):
    found = at_desk().get(reverse(f"admin:stockpiles_{name}_changelist"), {"q": "peru"}).context["cl"].result_list
    assert {row.country.iso3 for row in found} == {"PER"}
