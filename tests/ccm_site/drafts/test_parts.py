"""What every part shares: the state, the day, how dates were worked out, and what is said where nothing is on record."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from ccm_site.drafts.parts import NotePart
from countries.models import Coverage, FactKind
from editorial.models import Cited
from editorial.rules.explained import Explained
from tests.ccm_site.drafts.subjects import A, subject

DUE = Explained(date(2021, 3, 1), "CCM, Article 3(2)", (), "8 years later is 1 March 2021.")


def test_who_is_outside() -> None:
    assert subject().is_outside
    assert not subject(bound=True).is_outside
    left = subject(bound=True)
    story: Any = left.story
    story.bound = SimpleNamespace(until=left.day)
    assert left.is_outside, "on the day on which the withdrawal takes effect"


def test_a_date_that_was_worked_out_names_its_article() -> None:
    about = subject()
    assert about.worked_out(DUE).words == "Worked out: 8 years later is 1 March 2021. (CCM, Article 3(2))"
    vars(about.at.kept)["value"] = lambda name, make: A
    with_text = about.worked_out(DUE)
    assert with_text == NotePart((Cited(A, "Article 3(2)"),), "Worked out: 8 years later is 1 March 2021.")
    of_others = Explained(date(1999, 3, 1), "Mine Ban Treaty, Article 17(2)", (), "Counted.")
    assert about.worked_out(of_others) == NotePart((), "Worked out: Counted. (Mine Ban Treaty, Article 17(2))")


def test_silence_says_how_far_the_record_reaches() -> None:
    about = subject()
    row = Coverage(
        kind="statements", extent="part", complete_until=date(2026, 2, 3), missing="Most.", covers="Some."
    )
    vars(about)["_reach"] = {"statements": [row]}
    said = about.nothing("No statement", FactKind.STATEMENTS)
    assert (
        said.words
        == "No statement is recorded here; the record of this is in part and reaches up to 3 February 2026."
    )
    assert said.notes == (NotePart((), "On record: Some. Missing: Most."),)
    row.source, row.extent, row.complete_until, row.covers, row.missing = A, "whole", None, "", ""
    said = about.nothing("No statement", FactKind.STATEMENTS)
    assert said.words == "No statement is recorded here; the record of this is whole."
    assert said.notes == (NotePart((Cited(A),), ""),)
    assert about.nothing("No programme", FactKind.PROGRAMMES).words == "No programme is recorded here."
