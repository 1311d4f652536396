"""A country at the desk: administrators write it, its further names belong to the same change."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.models import Country, ProfileTheme
from editorial.models import recording

pytestmark = pytest.mark.usefixtures("team_of_one")


def test_reference_tables_are_for_administrators(at_desk, peru: Country, ban_policy: ProfileTheme) -> None:
    where = reverse("admin:countries_country_change", args=[peru.pk])
    publisher = at_desk("publisher", "Publisher")
    page = publisher.get(where)
    assert (page.context["has_change_permission"], "Republic of Peru" in page.content.decode()) == (False, True)
    assert publisher.post(where, {"name": "Perú", "reason": "Try"}).status_code == 403
    peru.refresh_from_db()
    assert (peru.name, peru.history.count()) == ("Peru", 1)


def test_a_further_name_changed_meanwhile_is_not_overwritten_unseen(at_desk, peru: Country, person) -> None:
    client = at_desk("boss", "")
    where = reverse("admin:countries_country_change", args=[peru.pk])
    form = client.get(where).context["adminform"].form
    values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    with recording(by=person("editor"), reason="As the embassy writes it"):
        peru.names.create(name="Perú", kind="also")
    names = {"names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0"}
    answer = client.post(where, values | names | {"official_name": "Peru", "reason": "Shorter"})
    assert "editor changed this" in answer.content.decode()
    peru.refresh_from_db()
    assert peru.official_name == "Republic of Peru"


@pytest.mark.usefixtures("peru_is_sourced")
def test_a_further_name_of_a_country_is_part_of_the_same_change(at_desk, peru: Country) -> None:
    client = at_desk("boss", "")
    where = reverse("admin:countries_country_change", args=[peru.pk])
    form = client.get(where).context["adminform"].form
    values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    names = {
        "names_in_languages-TOTAL_FORMS": "0",
        "names_in_languages-INITIAL_FORMS": "0",
        "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "0",
        "names-0-name": "Perú",
        "names-0-kind": "also",
        "names-0-country": peru.pk,
    }
    answer = client.post(
        where, values | names | {"official_name": "Republic of Perú", "reason": "As it writes it"}
    )
    assert answer.status_code == 302
    changed, added = peru.history.first(), peru.names.get().history.first()
    assert changed.official_name == "Republic of Perú"
    assert (added.history_user.username, added.history_change_reason) == ("boss", "As it writes it")
    assert added.change_id == changed.change_id
