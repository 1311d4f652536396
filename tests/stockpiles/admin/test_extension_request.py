"""Requests for more time at the desk: the deadline that follows, what moves with it, and who decided together."""

import pytest
from django.urls import reverse

from stockpiles.models import ClearanceObligation, ExtensionRequest
from tests.stockpiles.admin.desk import country, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "today", "team_of_one")]


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
            "note": "It says so: [@UNTC-MTDSG-XXVI-6, p. 2].",
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

    def test_under_article_4_the_clearance_has_to_be_named(self, at_desk):
        laos = country("LAO")
        typed = self.form(country=laos.pk, article="4", granted_until="2030-08-01")
        effects = reverse("admin:stockpiles_extensionrequest_effects")
        assert "or the clearance is not named." in words(at_desk().post(effects, typed))
        named = ClearanceObligation.objects.filter(country=laos).first()
        page = words(at_desk().post(effects, {**typed, "obligation": named.pk}))
        assert "Deadline with it</dt>" in page
        assert "CCM, Article 4(5)" in page
