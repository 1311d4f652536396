"""What the database itself refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Organisation, recording
from meetings.models import (
    Action,
    ActionPlan,
    Attendance,
    Meeting,
    MeetingDocument,
    MeetingSpan,
    Position,
    Statement,
    StatementArticle,
    StatementParty,
)
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _reason():
    with recording(by=None, reason="Test"):
        yield


def refused(constraint: str, model: type, /, **values: object) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model._base_manager.create(**values)  # type: ignore[attr-defined]


def test_a_process_is_part_of_nothing_and_a_session_is_part_of_something() -> None:
    oslo = make_meeting("oslo-process", start="", kind="process")
    refused("process_is_root", Meeting, slug="x", name="X", short_name="X", kind="process", parent=oslo)
    refused("inner_has_parent", Meeting, slug="x", name="X", short_name="X", kind="session")


def test_a_meeting_is_not_part_of_its_own_part() -> None:
    dublin = make_meeting("dublin-2008")
    committee = make_meeting("dublin-2008-cow", kind="committee", parent=dublin)
    dublin.parent = committee
    with pytest.raises(ValidationError, match="itself part of"):
        dublin.full_clean()


def test_a_span_does_not_end_before_it_begins() -> None:
    lima = make_meeting(start="")
    with pytest.raises(ValidationError, match="before it begins"):
        MeetingSpan(meeting=lima, start="2007-05-25", end="2007-05-23").full_clean()


def test_a_party_is_one_state_or_one_organisation_once() -> None:
    peru, statement = make_country(), make_statement()
    cmc = Organisation.objects.create(name="Cluster Munition Coalition", abbreviation="CMC", slug="cmc")
    refused("state_or_organisation", StatementParty, statement=statement)
    refused("state_or_organisation", StatementParty, statement=statement, country=peru, organisation=cmc)
    StatementParty.objects.create(statement=statement, organisation=cmc)
    StatementParty.objects.create(statement=statement, country=peru, role="lead")
    with pytest.raises(IntegrityError), transaction.atomic():
        StatementParty.objects.create(statement=statement, country=peru, role="endorser")


def test_unnamed_states_need_the_total_that_the_source_gives() -> None:
    refused("unnamed_needs_total", Statement, title="Oslo Declaration", states_unnamed=45)
    Statement.objects.create(title="Oslo Declaration", states_unnamed=45, states_claimed=46)


def test_a_position_says_something_and_a_quote_names_its_language() -> None:
    peru, statement, retention = make_country(), make_statement(), make_theme()
    base = {"statement": statement, "country": peru, "theme": retention, "stance": "supports"}
    refused("says_something", Position, **base)
    refused("quote_has_language", Position, **base, quote="Apoyamos la retención")
    refused("translation_has_quote", Position, **base, paraphrase="It supports it.", translation="We support it")
    make_position(statement, peru, retention, quote="Apoyamos", quote_language="es", translation="We support it")


@pytest.mark.parametrize("article", ["3", "3(6)", "2(2)(c)", "17"])
def test_articles_are_written_as_they_are_cited(article: str) -> None:
    StatementArticle(statement=make_statement(), article=article).full_clean()


@pytest.mark.parametrize("article", ["Article 3", "0", "3 (6)", "3(c", "100"])
def test_an_article_written_otherwise_is_refused(article: str) -> None:
    with pytest.raises(ValidationError, match="as it is cited"):
        StatementArticle(statement=make_statement(), article=article).full_clean()


def test_a_state_attends_once_in_each_capacity() -> None:
    peru, lima = make_country(), make_meeting()
    Attendance.objects.create(meeting=lima, country=peru, capacity="host")
    Attendance.objects.create(meeting=lima, country=peru, capacity="participant")
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(meeting=lima, country=peru, capacity="host")


def test_the_text_of_an_action_names_its_source() -> None:
    plan = ActionPlan.objects.create(slug="vientiane", name="Vientiane Action Plan", source=make_source())
    Action.objects.create(plan=plan, number=1)
    refused("text_has_source", Action, plan=plan, number=2, text="Increase the number of States Parties.")


def test_a_stored_file_has_type_size_and_fingerprint() -> None:
    refused("file_is_known", MeetingDocument, meeting=make_meeting(), title="Draft", file="documents/x")


def test_every_change_of_a_party_is_kept() -> None:
    statement = make_statement(parties=[(make_country(), "deliverer")])
    party = statement.parties.get()
    party.role = "lead"
    party.save()
    assert list(party.history.order_by("history_id").values_list("role", flat=True)) == ["deliverer", "lead"]
