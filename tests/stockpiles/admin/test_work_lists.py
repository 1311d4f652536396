"""The work lists: reports due and not received, and records that contradict one another."""

import pytest
from django.urls import reverse

from stockpiles.models import TransparencyReport
from tests.stockpiles.admin.desk import country, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "today", "team_of_one")]


class TestWorkLists:
    def test_reports_due_not_received(self, at_desk):
        page = words(at_desk().get(reverse("admin:stockpiles_transparencyreport_due")))
        assert "reports have fallen due and are not on record" in page
        assert "not submitted as of August 2022" in page
        france = country("FRA").pk
        assert f"?country={france}&amp;kind=initial" in page

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
            "note": "Seen in [@UNTC-MTDSG-XXVI-6].",
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

    @pytest.mark.parametrize("name", ["transparencyreport_due", "stockpileholding_contradictions"])
    def test_who_has_no_part_in_the_work_sees_neither(self, client, person, name):
        client.force_login(person("nobody"), backend="django.contrib.auth.backends.ModelBackend")
        refused = client.get(reverse(f"admin:stockpiles_{name}"))
        assert (refused.status_code, "desk-table" in words(refused)) == (403, False)
