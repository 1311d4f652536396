"""What was done before the convention existed: no days are counted against a treaty that nobody could yet sign."""

from __future__ import annotations

from datetime import date

from editorial.rules.explained import shown

#: CCM, Article 15: opened for signature in Oslo.
OPENED_FOR_SIGNATURE = date(2008, 12, 3)


def before_it_was_opened(latest: date | None) -> str:
    """The words in place of a count of days, for something that was certainly over by then; "" for anything later.

    Ecuador destroyed its last in 2004: "before the Convention was opened for signature on 3 December 2008", not
    "5,053 to 5,418 days early".
    """
    if latest is None or latest >= OPENED_FOR_SIGNATURE:
        return ""
    return f"before the Convention was opened for signature on {shown(OPENED_FOR_SIGNATURE)}"
