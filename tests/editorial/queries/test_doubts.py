"""Whatever the apps doubt is told, in their order."""

from __future__ import annotations

import pytest

from editorial.queries import doubts as module
from editorial.queries.doubts import Doubt, doubts_about
from editorial.slots import Slot


def test_all_doubts_are_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    slot = Slot[object]("doubts for a test")
    slot.fill([lambda rows: [Doubt("Peru", "Odd.")], lambda rows: [], lambda rows: [Doubt("Chile", "Odder.")]])
    monkeypatch.setattr(module, "doubts", slot)
    assert [str(doubt) for doubt in doubts_about([])] == ["Peru: Odd.", "Chile: Odder."]
