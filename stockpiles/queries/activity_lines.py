"""What sources answer about a state's use, production and trade, as its page says it: with who says so, and its denial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editorial.models import Certainty
from editorial.queries.shown import ShownRecord, who_says
from stockpiles.models import Activity, ActivityClaim, Answer
from stockpiles.rules.activity_words import answer_in_words
from stockpiles.rules.dated import bounds

ACCUSING = (Answer.YES, Answer.ALLEGED)


@dataclass(frozen=True)
class AnswerLine:
    """One answer with all sources that give it in these words, the newest first."""

    words: str
    answer: str
    by_the_state: bool
    said: tuple[ShownRecord[ActivityClaim], ...]

    @property
    def whose_word(self) -> str:
        """What stands before who says it."""
        return "by its own word in" if self.by_the_state else "according to"

    @property
    def who(self) -> str:
        """Who says so and when: "Human Rights Watch, 2017"; of several the newest three, and how many more."""
        names = list(dict.fromkeys(who_says(one) for one in self.said))
        more = len(names) - 3
        return "; ".join(names[:3]) + (f"; and {more} more" if more > 0 else "")


@dataclass(frozen=True)
class ActivityGroup:
    """One question with its answers: first what is said against the state and its denial, then the others."""

    activity: Activity
    lines: tuple[AnswerLine, ...]

    @property
    def shown(self) -> tuple[AnswerLine, ...]:
        """Where there is room for little: the first answer, and the denial of what is said against the state."""
        return shortly(self.lines, 1)

    @property
    def more(self) -> int:
        """How many further answers there are."""
        return len(self.lines) - len(self.shown)

    @property
    def is_disputed(self) -> bool:
        """Somebody says that it did, and the state, or somebody else, that it did not."""
        return any(one.answer in ACCUSING for one in self.lines) and any(
            one.answer == Answer.NO for one in self.lines
        )


def shortly(lines: Sequence[AnswerLine], most: int) -> tuple[AnswerLine, ...]:
    """So many of what is said against a state, with its denial; or else the first answer."""
    accusing = [line for line in lines if line.answer in ACCUSING]
    denials = [line for line in lines if line.answer == Answer.NO and line.by_the_state]
    return (*accusing[:most], *denials[:1]) if accusing else tuple(lines[:1])


def activity_groups(claims: Iterable[ShownRecord[ActivityClaim]]) -> tuple[ActivityGroup, ...]:
    """By question, in the order of Article 1. Their places and types have to be read with them."""
    found: dict[Activity, dict[tuple[str, str, bool, str], list[ShownRecord[ActivityClaim]]]] = defaultdict(dict)
    for shown in claims:
        claim = shown.record
        by_the_state = claim.certainty == Certainty.STATED
        key = claim_in_words(claim), claim.answer, by_the_state, shown.proof.words
        found[Activity(claim.activity)].setdefault(key, []).append(shown)
    return tuple(ActivityGroup(activity, _ordered(found[activity])) for activity in Activity if activity in found)


def claim_in_words(claim: ActivityClaim) -> str:
    """What one claim says, without who says it: "has used cluster munitions in Ukraine (2022)"."""
    return answer_in_words(
        claim.activity,
        claim.answer,
        places=[place.name for place in claim.named_places],
        when=claim.when_in_words,
        munition=claim.munition_type.designation if claim.munition_type else "",
    )


def _ordered(
    lines: dict[tuple[str, str, bool, str], list[ShownRecord[ActivityClaim]]],
) -> tuple[AnswerLine, ...]:
    made = [
        AnswerLine(words, answer, by_the_state, tuple(sorted(said, key=age)))
        for (words, answer, by_the_state, _), said in lines.items()
    ]
    return tuple(sorted(made, key=lambda line: (_place(line), age(line.said[0]))))


def _place(line: AnswerLine) -> int:
    return 0 if line.answer in ACCUSING else 1 if line.answer == Answer.NO and line.by_the_state else 2


def age(shown: ShownRecord[ActivityClaim]) -> int:
    """Sorts the newest first: by the time it is about, else by when it was said."""
    claim = shown.record
    days: Sequence[object] = (claim.period_end, claim.as_of, claim.made_on, claim.period_start)
    when = next((one for one in days if one is not None), None)
    found = bounds(when) if when is not None else None
    day = (found.latest or found.earliest) if found else None
    return -day.toordinal() if day else 0
