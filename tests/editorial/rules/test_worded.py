"""Values with the words that readers see."""

from __future__ import annotations

import pytest

from editorial.rules.worded import Worded


class Light(Worded):
    ON = "on", "Switched on", "Somebody can read."
    OFF = "off", "Switched off"


def test_a_member_is_its_value_and_knows_its_words() -> None:
    assert Light("on") is Light.ON
    assert [str(one) for one in Light] == ["on", "off"]
    assert (Light.ON.value, Light.ON.words, Light.ON.meaning) == ("on", "Switched on", "Somebody can read.")
    assert (Light.OFF.words, Light.OFF.meaning) == ("Switched off", "")
    assert {"on": 1}[Light.ON] == 1


def test_words_are_no_value() -> None:
    with pytest.raises(ValueError, match="Switched on"):
        Light("Switched on")
