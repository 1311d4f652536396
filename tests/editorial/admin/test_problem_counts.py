"""How many problems each of many texts has: read once, asked anew only of the library."""

from __future__ import annotations

import pytest

from countries.models import CountryProfile
from editorial.admin.problem_counts import problem_counts, text_field, with_digest
from editorial.models import recording
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def counts() -> dict[int, int]:
    """Problems by edition."""
    rows = list(with_digest(CountryProfile.objects.all()))
    found = problem_counts(rows)
    return {row.edition: found[row.pk] for row in rows}


def write(draft: CountryProfile, text: str) -> None:
    with recording(by=None, reason="Written"):
        draft.text = text
        draft.save()


def test_a_mark_without_a_note_and_a_key_that_no_source_has(draft: CountryProfile) -> None:
    assert counts() == {2009: 0}
    write(draft, "One mark.[^9]")
    assert counts() == {2009: 1}
    write(draft, "One mark.[^9] And [@nobody].")
    assert counts() == {2009: 2}


def test_a_source_that_comes_later_mends_a_text_that_nobody_touched(draft: CountryProfile) -> None:
    write(draft, "See [@later].")
    assert counts() == {2009: 1}
    make_source("later")
    assert counts() == {2009: 0}


def test_a_text_is_read_again_only_after_it_has_changed(draft: CountryProfile, monkeypatch) -> None:
    write(draft, "Words that no other test has.[^9]")
    read: list[str] = []
    module = "editorial.admin.problem_counts"
    from editorial.texts import parse

    def note(text: str):
        read.append(text)
        return parse(text)

    monkeypatch.setattr(f"{module}.parse", note)
    assert (counts(), counts()) == ({2009: 1}, {2009: 1})
    assert len(read) <= 1
    write(draft, "Other words that no other test has.")
    assert counts() == {2009: 0}
    assert read[-1] == "Other words that no other test has."


def test_lists_leave_the_texts_in_the_database(draft: CountryProfile) -> None:
    (row,) = with_digest(CountryProfile.objects.all())
    assert "text" in row.get_deferred_fields()
    assert text_field(CountryProfile) == "text"
    assert len(row.text_digest) == 32


def test_of_no_records_nothing_is_asked(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert problem_counts([]) == {}
