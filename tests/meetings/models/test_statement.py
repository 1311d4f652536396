"""Statements: how they are cited, what stands in the way of publishing one, what a release freezes of it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import (
    Action,
    ActionPlan,
    MeetingDocument,
    Statement,
    StatementAction,
    StatementArticle,
    StatementTheme,
)
from meetings.models.statement import slug_of
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
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


@pytest.fixture
def vientiane() -> ActionPlan:
    plan = ActionPlan.objects.create(slug="vientiane", name="Vientiane Action Plan", source=make_source())
    Action.objects.create(plan=plan, number=4)
    return plan


class TestAddress:
    @pytest.mark.parametrize(
        ("title", "ending"),
        [
            ("Declaración de Lima", "declaracion-de-lima"),
            ("Côte d’Ivoire: _Article 3 (6)_ ", "cote-divoire-_article-3-6"),
            ("State's view -- on 3 (6), _again_ ", "states-view-on-3-6-_again"),
            ("集束弹药", "statement"),
            ("", "statement"),
            ("a " * 100, ("a-" * 40).strip("-")),
        ],
    )
    def test_the_readable_end_of_an_address(self, title: str, ending: str) -> None:
        assert slug_of(title) == ending

    def test_a_draft_shows_its_number_alone(self) -> None:
        statement = make_statement("Secret wording")
        assert statement.get_absolute_url() == f"/statements/{statement.pk}/"


class TestCitedParts:
    @pytest.mark.parametrize("article", ["3", "3(6)", "2(2)(c)", "17", "4(1)(b)"])
    def test_articles_are_written_as_they_are_cited(self, article: str) -> None:
        StatementArticle(statement=make_statement(), article=article).full_clean()

    @pytest.mark.parametrize("article", ["Article 3", "0", "3 (6)", "3(c", "100", "3(6)a", ""])
    def test_an_article_written_otherwise_is_refused(self, article: str) -> None:
        with pytest.raises(ValidationError) as refused:
            StatementArticle(statement=make_statement(), article=article).full_clean()
        assert list(refused.value.message_dict) == ["article"]

    def test_an_action_that_the_plan_does_not_have_is_refused(self, vientiane: ActionPlan) -> None:
        statement = make_statement()
        StatementAction(statement=statement, plan=vientiane, number=4).full_clean()
        StatementAction(statement=statement, plan=vientiane).full_clean()
        with pytest.raises(ValidationError, match="Vientiane Action Plan has no action 67"):
            StatementAction(statement=statement, plan=vientiane, number=67).full_clean()

    def test_a_plan_is_cited_once_as_a_whole_and_once_by_each_action(self, vientiane: ActionPlan) -> None:
        statement = make_statement()
        for number, words in ((4, "This action is"), (None, "This plan is already entered as a whole")):
            StatementAction.objects.create(statement=statement, plan=vientiane, number=number)
            with pytest.raises(ValidationError, match=words):
                StatementAction(statement=statement, plan=vientiane, number=number).full_clean()
            with pytest.raises(IntegrityError), transaction.atomic():
                StatementAction.objects.create(statement=statement, plan=vientiane, number=number)

    def test_in_words(self, vientiane: ActionPlan) -> None:
        assert str(StatementAction(plan=vientiane, number=4)) == "Vientiane Action Plan, action 4"
        assert str(StatementAction(plan=vientiane)) == "Vientiane Action Plan"
        assert str(StatementArticle(article="3(6)")) == "Article 3(6)"
        assert str(StatementTheme(theme=make_theme())) == "Retention"


class TestUnnamed:
    def test_unnamed_states_need_the_total_that_the_source_gives(self) -> None:
        """46 states adopted the Oslo Declaration; a source may name one of them and count the others."""
        with pytest.raises(ValidationError, match="Say how many states the source counts in all"):
            Statement(title="Oslo Declaration", states_unnamed=45).full_clean()
        with pytest.raises(IntegrityError, match="unnamed_needs_total"), transaction.atomic():
            Statement.objects.create(title="Oslo Declaration", states_unnamed=45)
        Statement.objects.create(title="Oslo Declaration", states_unnamed=45, states_claimed=46)


class TestPublication:
    def test_somebody_stands_behind_it(self) -> None:
        statement = make_statement()
        assert statement.publication_problems() == ["Nobody stands behind it yet: enter its parties."]
        statement.unnamed_parties = "several Latin American countries"
        assert statement.publication_problems() == []

    def test_only_its_parties_take_positions_in_it(self) -> None:
        peru, chile = make_country(), make_country("CHL", "Chile")
        statement = make_statement(parties=[(peru, "deliverer")])
        make_position(statement, peru, make_theme())
        assert statement.publication_problems() == []
        make_position(statement, chile, make_theme())
        assert statement.publication_problems() == [
            "Chile takes a position on retention but is no party to this statement: "
            "enter it as a party or correct the position."
        ]


class TestFrozen:
    def test_a_release_freezes_the_names_of_that_day_and_the_keys_of_its_sources(
        self, vientiane: ActionPlan
    ) -> None:
        peru, retention = make_country(), make_theme("retention")
        statement = make_statement(
            parties=[(peru, "lead")],
            themes=[retention],
            meeting=make_meeting(name="Lima Conference on Cluster Munitions"),
            source=make_source("paper-2013"),
            states_claimed=46,
            states_unnamed=45,
        )
        for article in ("17", "3(6)", "3"):
            StatementArticle.objects.create(statement=statement, article=article)
        StatementAction.objects.create(statement=statement, plan=vientiane, number=4)
        make_position(statement, peru, retention, source=make_source("notes-2013"))
        statement.refresh_from_db()
        frozen, keys = statement.release_extra()
        assert keys == ["notes-2013", "paper-2013"]
        assert frozen["meeting"] == {"slug": "lima-2007", "name": "Lima Conference on Cluster Munitions"}
        assert frozen["parties"] == [{"iso3": "PER", "slug": "peru", "name": "Peru", "role": "lead"}]
        assert frozen["articles"] == ["3", "3(6)", "17"], "in the order of the convention"
        assert frozen["actions"] == [{"plan": "vientiane", "plan_name": "Vientiane Action Plan", "number": 4}]
        assert frozen["themes"] == [{"slug": "retention", "title": "Retention"}]
        assert (frozen["states_claimed"], frozen["states_unnamed"], frozen["document"]) == (46, 45, None)

    def test_a_document_that_readers_may_not_see_is_not_frozen(self) -> None:
        paper = MeetingDocument.objects.create(meeting=make_meeting(), title="Non-paper")
        statement = make_statement(document=paper)
        statement.refresh_from_db()
        assert statement.release_extra()[0]["document"] is None
        paper.is_public = True
        paper.save()
        statement.refresh_from_db()
        assert statement.release_extra()[0]["document"] == {"id": paper.pk, "title": "Non-paper", "un_symbol": ""}
