"""What every form asks: a reason with words, line ends as one character, and a mark that is no content."""

from __future__ import annotations

import pytest

from editorial.admin.tracked_form import ReasonForm, SeenVersion, WrittenText


@pytest.mark.parametrize(
    ("reason", "valid"), [("", False), ("   ", False), ("x" * 501, False), ("Spelling", True)]
)
def test_a_reason_has_words(reason: str, valid: bool) -> None:
    assert ReasonForm({"reason": reason}).is_valid() is valid


def test_line_ends_of_browsers_become_one_character() -> None:
    assert WrittenText().clean("one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


def test_the_version_that_was_seen_is_no_change_of_the_record() -> None:
    assert not SeenVersion(required=False).has_changed("", "41-43")
