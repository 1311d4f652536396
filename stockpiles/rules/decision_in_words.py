"""What is known of a decision on a request for more time, in words: no more than the sources say."""

from __future__ import annotations

AT_A_MEETING, BY_SILENCE = "meeting", "silence"
GRANTED, REFUSED, PENDING = "granted", "refused", "pending"
STATED, LATER_TEXT = "stated", "later_text"


def decision_in_words(
    *, outcome: str, procedure: str, evidence: str, decided: str, asked_until: str, meeting: str = ""
) -> str:
    """How a request was decided, as far as that is on record.

    Peru: "Decided March 2021 by silence procedure." Germany, 2024: "What was decided is not on record here. The
    state asked for 1 August 2030." A procedure that no source names is said to be unknown, never guessed.
    """
    if outcome == PENDING:
        words = ["Not yet decided."]
    elif outcome in (GRANTED, REFUSED):
        words = [_when_and_how(procedure, decided, meeting)]
        if evidence == LATER_TEXT:
            words.append("No source seen here states the decision: a later text gives the new deadline.")
    else:
        words = ["What was decided is not on record here."]
        if evidence == LATER_TEXT:
            words.append("A later text takes it that the request was granted.")
    if asked_until and outcome not in (GRANTED, REFUSED):
        words.append(f"The state asked for {asked_until}.")
    return " ".join(words)


def _when_and_how(procedure: str, decided: str, meeting: str) -> str:
    how = {AT_A_MEETING: f" at {meeting or 'a meeting'}", BY_SILENCE: " by silence procedure"}.get(procedure)
    if how is None:
        when = decided or "on a day that was not found"
        return f"Decided {when}; whether a meeting or a silence procedure decided is not known."
    return f"Decided {decided}{how}." if decided else f"Decided{how}, on a day that was not found."
