import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.importing import front_matter
from editorial.importing.problems import UnusableInput

FACTS = {
    "title": "Côte “d’Ivoire”",
    "edition": 2009,
    "breadcrumb": ["A", "B"],
    "sources": [{"key": "a"}, {"key": "b"}],
}


def test_what_is_written_is_read():
    block = front_matter.write(FACTS)
    assert front_matter.read(block.split("\n")) == (FACTS, block.count("\n"))


def test_sources_take_a_line_each():
    assert '\nsources:\n- {"key": "a"}\n- {"key": "b"}\n---\n' in front_matter.write(FACTS)


def test_a_text_without_a_block():
    assert front_matter.read(["Peru", "---"]) == ({}, 0)


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("---\ntitle: Peru\n---", 2),
        ("---\ntitle: 1\n- {}\n---", 3),
        ("---\nno entry\n---", 2),
        ("---\ntitle: 1", 2),
    ],
)
def test_what_cannot_be_read_names_its_line(block, line):
    with pytest.raises(UnusableInput) as caught:
        front_matter.read(block.split("\n"), "f.md")
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("f.md", line)


@pytest.mark.parametrize("value", [r'"a\u0000b"', r'"\ud800"', r'["\ud800"]', "9" * 5000])
def test_what_no_database_keeps_is_refused(value):
    with pytest.raises(UnusableInput):
        front_matter.read(["---", f"title: {value}", "---"])


def test_nesting_without_end_is_refused():
    with pytest.raises(UnusableInput):
        front_matter.read(["---", "title: " + "[" * 100_000, "---"])


words = st.text().filter(lambda text: "\x00" not in text)
values = st.one_of(words, st.integers(), st.lists(words), st.lists(st.dictionaries(words, words)))


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True), values))
def test_any_facts_come_back(facts):
    assert front_matter.read(front_matter.write(facts).split("\n"))[0] == facts
