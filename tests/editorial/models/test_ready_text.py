"""Every table of releases has a table of what is ready to be sent, outside the seal."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import ReadyText, Release, release_models
from editorial.queries.ready_text import table_of


@pytest.mark.parametrize("model", release_models())
def test_each_release_has_one_at_the_most(model: type[Release]) -> None:
    table: Any = table_of(model)
    assert issubclass(table, ReadyText)
    assert table._meta.get_field("release").one_to_one
    assert str(table(pk=7)) == "Ready text of 7"
