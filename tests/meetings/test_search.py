"""Meetings and statements in the site search."""

import pytest
from django.utils import timezone

from editorial.actions.publishing import withdraw
from editorial.models import User, recording
from editorial.search import SearchRequest, find
from meetings.models import (
    Action,
    ActionPlan,
    Attendance,
    InterpretivePosition,
    ResolutionSponsor,
    StatementParty,
)
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)
from tests.factories.votes import make_vote

pytestmark = pytest.mark.django_db


def found(typed: str, **narrowed: str) -> list[str]:
    return [hit.url for hit in find(SearchRequest(typed, timezone.now(), **narrowed)).hits]


def test_a_meeting_is_found_by_name_place_and_the_states_that_were_there() -> None:
    lima = make_meeting(name="Lima Conference on Cluster Munitions", city="Lima")
    with recording(by=None, reason="Test"):
        Attendance.objects.create(meeting=lima, country=make_country("CHL", "Chile"))
    assert found("lima conference") == ["/meetings/lima-2007/"]
    assert found("chile", kind="meeting") == ["/meetings/lima-2007/"]
    assert found("conference", state="CHL") == ["/meetings/lima-2007/"]


def test_a_process_is_no_meeting_one_looks_for() -> None:
    make_meeting("oslo-process", start="", kind="process", name="Oslo Process")
    assert found("oslo process") == []


def test_a_draft_is_not_found_and_its_release_is_with_positions_and_parties() -> None:
    peru, retention = make_country(), make_theme()
    statement = make_statement("Intervention on training", parties=[(peru, "deliverer")], themes=[retention])
    make_position(statement, peru, retention, paraphrase="Peacekeepers need to know how they are deactivated.")
    assert found("peacekeepers") == []
    release = publish_statement(statement)
    address = f"/statements/{statement.pk}/intervention-on-training/"
    assert found("peacekeepers") == [address]
    assert found("peru retention", kind="statement") == [address]
    assert release.number == 1


def test_nothing_of_a_later_draft_is_found() -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    statement = make_statement("Intervention", parties=[(peru, "deliverer")])
    publish_statement(statement)
    with recording(by=None, reason="Draft"):
        statement.title, statement.text = "Secret title", "Secret text."
        statement.save()
        StatementParty.objects.create(statement=statement, country=chile, role="co-sponsor")
    make_position(statement, chile, make_theme(), paraphrase="A secret position.")
    assert found("secret") == []
    assert found("intervention", state="CHL") == []
    assert "secret" not in str(found("intervention"))


def test_a_withdrawn_statement_is_not_found() -> None:
    statement = make_statement("Intervention", parties=[(make_country(), "deliverer")])
    publish_statement(statement)
    assert found("intervention")
    withdraw(record=statement, by=User.objects.get(username="publisher"), reason="x", public_reason="Misread")
    assert found("intervention") == []


def test_a_deleted_meeting_leaves_the_index() -> None:
    lima = make_meeting()
    with recording(by=None, reason="Test"):
        lima.delete()
    assert found("lima") == []


def test_an_action_plan_stands_before_the_meeting_in_the_same_city_and_its_bare_actions_are_asked_for_by_number() -> (
    None
):
    vientiane = make_meeting("1msp", name="First Meeting of States Parties", city="Vientiane")
    with recording(by=None, reason="Test"):
        plan = ActionPlan.objects.create(
            slug="vientiane", name="Vientiane Action Plan", meeting=vientiane, source=make_source()
        )
        for number in (11, 12):
            Action.objects.create(plan=plan, number=number)
    assert found("vientiane") == ["/action-plans/vientiane/", "/meetings/1msp/"]
    assert found("Vientiane action 12")[0] == "/action-plans/vientiane/#action-12"
    assert found("action", kind="action") == []


def test_a_theme_is_found_by_title_and_article_before_what_is_said_on_it() -> None:
    peru, retention = make_country(), make_theme(article="3(6)")
    publish_statement(make_statement("Peru on retention", parties=[(peru, "deliverer")], themes=[retention]))
    assert found("retention")[0] == "/themes/retention/"
    assert "/themes/retention/" in found("article 3(6)")


def test_words_pasted_from_a_pdf_and_inside_a_chinese_sentence_are_found() -> None:
    text = (
        "The bom\u00adblets of the stock\u200bpile were coun-\nted.\n\n"
        "The ministry's note says: 集束弹药公约第三条要求销毁库存。\n"
    )
    statement = make_statement("Note", parties=[(make_country(), "deliverer")], text=text)
    publish_statement(statement)
    for typed in ("bomblets", "stockpile", "集束弹药", "公约", "销毁库存", "库存", "counted"):
        assert found(typed, kind="statement") == [f"/statements/{statement.pk}/note/"], typed


def test_a_resolution_is_found_by_its_symbol_by_that_of_its_draft_and_by_its_sponsors() -> None:
    resolution = make_vote(2018).resolution
    make_vote(2019)
    with recording(by=None, reason="Test"):
        resolution.symbol, resolution.draft_symbol = "A/RES/73/54", "A/C.1/73/L.39"
        resolution.save()
        ResolutionSponsor.objects.create(
            resolution=resolution, country=make_country(), role="lead", source=make_source()
        )
    page = ["/votes/a-res-2018/"]
    assert found("A/RES/73/54") == found("73/54") == found("A/C.1/73/L.39") == page
    assert found("peru", kind="resolution") == found("convention", kind="resolution", state="PER") == page


def test_a_view_outside_statements_is_found_by_its_words(peru) -> None:
    with recording(by=None, reason="Test"):
        InterpretivePosition.objects.create(
            country=peru, issue="transit", answer="prohibited", view="Not even through its harbours."
        )
    for typed in ("harbours", "interpretive positions Peru", "transit prohibited"):
        assert found(typed)[0] == "/countries/peru/#positions", typed
