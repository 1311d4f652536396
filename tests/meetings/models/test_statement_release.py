"""A release of a statement says in words what it froze beside the text."""

from __future__ import annotations

import pytest

from editorial.models import Organisation, recording
from editorial.rules.partial_date import PartialDate
from meetings.models import ActionPlan, StatementAction, StatementArticle, StatementParty
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


def test_everything_that_readers_are_shown_is_named_and_nothing_that_is_not_there() -> None:
    bare = publish_statement(make_statement("Bare", [(make_country(), "deliverer")], date=None))
    assert bare.date is None
    assert bare.recorded() == {
        "Title": "Bare",
        "Kind": "National statement",
        "Language": "English",
        "Delivered by": "Peru",
    }


def test_a_full_statement() -> None:
    spain, chile, mexico = (
        make_country("ESP", "Spain"),
        make_country("CHL", "Chile"),
        make_country("MEX", "Mexico"),
    )
    retention = make_theme("retention", title="Retention")
    source = make_source("paper", title="A paper", publisher="Spain")
    statement = make_statement(
        "Full",
        [(mexico, "co-sponsor"), (chile, "co-sponsor"), (spain, "lead")],
        [retention],
        kind="non-paper",
        date="2013-07-31>",
        language="es",
        meeting=make_meeting(),
        speaker="Ana Ruiz",
        source=source,
        states_claimed=5,
        states_unnamed=2,
        claimed_in_words="five states",
        unnamed_parties="two others",
    )
    make_position(statement, spain, retention, stance="opposes", paraphrase="Keep none.", locator="p. 2")
    make_position(
        statement, spain, retention, quote="Nada", quote_language="es", translation="Nothing", paraphrase=""
    )
    with recording(by=None, reason="Made for a test"):
        cmc = Organisation.objects.create(slug="cmc", name="CMC")
        StatementParty.objects.create(statement=statement, organisation=cmc, role="endorser")
        StatementArticle.objects.create(statement=statement, article="3(6)")
        plan = ActionPlan.objects.create(slug="lausanne", name="Lausanne Action Plan", source=source)
        StatementAction.objects.create(statement=statement, plan=plan)
    release = publish_statement(statement)
    said = release.recorded()
    line = release.payload["sources"]["paper"]["citation"]
    assert release.date == PartialDate.parse("after 31 July 2013")
    assert list(said)[5:8] == ["Speaker", "Lead sponsor", "Co-sponsors"]
    assert said == {
        "Title": "Full",
        "Kind": "Non-paper",
        "Date": "after 31 July 2013",
        "Meeting": "Lima 2007",
        "Language": "Spanish",
        "Speaker": "Ana Ruiz",
        "Lead sponsor": "Spain",
        "Co-sponsors": "Mexico, Chile",
        "Endorsed by": str(cmc),
        "Not named": "two others",
        "States not named by the source": "2",
        "States counted by the source": "5",
        "Counted in the words": "five states",
        "Themes": "Retention",
        "Articles": "3(6)",
        "Action plans": "Lausanne Action Plan",
        "Source": line,
        "Position of Spain on retention": f"Opposes. Keep none. {line}, p. 2 "
        f"Supports. “Nada” Translation: Nothing {line}",
    }


def test_what_an_editor_changes_later_is_not_in_the_words_of_a_release() -> None:
    statement = make_statement("Full", [(make_country(), "deliverer")])
    release = publish_statement(statement)
    with recording(by=None, reason="Draft"):
        StatementParty.objects.create(statement=statement, country=make_country("CHL", "Chile"), role="endorser")
    assert "Endorsed by" not in type(release).objects.get(pk=release.pk).recorded()
    assert [heading for _, heading, _ in release.parties_by_role()] == ["Delivered by"]
