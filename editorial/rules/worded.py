"""A short list of values, each with the words that readers see."""

from __future__ import annotations

from enum import StrEnum


class Worded(StrEnum):
    """Members are ``value, words`` or ``value, words, meaning``."""

    words: str
    meaning: str

    def __new__(cls, value: str, words: str = "", meaning: str = "") -> Worded:
        member = str.__new__(cls, value)
        member._value_, member.words, member.meaning = value, words, meaning
        return member
