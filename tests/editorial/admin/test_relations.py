"""Fields that name another record: looked at and added to, never changed or deleted on the side."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.forms import ModelChoiceField
from django.urls import reverse

from countries.models import Country
from editorial.admin.relations import CarefulAutocomplete
from editorial.models import Source
from tests.editorial.admin.sent import sent_by


def widget() -> CarefulAutocomplete:
    return CarefulAutocomplete(Country._meta.get_field("source"), admin.site)


@pytest.mark.django_db
@pytest.mark.parametrize("sent", ["x", "", "9" * 40, "1; DROP TABLE"])
def test_what_is_no_number_is_not_looked_up(sent: str, django_assert_num_queries) -> None:
    """A number beyond what the table holds would be an error of the database, not an answer of the form."""
    field = widget()
    field.choices = ModelChoiceField(Source.objects.all()).choices
    with django_assert_num_queries(0):
        groups = field.optgroups("source", [sent])
    assert [option for _, options, _ in groups for option in options if option["value"]] == []


@pytest.mark.django_db
def test_the_form_says_so_itself(at_desk, peru: Country) -> None:
    client, where = at_desk("boss", ""), reverse("admin:countries_country_change", args=[peru.pk])
    page = client.post(where, {**sent_by(client.get(where)), "source": "9" * 40, "reason": "x"})
    assert page.status_code == 200
    assert "Select a valid choice" in page.content.decode()


@pytest.mark.django_db
def test_beside_a_field_stand_add_and_view_alone(at_desk, peru: Country) -> None:
    page = at_desk("boss", "").get(reverse("admin:countries_country_change", args=[peru.pk])).content.decode()
    assert "add_id_source" in page
    assert "change_id_source" not in page
    assert "delete_id_source" not in page
