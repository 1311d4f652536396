"""Stockpiles at the desk: what a record leads to, work lists, imports."""

import pytest
from django.urls import reverse

from countries.models import Country
from editorial.rules.roles import READ_ONLY
from stockpiles.models import (
    DestructionRecord,
    ExtensionRequest,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-21 12:00:00+00:00")


def words(response):
    return " ".join(response.content.decode().replace("&#x27;", "'").split())


DESTROYED = {
    "scope": "period",
    "period_start": "2017",
    "period_end": "2017",
    "munitions": "3",
    "submunitions": "120",
    "certainty": "stated",
    "rank": "normal",
    "note": "",
    "rank_reason": "",
    "method": "",
    "seen_version": "",
}
ADD = reverse("admin:stockpiles_destructionrecord_add")
EFFECTS = reverse("admin:stockpiles_destructionrecord_effects")


def country(iso3):
    return Country.objects.get(iso3=iso3)


class TestLedgerInTheForm:
    def test_looking_shows_the_ledger_and_saves_nothing(self, at_desk):
        before = DestructionRecord.objects.count()
        typed = {**DESTROYED, "country": country("SVK").pk, "munitions": "500", "submunitions": "9000"}
        page = words(at_desk().post(EFFECTS, typed))
        assert "What this leads to" in page
        assert "Nothing is saved. Your form is still open" in page
        assert "1,235 munitions declared − at least 559 destroyed − 0 retained = at most 676." in page
        assert DestructionRecord.objects.count() == before

    def test_more_than_was_held_is_shown_before_saving(self, at_desk):
        typed = {**DESTROYED, "country": country("COL").pk, "munitions": "5000"}
        page = words(at_desk().post(EFFECTS, typed))
        assert "Contradiction: More is gone than was held, by 5,000 munitions" in page

    def test_saving_says_what_the_ledger_now_is(self, at_desk):
        typed = {**DESTROYED, "country": country("SVK").pk, "reason": "Report of 2018"}
        response = at_desk().post(ADD, typed, follow=True)
        assert "Ledger of Slovakia: 1,235 munitions declared − at least 62 destroyed" in words(response)
        assert DestructionRecord.objects.get(country__iso3="SVK", period_start="2017").history.count() == 1

    def test_what_cannot_be_is_refused_with_the_reason(self, at_desk):
        typed = {**DESTROYED, "country": country("PER").pk, "munitions": "0", "reason": "x"}
        assert "Submunitions lie in munitions" in words(at_desk().post(ADD, typed))

    def test_an_existing_figure_opens_with_its_ledger(self, at_desk):
        record = DestructionRecord.objects.filter(country__iso3="BGR").first()
        page = words(at_desk().get(reverse("admin:stockpiles_destructionrecord_change", args=[record.pk])))
        assert "the records leave 37 munitions unaccounted for" in page

    @pytest.mark.parametrize("model", [StockpileHolding, RetentionRecord])
    def test_stocks_and_retention_show_it_too(self, at_desk, model):
        record = model.objects.filter(country__iso3="BEL").first()
        page = words(at_desk().get(reverse(f"admin:stockpiles_{model._meta.model_name}_change", args=[record.pk])))
        assert "Counted differently: Declared and destroyed are given alike, 115,210 munitions" in page

    def test_the_year_of_a_yearbook_is_no_day_of_a_stock(self, at_desk):
        typed = {**DESTROYED, "country": country("AUT").pk, "kind": "opening", "holder": "", "as_of": "2021"}
        address = reverse("admin:stockpiles_stockpileholding_add")
        page = words(at_desk().post(address, {**typed, "reason": "Edition of 2021"}, follow=True))
        assert "dated 2021, after the destruction was completed (8 November 2010)" in page
        assert "the year of a document belongs to when it was said" in page

    def test_a_figure_that_is_changed_is_counted_once(self, at_desk):
        record = DestructionRecord.objects.get(country__iso3="PER", period_start="2022")
        address = reverse("admin:stockpiles_destructionrecord_effects_of", args=[record.pk])
        typed = {**DESTROYED, "country": country("PER").pk, "period_start": "2022", "period_end": "2022"}
        stored = words(at_desk().get(reverse("admin:stockpiles_destructionrecord_change", args=[record.pk])))
        page = words(at_desk().post(address, {**typed, "munitions": "542", "submunitions": "34824"}))
        ledger = stored[stored.index("Ledger of Peru") : stored.index("How</th>")]
        assert ledger in page

    def test_an_empty_form_offers_to_look(self, at_desk):
        assert "Show the ledger this leads to" in words(at_desk().get(ADD))


class TestPreferring:
    def test_an_editor_says_which_figure_counts(self, at_desk):
        older = StockpileHolding.objects.get(country__iso3="PER", munitions=2005)
        address = reverse("admin:stockpiles_stockpileholding_prefer", args=[older.pk])
        page = words(at_desk().get(address))
        assert "2,012 munitions, 162,417 submunitions, said 2021, used until now" in page
        response = at_desk().post(address, {"because": "Said by the state.", "reason": "Checked"}, follow=True)
        assert "is used from now on" in words(response)
        older.refresh_from_db()
        assert older.rank == "preferred"

    def test_without_words_for_readers_nothing_happens(self, at_desk):
        older = StockpileHolding.objects.get(country__iso3="PER", munitions=2005)
        address = reverse("admin:stockpiles_stockpileholding_prefer", args=[older.pk])
        assert at_desk().post(address, {"because": "", "reason": "Checked"}).status_code == 422
        assert at_desk("guest", READ_ONLY).get(address).status_code == 403


class TestExtension:
    def form(self, **changed):
        versions = {"versions-TOTAL_FORMS": "0", "versions-INITIAL_FORMS": "0"}
        marks = {"benchmarks-TOTAL_FORMS": "0", "benchmarks-INITIAL_FORMS": "0"}
        return {
            "article": "3",
            "number": "1",
            "outcome": "granted",
            "evidence": "stated",
            "procedure": "meeting",
            "granted_until": "2025-01-01",
            "months_granted": "12",
            "certainty": "stated",
            "rank": "normal",
            "note": "",
            "rank_reason": "",
            "decided_at_text": "",
            **versions,
            **marks,
            **changed,
        }

    def test_the_form_shows_the_new_deadline_and_who_else_it_touches(self, at_desk):
        ninth = ExtensionRequest.objects.get(country__iso3="BGR", number=1).decided_at
        typed = self.form(country=country("SVK").pk, decided_at=ninth.pk)
        page = words(at_desk().post(reverse("admin:stockpiles_extensionrequest_effects"), typed))
        assert "Deadline without this request</dt><dd>1 January 2024" in page
        assert "<strong>1 January 2025</strong>" in page
        assert "488 days early" in page
        assert "Decided at the same meeting, for other states:" in page
        assert "Bulgaria, Article 3, request 1" in page
        assert not ExtensionRequest.objects.filter(country__iso3="SVK").exists()

    def test_later_requests_of_the_chain_are_named(self, at_desk):
        first = ExtensionRequest.objects.get(country__iso3="BGR", number=1)
        page = words(at_desk().get(reverse("admin:stockpiles_extensionrequest_change", args=[first.pk])))
        assert "Requests that extend this one and move with it:" in page
        assert "Bulgaria, Article 3, request 3" in page

    def test_saving_says_where_the_state_stands(self, at_desk):
        typed = self.form(country=country("SVK").pk, reason="Decision of the meeting")
        response = at_desk().post(reverse("admin:stockpiles_extensionrequest_add"), typed, follow=True)
        page = words(response)
        assert "Slovakia: A source gives 1 January 2025 as the date granted, without saying when" in page

    def test_granted_needs_a_source_that_states_it_or_a_later_text(self, at_desk):
        typed = self.form(country=country("SVK").pk, evidence="", reason="Decision of the meeting")
        response = at_desk().post(reverse("admin:stockpiles_extensionrequest_add"), typed)
        assert "Say whether a source states the decision, or a later text shows it." in words(response)
        assert not ExtensionRequest.objects.filter(country__iso3="SVK").exists()

    def test_a_state_that_is_not_bound_has_no_deadline(self, at_desk):
        typed = self.form(country=country("CHN").pk)
        page = words(at_desk().post(reverse("admin:stockpiles_extensionrequest_effects"), typed))
        assert "China has no deadline that could be moved" in page


class TestWorkLists:
    def test_reports_due_not_received(self, at_desk):
        page = words(at_desk().get(reverse("admin:stockpiles_transparencyreport_due")))
        assert "reports have fallen due and are not on record" in page
        assert "not submitted as of August 2022" in page
        albania = country("ALB").pk
        assert f"?country={albania}&amp;kind=initial" in page

    def test_the_report_is_entered_from_the_list(self, at_desk):
        address = reverse("admin:stockpiles_transparencyreport_add")
        albania = country("ALB").pk
        page = at_desk().get(f"{address}?country={albania}&kind=annual&calendar_year=2025").content.decode()
        assert 'value="2025"' in page
        typed = {
            "country": albania,
            "kind": "annual",
            "calendar_year": "2025",
            "submitted_on": "2026-04-28",
            "certainty": "stated",
            "rank": "normal",
            "reason": "Seen at the UN",
        }
        before = words(at_desk().get(reverse("admin:stockpiles_transparencyreport_due")))
        at_desk().post(address, typed)
        assert TransparencyReport.objects.filter(country=albania, calendar_year=2025).exists()
        after = words(at_desk().get(reverse("admin:stockpiles_transparencyreport_due")))
        assert before.count("Report on 2025") == after.count("Report on 2025") + 2  # the row and its link

    def test_contradictions(self, at_desk):
        page = words(at_desk().get(reverse("admin:stockpiles_stockpileholding_contradictions")))
        waiting, decided = page.split("Decided or explained, and shown to readers all the same")
        assert "Nothing waits." in waiting
        assert "the records leave 37 munitions unaccounted for" in decided
        assert "4 months before the deadline" in decided


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
    assert response.status_code == 200
    row = response.context["cl"].result_list[0]
    assert client.get(reverse(f"admin:stockpiles_{name}_change", args=[row.pk])).status_code == 200
    assert client.get(reverse(f"admin:stockpiles_{name}_add")).status_code == 200
    assert client.get(reverse(f"admin:stockpiles_{name}_changelist"), {"q": "peru"}).status_code == 200
