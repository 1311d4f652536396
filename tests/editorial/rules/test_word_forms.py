"""The words of a text as search compares them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editorial.rules.word_forms import any_words_in, index_text, other_words_in, visible, words_in


def plain(text: str) -> list[str]:
    return [word.plain for word in words_in(text)]


@pytest.mark.parametrize(
    "written", ["8,445", "8 445", "8\u00a0445", "8\u202f445", "8\u2009445", "8.445", "8’445", "8445"]
)
def test_a_figure_is_one_word_however_its_digits_are_grouped(written: str) -> None:
    assert plain(f"It held {written} bomblets.") == ["it", "held", "8445", "bomblets"]


def test_a_figure_in_millions_and_one_of_another_script() -> None:
    assert plain("1,234,567 and ٨٤٤٥ and ८४४५") == ["1234567", "and", "8445", "and", "8445"]


@pytest.mark.parametrize("written", ["2,50", "0,345", "1234,567", "3.5", "2009 500 bombs", "WP.18", "12,3456"])
def test_what_is_no_grouped_figure_is_left_apart(written: str) -> None:
    assert plain(written) == [word.lower() for word in re.findall(r"[A-Za-z]+|\d+", written)]


def test_two_numbers_that_stand_side_by_side_are_found_each() -> None:
    text = "Under Article 3 100 states spoke"
    assert {"3", "100", "3100"} <= set(index_text(text).split())


@pytest.mark.parametrize("written", ["BL-755", "BL755", "bl 755", "BL\u2011755", "Bl.755"])
def test_a_designation_is_the_same_in_any_spelling(written: str) -> None:
    assert plain(written) == ["bl", "755"]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("bomb\u00adlets", "bomblets"),
        ("stock\u200bpile", "stockpile"),
        ("stock\u2060pile", "stockpile"),
        ("stock\ufeffpile", "stockpile"),
        ("stock\u00ad\npile", "stockpile"),
        ("Pe\u0301ru", "peru"),
        ("MJÖLNER", "mjolner"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Türkiye’s", "turkiye"),
        ("İstanbul", "istanbul"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁre", "fire"),
        ("ℙeru", "peru"),
        ("Ёлка", "елка"),
        ("القُنبلة", "القنبله"),
    ],
)
def test_marks_and_what_nobody_sees_make_no_other_word(written: str, word: str) -> None:
    assert plain(written) == [word]


def test_words_cut_at_a_line_or_joined_by_a_hyphen_are_also_one_word() -> None:
    for text, joined in (
        ("stock-\npile", "stockpile"),
        ("anti-personnel", "antipersonnel"),
        ("d’Ivoire", "divoire"),
    ):
        assert joined in {word.plain for word in other_words_in(text, list(words_in(text)))}
    assert "notjoined" not in index_text("not - joined, not/joined").split()


@pytest.mark.parametrize("asked", ["集束弹药", "公约", "销毁库存", "库存"])
def test_a_word_inside_a_chinese_sentence_stands_there_as_a_phrase(asked: str) -> None:
    sentence = index_text("集束弹药公约要求每个缔约国销毁库存。")
    assert f" {index_text(asked)} " in f" {sentence} "


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [("クラスター弾に関する条約", "条約"), ("ระเบิดลูกปราย", "ลูก"), ("집속탄금지협약에", "협약")],
)
def test_scripts_without_spaces_are_read_character_by_character(sentence: str, asked: str) -> None:
    assert f" {index_text(asked)} " in f" {index_text(sentence)} "


def test_use_is_not_the_word_us() -> None:
    assert index_text("use used uses using") == "use use use use"
    assert index_text("US us") == "us us"


def test_a_place_in_the_text_leads_to_the_word() -> None:
    text = "Peru’s 8,445 bomb\u00adlets"
    assert [text[word.start : word.end] for word in words_in(text)] == ["Peru", "8,445", "bomb\u00adlets"]


def test_what_is_shown_has_no_invisible_hyphens() -> None:
    assert visible("bomb\u00adlets in stock\u200bpiles") == "bomblets in stockpiles"


@given(st.text(max_size=500))
def test_the_index_is_given_plain_letters_and_digits(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in index_text(text).split())


def test_house_rule_no_word_is_longer_than_a_database_takes() -> None:
    assert max(len(word) for word in index_text("x" * 5000 + " " + "ж" * 5000).split()) < 2000


_WRITTEN = st.sampled_from(["a", "Peru", "8", "12", "1,234", "\u096b", "é", "集", "ж", ""])
_BETWEEN = st.sampled_from([*" -’,./(\n", "'s ", "\u2011", "\u200b", "\u00a0", "-\n", "\u00ad\n", ", ", ""])


@given(st.lists(st.builds(str.__add__, _WRITTEN, _BETWEEN), max_size=12).map("".join))
@example("of anti-\npersonnel mines")
@example("a stock\u00ad\npile of 8 445")
def test_what_is_told_quickly_is_what_a_careful_reader_tells(text: str) -> None:
    words = list(any_words_in(text, 0, len(text)))
    joined = dict.fromkeys(word.word for word in other_words_in(text, words))
    assert list(words_in(text)) == words
    assert index_text(text).split() == [*(word.word for word in words), *joined]
