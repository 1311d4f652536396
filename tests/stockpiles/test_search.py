"""Stocks, deadlines, munitions and activities in the site search."""

import pytest
from django.utils import timezone

from countries.models import CountryName
from editorial.models import SearchEntry
from editorial.search import SearchRequest, find
from stockpiles.models import (
    ActivityClaim,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionRecord,
    ExtensionRequest,
    MunitionType,
    StockpileHolding,
    TransparencyReport,
)
from tests.factories.meetings import make_country, make_statement, publish_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_a_change")]


def found(typed: str, **narrowed: str) -> list[str]:
    return [hit.url for hit in find(SearchRequest(typed, timezone.now(), **narrowed)).hits]


def first(typed: str) -> str:
    return found(typed)[0]


@pytest.fixture
def germany():
    germany = make_country("DEU", "Germany")
    StockpileHolding.objects.create(country=germany, munitions=573_700, as_of="2009")
    DestructionRecord.objects.create(country=germany, munitions=573_700, scope="total", period_end="2015")
    CompletionDeclaration.objects.create(country=germany, article=3, last_item_on="2015-11-25")
    peru = make_country()
    publish_statement(
        make_statement(
            "Statement of Peru", parties=[(peru, "deliverer")], text="Germany destroyed its stockpile.\n"
        )
    )
    return germany


@pytest.mark.parametrize(
    "typed", ["germany stockpile", "Germany stocks", "germany destroyed", "how many did Germany destroy"]
)
def test_a_question_on_the_stock_of_a_state_leads_to_its_page_first(germany, typed: str) -> None:
    assert first(typed) == "/stockpiles/germany/"


def test_a_figure_is_found_without_its_comma(germany) -> None:
    for typed in ("573700", "573,700", "573 700", "573\u202f700"):
        assert "/stockpiles/germany/" in found(typed), typed


def test_a_state_without_any_record_is_found_by_its_name_only() -> None:
    nigeria = make_country("NGA", "Nigeria")
    for typed in ("nigeria stockpile", "deadline nigeria", "is Nigeria late with an Article 7 report"):
        assert "/stockpiles/nigeria/" in found(typed), typed
    assert found("deadline") == found("stockpile destruction") == []
    CountryName.objects.create(country=nigeria, name="Old Nigeria", kind="former")
    assert first("old nigeria deadline") == "/stockpiles/nigeria/"


def test_deadlines_lead_to_their_place_on_the_page() -> None:
    chad = make_country("TCD", "Chad")
    assert found("deadline chad") == ["/stockpiles/chad/"]
    request = ExtensionRequest.objects.create(country=chad, article=4, requested_on="2023", months_requested=24)
    ClearanceObligation.objects.create(country=chad)
    TransparencyReport.objects.create(country=chad, kind="annual", calendar_year=2015, submitted_on="2016")
    for typed in ("deadline chad", "chad article 4", "chad extension", "Chad clearance deadline"):
        assert first(typed) == "/stockpiles/chad/#article-4", typed
    assert first("article 7 chad") == "/stockpiles/chad/#article-7"
    assert first("chad report 2015") == "/stockpiles/chad/#article-7"
    entry = SearchEntry.objects.get(kind="duty", url__endswith="#article-4")
    assert "Extension request 1, filed 2023, 24 months asked for: waiting for its meeting" in entry.body
    request.delete()
    assert "extension" not in SearchEntry.objects.get(kind="duty", url__endswith="#article-4").title


@pytest.mark.parametrize(
    "typed", ["BL-755", "BL755", "bl 755", "bl755", "BL\u2011755", '"BL-755"', "Hunting BL 755"]
)
def test_a_munition_is_found_in_any_usual_spelling(typed: str) -> None:
    kingdom = make_country("GBR", "United Kingdom")
    munition = MunitionType.objects.create(
        designation="BL-755", slug="bl-755", kind="bomb", also_called="Hunting BL755; RBL-755"
    )
    StockpileHolding.objects.create(country=kingdom, munition_type=munition, munitions=3_650)
    assert found(typed)[:2] == ["/stockpiles/munitions/bl-755/", "/stockpiles/united-kingdom/"]


def test_a_munition_leads_from_the_states_that_a_record_names_with_it() -> None:
    munition = MunitionType.objects.create(designation="BK-90 Mjölner", slug="bk-90-mjolner", kind="dispenser")
    held = StockpileHolding.objects.create(
        country=make_country("SWE", "Sweden"), munition_type=munition, munitions=370
    )
    assert first("mjolner sweden") in ("/stockpiles/munitions/bk-90-mjolner/", "/stockpiles/sweden/")
    assert found("Sweden", kind="munition") == ["/stockpiles/munitions/bk-90-mjolner/"]
    held.delete()
    assert found("Sweden", kind="munition") == []


def test_an_activity_is_found_with_the_state_and_the_word() -> None:
    peru = make_country()
    claim = ActivityClaim.objects.create(country=peru, activity="production", answer="not_believed", as_of="2009")
    ActivityClaim.objects.create(country=peru, activity="use", answer="no")
    for typed in ("peru production", "has Peru produced cluster munitions", "Peru producer"):
        assert f"/stockpiles/peru/#activity-{claim.pk}" in found(typed), typed
    assert "/stockpiles/peru/#activity-" in found("use")[0]
    (hit,) = find(SearchRequest("peru production", timezone.now(), kind="activity")).hits
    assert "not believed to have" in hit.context
    claim.delete()
    assert len(found("peru", kind="activity")) == 1


def test_a_new_name_of_a_type_is_shown_with_the_states_that_hold_it() -> None:
    munition = MunitionType.objects.create(designation="CB-470", slug="cb-470", kind="bomb")
    StockpileHolding.objects.create(country=make_country(), munition_type=munition, munitions=1)
    munition.designation = "Alpha bomblet"
    munition.save()
    assert "/stockpiles/peru/" in found("alpha bomblet")
    assert found("CB470") == []
