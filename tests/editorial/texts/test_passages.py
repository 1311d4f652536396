"""Passages are found again by their words; where these have changed the answer is that, never a likely place."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given

from editorial.texts.passages import (
    ATOM,
    FoundPlace,
    NotThere,
    Passage,
    ReadText,
    as_read,
    digest_of,
    without_atoms,
)
from tests.editorial.texts.samples import REPORT, any_text


def words_at(text: ReadText, place: FoundPlace | None) -> str | None:
    return None if place is None else text.words[place.start : place.end]


def test_a_passage_says_what_stood_where() -> None:
    found = ReadText(REPORT).passage("and again in Dublin")
    assert found.quote == "and again in Dublin"
    assert found.before.endswith(f"It spoke in Lima{ATOM} ")
    assert found.after == f".{ATOM}\nLater statements\nSee the summ"
    assert (found.heading, found.note) == ("Policy", "")
    assert found.digest == digest_of(REPORT) == digest_of(REPORT.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "given_as",
    [
        "It spoke in Lima[^lima] and",
        "It *spoke* in Lima and",
        "it  spoke\nin lima and",
        "It spoke in Lima 2 and"[:16],
    ],
)
def test_words_are_taken_as_written_as_read_and_as_typed(given_as: str) -> None:
    assert ReadText(REPORT).passage(given_as).quote.startswith("It spoke in Lima")


def test_the_words_of_a_note_are_told_from_the_same_words_in_the_body() -> None:
    text = ReadText("Seen in the table.[^a]\n\n[^a]: Seen in the table.\n")
    with pytest.raises(NotThere, match="stand 2 times"):
        text.passage("Seen in the table")
    assert text.passage("Seen in the table", note="a").note == "a"
    assert text.find(text.passage("Seen in the table", note="a")).note == "a"


def test_words_before_tell_two_places_apart() -> None:
    text = ReadText("One bomb fell. Then two bombs. One bomb more.")
    assert text.passage("One bomb", before="two bombs. ").position == 31


@pytest.mark.parametrize("words", ["", "...", "ombs", "Nobody wrote this"])
def test_what_does_not_stand_there_is_refused(words: str) -> None:
    with pytest.raises(NotThere, match="do not stand"):
        ReadText("Two bombs.").passage(words)


def test_words_round_it_may_change_and_its_place_moves_along() -> None:
    old = ReadText(REPORT)
    new = ReadText(
        "# A new beginning\n\n"
        + REPORT.replace("It spoke in Lima[^lima] and again", "In May 2007 it spoke, and again")
    )
    place = new.find(old.passage("again in Dublin"))
    assert words_at(new, place) == "again in Dublin"
    assert place.heading == "Policy"


def test_a_note_added_inside_changes_no_words() -> None:
    old, new = ReadText("Peru has no bombs left."), ReadText("Peru has no[^1] bombs left.\n\n[^1]: Said so.")
    assert words_at(new, new.find(old.passage("no bombs left"))) == f"no{ATOM} bombs left"


def test_changed_words_are_not_found_in_a_place_that_looks_alike() -> None:
    old = "It signed in May 2007. It ratified in May 2008.\n\nIt signed in June.\n"
    passage = ReadText(old).passage("It signed in May 2007")
    assert ReadText(old.replace("May 2007", "May 2009")).find(passage) is None
    assert ReadText("Far away something else was said. It signed in May 2007, they wrote.").find(passage) is None


def test_of_equal_places_none_is_taken() -> None:
    passage = ReadText("It has bombs.").passage("bombs")
    assert ReadText("It has bombs.\n\nIt has bombs.\n\nAnd more.").find(passage) is None


def test_what_one_quotes_leaves_marks_out() -> None:
    assert without_atoms(f"no{ATOM} bombs\nleft") == "no bombs left"
    assert as_read("## *Policy*[^a]") == f"Policy{ATOM}"


@given(any_text)
def test_any_text_can_be_read_and_its_first_line_is_found_where_it_stands(text: str) -> None:
    read = ReadText(text)
    for line in read.words.split("\n")[:3]:
        try:
            passage = read.passage(line[:200])
        except NotThere:
            continue
        assert read.find(passage).start == passage.position


# how well it does: a text of few different words, as hard as a text can be


WORDS = [f"{a}{b}" for a in ("bo", "ta", "mi", "re") for b in ("na", "lu", "so", "ke", "di", "")]


@dataclass
class Written:
    """A text as paragraphs of words, each word with a number by which it is known whatever happens round it."""

    paragraphs: list[list[tuple[str, int]]]
    made: int = 0

    def word(self, draw: random.Random) -> tuple[str, int]:
        self.made += 1
        return draw.choice(WORDS), self.made

    def markdown(self) -> str:
        return "\n\n".join(" ".join(word for word, _ in words) for words in self.paragraphs if words)

    def position_of(self, numbers: list[int]) -> int | None:
        """Where the words with these numbers stand, one after another; None where they do so no longer."""
        at = 0
        for words in self.paragraphs:
            if not words:
                continue
            known = [number for _, number in words]
            if numbers[0] in known:
                first = known.index(numbers[0])
                if known[first : first + len(numbers)] != numbers:
                    return None
                return at + sum(len(word) + 1 for word, _ in words[:first])
            at += sum(len(word) + 1 for word, _ in words)
        return None


def edit(written: Written, draw: random.Random) -> None:
    words = draw.choice([one for one in written.paragraphs if len(one) > 3])
    at, what = draw.randrange(len(words)), draw.random()
    if what < 0.4:
        words[at] = written.word(draw)
    elif what < 0.65:
        words[at:at] = [written.word(draw) for _ in range(draw.randint(1, 6))]
    elif what < 0.9:
        del words[at : at + draw.randint(1, 4)]
    elif what < 0.95:
        written.paragraphs.insert(draw.randrange(len(written.paragraphs)), [written.word(draw) for _ in range(20)])
    else:
        i, j = draw.randrange(len(written.paragraphs)), draw.randrange(len(written.paragraphs))
        written.paragraphs[i], written.paragraphs[j] = written.paragraphs[j], written.paragraphs[i]


def measured(edits: int, seed: int = 29) -> dict[str, int]:
    """Of some 435 passages: right (where its words are, or that they have changed), wrong, lost (there, and not found)."""
    draw = random.Random(seed)
    found = {"right": 0, "wrong": 0, "lost": 0, "changed": 0}
    for _ in range(5):
        written = Written([])
        written.paragraphs = [[written.word(draw) for _ in range(draw.randint(20, 90))] for _ in range(50)]
        old = ReadText(written.markdown())
        passages: list[tuple[Passage, list[int]]] = []
        while len(passages) < 87:
            words = draw.choice(written.paragraphs)
            first = draw.randrange(len(words))
            part = words[first : first + draw.randint(2, 9)]
            try:
                before = " ".join(word for word, _ in words[:first][-9:])
                passage = old.passage(" ".join(word for word, _ in part), before=before)
            except NotThere:
                continue
            numbers = [number for _, number in part]
            if passage.position == written.position_of(numbers):
                passages.append((passage, numbers))
        for _ in range(edits):
            edit(written, draw)
        new = ReadText(written.markdown())
        for passage, numbers in passages:
            place, stands = new.find(passage), written.position_of(numbers)
            found["changed"] += stands is None
            if (None if place is None else place.start) == stands:
                found["right"] += 1
            else:
                found["lost" if place is None else "wrong"] += 1
    return found


@pytest.mark.parametrize(("edits", "most_wrong", "most_lost"), [(5, 1, 3), (40, 3, 6), (200, 8, 27)])
def test_scattered_edits_lose_few_and_mislead_less(edits: int, most_wrong: int, most_lost: int) -> None:
    found = measured(edits)
    assert found["wrong"] <= most_wrong, found
    assert found["lost"] <= most_lost, found
