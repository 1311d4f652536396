"""Two people edit one record: what does not overlap goes together, what does is put to the second, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, CountryName, CountryProfile
from editorial.actions.presence import note_presence
from editorial.models import FormPresence, recording

pytestmark = pytest.mark.usefixtures("team_of_one")


def address(page: str, record: Any) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def opened(client: Client, record: Any) -> dict[str, Any]:
    """What a browser would post from the form as it is now, rows included."""
    answer = client.get(address("change", record))
    return posted(answer)


def posted(answer: Any) -> dict[str, Any]:
    forms = [answer.context["adminform"].form]
    values: dict[str, Any] = {}
    for inline in answer.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for name in form.fields:
            if (value := form[name].value()) is not None and value is not False:  # 0 is sent
                values[form.add_prefix(name)] = value
    return values


TEXT = "First paragraph about signature.\n\nSecond paragraph about stocks.\n\nThird paragraph about clearance.\n"


@pytest.fixture
def profile(draft: CountryProfile) -> CountryProfile:
    with recording(by=None, reason="Three paragraphs"):
        draft.text = TEXT
        draft.save()
    return draft


def save(client: Client, record: Any, values: dict[str, Any], **changes: Any) -> Any:
    return client.post(address("change", record), values | {"reason": "Edited"} | changes)


def test_changes_to_different_paragraphs_go_together(at_desk, profile: CountryProfile) -> None:
    ana, bob = at_desk("ana"), at_desk("bob")
    first, second = opened(ana, profile), opened(bob, profile)
    save(ana, profile, first, text=TEXT.replace("about signature", "on the signature of 2008"))
    refused = save(bob, profile, second, text=TEXT.replace("about clearance", "on clearance"))
    assert refused.status_code == 200
    (conflict,) = refused.context["adminform"].form.conflict.fields
    assert (conflict.label, conflict.decided) == ("Text", True)
    words = refused.content.decode()
    assert "Both changes are in the form below" in words
    assert "signature<ins> of 2008</ins>" in words or "<ins>of 2008</ins>" in words

    assert save(bob, profile, posted(refused)).status_code == 302
    profile.refresh_from_db()
    assert "on the signature of 2008" in profile.text
    assert "on clearance" in profile.text


def test_changes_to_one_paragraph_are_put_to_the_second(at_desk, profile: CountryProfile) -> None:
    ana, bob = at_desk("ana"), at_desk("bob")
    first, second = opened(ana, profile), opened(bob, profile)
    save(ana, profile, first, text=TEXT.replace("about stocks", "on <2,012> bombs"))
    refused = save(bob, profile, second, text=TEXT.replace("about stocks", "on 2,021 bombs"))
    form = refused.context["adminform"].form
    assert not all(one.decided for one in form.conflict.fields)
    assert "on 2,021 bombs" in form["text"].value()
    words = refused.content.decode()
    assert "of these places decide" in words
    assert "Second paragraph on &lt;2,012&gt; bombs." in words
    profile.refresh_from_db()
    assert "on <2,012> bombs" in profile.text


def test_a_form_that_also_fails_validation_keeps_both(at_desk, profile: CountryProfile) -> None:
    ana, bob = at_desk("ana"), at_desk("bob")
    first, second = opened(ana, profile), opened(bob, profile)
    save(ana, profile, first, lead="Their lead.")
    refused = save(bob, profile, second, text="My text.", reason="")
    form = refused.context["adminform"].form
    assert (form["lead"].value(), form["text"].value()) == ("Their lead.", "My text.")
    assert "reason" in form.errors
    assert profile.history.count() == 3


def test_the_same_field_changed_by_both_is_left_to_decide(at_desk, profile: CountryProfile) -> None:
    ana, bob = at_desk("ana"), at_desk("bob")
    first, second = opened(ana, profile), opened(bob, profile)
    save(ana, profile, first, edition=2010, language="es")
    refused = save(bob, profile, second, edition=2011)
    form = refused.context["adminform"].form
    found = {one.label: one for one in form.conflict.fields}
    assert (found["Edition"].was, found["Edition"].theirs, found["Edition"].yours) == ("2009", "2010", "2011")
    assert not found["Edition"].decided
    assert found["Language"].decided
    assert (str(form["edition"].value()), form["language"].value()) == ("2011", "es")


@pytest.mark.parametrize("mark", ["", "0", "x", "999999", "1-2-3", "9" * 40])
def test_a_mark_that_was_never_given_out_refuses_without_merging(at_desk, profile, mark: str) -> None:
    client = at_desk("ana")
    refused = save(client, profile, opened(client, profile), seen_version=mark, lead="New lead.")
    assert refused.status_code == 200
    assert refused.context["adminform"].form["lead"].value() == "New lead."
    profile.refresh_from_db()
    assert profile.lead != "New lead."


@pytest.fixture
def named(peru: Country) -> Country:
    with recording(by=None, reason="Further names"):
        CountryName.objects.create(country=peru, name="El Perú", kind="also")
        CountryName.objects.create(country=peru, name="Piruw", kind="also")
    return peru


def rows(values: dict[str, Any]) -> list[str]:
    return [str(value) for name, value in values.items() if name.startswith("names-") and name.endswith("-name")]


def test_a_row_changed_by_one_survives_the_save_of_the_other(at_desk, named: Country) -> None:
    ana, bob = at_desk("ana", ""), at_desk("bob", "")
    first, second = opened(ana, named), opened(bob, named)
    place = next(name for name, value in first.items() if value == "El Perú")
    save(ana, named, first, **{place: "Perú"})
    refused = save(bob, named, second, official_name="The Republic of Peru")
    assert refused.status_code == 200
    assert "Perú" in rows(posted(refused))
    assert save(bob, named, posted(refused)).status_code == 302
    assert set(named.names.values_list("name", flat=True)) == {"Perú", "Piruw"}


def test_a_row_deleted_by_one_does_not_stop_the_other(at_desk, named: Country) -> None:
    ana, bob = at_desk("ana", ""), at_desk("bob", "")
    first, second = opened(ana, named), opened(bob, named)
    gone = next(name for name, value in first.items() if value == "Piruw").rsplit("-", 1)[0]
    save(ana, named, first, **{f"{gone}-DELETE": "on"})
    refused = save(bob, named, second, official_name="The Republic of Peru")
    assert rows(posted(refused)) == ["El Perú"]
    assert save(bob, named, posted(refused)).status_code == 302
    assert [one.name for one in named.names.all()] == ["El Perú"]


def test_a_change_of_a_part_alone_is_seen(at_desk, named: Country) -> None:
    ana = at_desk("ana", "")
    values = opened(ana, named)
    with recording(by=None, reason="Spelling"):
        one = named.names.get(name="Piruw")
        one.name = "Piruw suyu"
        one.save()
    refused = save(ana, named, values)
    assert refused.status_code == 200
    assert "Piruw → Piruw suyu" in refused.content.decode()


def test_who_has_the_form_open_is_shown_and_forgotten(at_desk, profile: CountryProfile, person) -> None:
    ana, bob = at_desk("ana"), at_desk("bob")
    assert "has this form open" not in ana.get(address("change", profile)).content.decode()
    assert "ana has this form open too" in bob.get(address("change", profile)).content.decode()
    answer = ana.post(address("presence", profile)).json()
    assert [one["name"] for one in answer["others"]] == ["bob"]
    assert answer["changed"]
    bob.post(address("presence", profile), {"leave": "1"})
    assert ana.post(address("presence", profile)).json()["others"] == []
    FormPresence.objects.update(seen_at=timezone.now() - 2 * FormPresence.GONE_AFTER)
    assert note_presence(record=profile, by=person("carla"), at=timezone.now()) == []


def test_only_who_may_change_the_record_is_noted(at_desk, profile: CountryProfile) -> None:
    reader = at_desk("reader", "Read-only")
    reader.get(address("change", profile))
    assert reader.post(address("presence", profile)).status_code == 403
    assert reader.get(address("presence", profile)).status_code == 405
    assert not FormPresence.objects.exists()
