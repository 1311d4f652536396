"""What commands share that run parts by their names."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError

from editorial.management.named_parts import NamedPartsCommand, with_bar


class Poems(NamedPartsCommand):
    def known(self) -> dict[str, object]:
        return {"odes": 1, "songs": 2}


def test_all_parts_are_wanted_where_none_is_named() -> None:
    assert Poems().wanted("") == ["odes", "songs"]
    assert Poems().wanted(" songs, ") == ["songs"]


def test_a_name_that_no_part_has_is_told_with_those_that_there_are() -> None:
    with pytest.raises(CommandError, match=r"--only: unknown hymns\. Known: odes, songs\."):
        Poems().wanted("odes,hymns")


def test_the_help_names_every_part() -> None:
    help_words = Poems().create_parser("manage.py", "poems").format_help()
    assert "odes, songs" in " ".join(help_words.split())


def test_the_bar_passes_everything_on_and_is_silent_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    said = StringIO()
    monkeypatch.setattr("sys.stderr", said)
    assert list(with_bar(["odes", "songs"], "Poems", "poem")) == ["odes", "songs"]
    assert said.getvalue() == ""
