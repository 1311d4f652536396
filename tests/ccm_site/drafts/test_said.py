"""What a state said, in a draft: what was published here and nothing else, with role, kind, meeting and place."""

from __future__ import annotations

import pytest

from ccm_site.drafts.parts import Subject
from ccm_site.drafts.said import what_it_said
from ccm_site.pages.parts import this_moment
from countries.models import Country
from tests.ccm_site.drafts.subjects import as_text, written
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


def words(country: Country) -> list[str]:
    return written(what_it_said(Subject(country, this_moment())))


def test_only_what_was_published_is_said() -> None:
    peru = make_country()
    make_statement("A draft", [(peru, "deliverer")])
    assert words(peru) == ["No statement at a meeting is recorded here."]


def test_statements_joint_texts_and_positions() -> None:
    peru, chile, theme = make_country(), make_country("CHL", "Chile"), make_theme("retention")
    own = make_statement(
        "Statement of Peru",
        [(peru, "deliverer")],
        [theme],
        meeting=make_meeting("lima-2007", short_name="Lima Conference"),
        date="2007-05",
        source=make_source("notes-1"),
    )
    make_position(own, peru, theme, stance="opposes", paraphrase="None may be kept.", locator="p. 5")
    joint = make_statement(
        "A paper",
        [(chile, "lead"), (peru, "co-sponsor")],
        [theme],
        kind="non-paper",
        date="2008",
        source=make_source("p-1"),
    )
    make_position(
        joint, None, theme, paraphrase="", quote="No se guarda.", quote_language="es", translation="None is kept."
    )
    for statement in (own, joint):
        publish_statement(statement)
    about = Subject(peru, this_moment())
    found = list(what_it_said(about))
    assert written(found) == [
        "In May 2007, Peru made “Statement of Peru” (national statement, Lima Conference).",
        "In 2008, Peru co-sponsored “A paper” (non-paper).",
        "On retention, it and one other said in 2008 (supports): “None is kept.”",
        "On retention, it said in May 2007 (opposes): None may be kept.",
    ]
    assert [one.opens for one in found] == [False, False, True, False]
    text = as_text(found, about)
    assert "[@notes-1, p. 5]." in text
    assert "[@p-1]. “No se guarda.” (in Spanish)" in text
