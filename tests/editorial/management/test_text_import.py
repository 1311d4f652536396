"""What the commands that import a text share: the desk's words become options, and whoever imports is known."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.importing.problems import Problem, UnusableInput
from editorial.management.text_import import TextImportCommand
from editorial.models import Publishable


class Command(TextImportCommand[Publishable]):
    needs = ("editorial.add_source",)
    makes = "sources"


def test_what_was_given_is_named_by_its_option() -> None:
    problem = Command().in_options(Problem("bad-date", "No date.", "Correct it.", field="date"))
    assert problem.place == "--date"


def test_what_stands_in_the_file_keeps_its_place() -> None:
    problem = Problem("edition-differs", "Other.", "Look.", file="peru.txt", line=3, field="edition")
    assert Command().in_options(problem) == problem
    whole = Problem("empty", "Empty.", "Look.", file="peru.txt")
    assert Command().in_options(whole) == whole


@pytest.mark.django_db
def test_only_somebody_with_the_rights_imports(person: Any) -> None:
    assert Command().person(person("ana", is_superuser=True).username).username == "ana"
    person("reader", "Read-only")
    for name, words in (
        ("reader", "reader may not add sources."),
        ("nobody", "There is no active user “nobody”."),
    ):
        with pytest.raises(UnusableInput) as refusal:
            Command().person(name)
        [problem] = refusal.value.problems
        assert problem.message == words
        assert Command().in_options(problem).field == "--by"
