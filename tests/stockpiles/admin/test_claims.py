"""Figures at the desk: the form shows the ledger it leads to, and an editor says which figure counts."""

import pytest
from django.urls import reverse

from editorial.rules.roles import READ_ONLY
from stockpiles.models import DestructionRecord, RetentionRecord, StockpileHolding
from tests.stockpiles.admin.desk import DESTROYED, country, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "today", "team_of_one")]
ADD = reverse("admin:stockpiles_destructionrecord_add")
EFFECTS = reverse("admin:stockpiles_destructionrecord_effects")


class TestLedgerInTheForm:
    def test_looking_shows_the_ledger_and_saves_nothing(self, at_desk):
        before = DestructionRecord.objects.count()
        typed = {**DESTROYED, "country": country("ZAF").pk, "munitions": "500", "submunitions": "9000"}
        page = words(at_desk().post(EFFECTS, typed))
        assert "What this leads to" in page
        assert "Nothing is saved. Your form is still open" in page
        assert "1,495 munitions declared − at least 639 destroyed = at most 856." in page
        assert DestructionRecord.objects.count() == before

    def test_more_than_was_held_is_shown_before_saving(self, at_desk):
        typed = {**DESTROYED, "country": country("COL").pk, "munitions": "5000"}
        page = words(at_desk().post(EFFECTS, typed))
        assert "Contradiction: More is gone than was held, by 5,000 munitions" in page

    def test_saving_says_what_the_ledger_now_is(self, at_desk):
        typed = {**DESTROYED, "country": country("ZAF").pk, "reason": "Report of 2018"}
        response = at_desk().post(ADD, typed, follow=True)
        assert "Ledger of South Africa: 1,495 munitions declared − at least 142 destroyed" in words(response)
        assert DestructionRecord.objects.get(country__iso3="ZAF", period_start="2017").history.count() == 1

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
        refused = at_desk().post(address, {"because": "", "reason": "Checked"})
        assert (refused.status_code, refused.context["form"].errors) == (
            422,
            {"because": ["This field is required."]},
        )
        older.refresh_from_db()
        assert older.rank == "superseded"

    def test_who_may_only_read_is_not_asked(self, at_desk):
        older = StockpileHolding.objects.get(country__iso3="PER", munitions=2005)
        address = reverse("admin:stockpiles_stockpileholding_prefer", args=[older.pk])
        refused = at_desk("guest", READ_ONLY).get(address)
        assert (refused.status_code, "Use this figure" in words(refused)) == (403, False)

    def test_a_figure_that_is_gone_is_said_to_be(self, at_desk):
        address = reverse("admin:stockpiles_stockpileholding_prefer", args=[999_999])
        assert "doesn’t exist. Perhaps it was deleted?" in words(at_desk().get(address, follow=True))


def test_long_texts_are_as_high_as_they_need_be(at_desk):
    page = at_desk().get(ADD).context["adminform"].form
    rows = {name: page.fields[name].widget.attrs.get("rows") for name in ("rank_reason",)}
    assert rows == {"rank_reason": 2}
    assert 'rows="6"' in str(page["note"])
