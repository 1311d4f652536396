"""What is said of a decision on a request for more time."""

import pytest

from stockpiles.rules.decision_in_words import decision_in_words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (("granted", "silence", "stated", "March 2021", ""), "Decided March 2021 by silence procedure."),
        (("granted", "meeting", "stated", "September 2019", ""), "Decided September 2019 at a meeting."),
        (
            ("granted", "unknown", "stated", "", "2025-08-01"),
            "Decided on a day that was not found; whether a meeting or a silence procedure decided is not known.",
        ),
        (
            ("granted", "silence", "later_text", "", ""),
            "Decided by silence procedure, on a day that was not found. "
            "No source seen here states the decision: a later text gives the new deadline.",
        ),
        (
            ("not_found", "unknown", "", "", "1 August 2030"),
            "What was decided is not on record here. The state asked for 1 August 2030.",
        ),
        (
            ("not_found", "unknown", "later_text", "", ""),
            "What was decided is not on record here. A later text takes it that the request was granted.",
        ),
        (("pending", "unknown", "", "", "May 2029"), "Not yet decided. The state asked for May 2029."),
    ],
)
def test_no_more_than_the_sources_say(known, words):
    outcome, procedure, evidence, decided, asked = known
    assert (
        decision_in_words(
            outcome=outcome, procedure=procedure, evidence=evidence, decided=decided, asked_until=asked
        )
        == words
    )


def test_the_meeting_that_decided_is_named_and_one_that_did_not_is_not():
    known = {"outcome": "granted", "evidence": "stated", "decided": "September 2024", "asked_until": ""}
    assert decision_in_words(procedure="meeting", meeting="12MSP", **known) == "Decided September 2024 at 12MSP."
    assert "12MSP" not in decision_in_words(procedure="unknown", meeting="12MSP", **known)
