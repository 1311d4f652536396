"""A date that changes while its source stays is asked about: the source was read for the old one."""

import datetime

import pytest
from django.urls import reverse

from countries.models import Treaty, TreatyAction
from editorial.models import Organisation, Source, recording
from stockpiles.models import CompletionDeclaration, ExtensionRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
SUPPORTS = "The source given supports the new value"


def address(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


@pytest.fixture
def signature(world, sources) -> TreatyAction:
    with recording(by=None, reason="Made for a test"):
        act = TreatyAction.objects.get(
            treaty=Treaty.objects.get(slug="ccm"), country__iso3="PER", kind="ratification"
        )
        act.source, act.note = sources[0], ""
        act.save()
    return act


def post(client, record, **changed):
    """Send back what the browser would, with something changed."""
    context = client.get(address(record)).context
    form = context["adminform"].form
    values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    for rows in context["inline_admin_formsets"]:
        for name in rows.formset.management_form.fields:
            values[f"{rows.formset.prefix}-{name}"] = rows.formset.management_form[name].value() or 0
    return client.post(address(record), values | {"reason": "Corrected"} | changed)


def test_a_changed_day_with_the_same_source_is_asked_about(at_desk, signature):
    client = at_desk()
    assert SUPPORTS in client.get(address(signature)).content.decode()
    page = post(client, signature, date="2012-09-27").content.decode()
    assert "You changed “Date” and left the source as it is." in page
    signature.refresh_from_db()
    assert signature.date == datetime.date(2012, 9, 26)


def test_who_says_that_the_source_supports_it_may_save(at_desk, signature):
    assert post(at_desk(), signature, date="2012-09-27", source_supports="on").status_code == 302
    signature.refresh_from_db()
    assert signature.date == datetime.date(2012, 9, 27)


@pytest.mark.parametrize("named", [{"source_locator": "note 2"}, {"source": "other"}])
def test_another_source_or_place_needs_no_answer(at_desk, signature, sources, named):
    named = {"source": str(sources[1].pk)} if "source" in named else named
    assert post(at_desk(), signature, date="2012-09-27", **named).status_code == 302
    signature.refresh_from_db()
    assert signature.date == datetime.date(2012, 9, 27)
    assert {name: str(signature.serializable_value(name)) for name in named} == named


def test_what_is_no_date_is_not_asked_about(at_desk, signature):
    assert post(at_desk(), signature, place="New York").status_code == 302
    signature.refresh_from_db()
    assert signature.place == "New York"


def test_a_record_without_a_source_has_none_to_drift_from(at_desk, signature):
    with recording(by=None, reason="Made for a test"):
        signature.source = None
        signature.save()
    assert post(at_desk(), signature, place="New York").status_code == 302
    signature.refresh_from_db()
    assert signature.place == "New York"


@pytest.mark.parametrize(
    ("model", "facts", "changed"),
    [
        (ExtensionRequest, {"number": 1, "requested_on": "2020-03"}, {"requested_on": "2020-04"}),
        (CompletionDeclaration, {"last_item_on": "2023-12-15"}, {"last_item_on": "2023-12-16"}),
    ],
)
def test_a_claim_is_asked_by_what_its_note_cites(at_desk, world, sources, model, facts, changed):
    peru = TreatyAction.objects.filter(country__iso3="PER").first().country
    with recording(by=None, reason="Made for a test"):
        record = model.objects.create(country=peru, article=3, note="[@laRepublica-2007-05-29, p. 5]", **facts)
    client = at_desk()
    reworded = {"note": "It says so. [@laRepublica-2007-05-29, p. 5]"}
    assert "and left the source as it is" in post(client, record, **changed, **reworded).content.decode()
    assert post(client, record, **changed, note="[@laRepublica-2007-05-29, p. 6]").status_code == 302


def test_a_record_with_neither_dates_nor_sources_is_not_asked(at_desk):
    with recording(by=None, reason="Made for a test"):
        npa = Organisation.objects.create(name="NPA", slug="npa", kind="ngo")
        source = Source.objects.create(key="one", title="One")
    client = at_desk()
    assert SUPPORTS not in client.get(address(npa)).content.decode()
    assert SUPPORTS not in client.get(address(source)).content.decode()
