"""One number out of several totals."""

import pytest

from meetings.rules.vote_figure import vote_figure


@pytest.mark.parametrize(
    ("given", "number", "words"),
    [
        ([(144, "normal")], 144, "144"),
        ([(139, "normal"), (139, "normal"), (None, "normal")], 139, "139"),
        ([(139, "preferred"), (139, "normal"), (140, "normal")], 139, "139 (another source: 140)"),
        ([(139, "preferred"), (140, "normal"), (141, "normal")], 139, "139 (other sources: 140, 141)"),
        ([(140, "normal"), (139, "normal")], None, "139 or 140"),
        ([(139, "normal"), (140, "superseded")], 139, "139"),
        ([(None, "preferred"), (39, "normal")], 39, "39"),  # what is preferred gives no such number
        ([(None, "normal")], None, "not recorded"),
        ([], None, "not recorded"),
        ([(0, "normal")], 0, "0"),
    ],
)
def test_a_number_is_drawn_only_where_sources_agree_or_one_is_preferred(given, number, words) -> None:
    figure = vote_figure(given)
    assert (figure.number, figure.words) == (number, words)
