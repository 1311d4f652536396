"""The stem of an English word, by the rules that M. F. Porter published in 1980.

"Destroyed" and "destroying" have one stem, "munitions" and "munition" another. Both databases are given stems, so that
a question has the same answer on either.
"""

from __future__ import annotations


def stem(word: str) -> str:
    """The stem of a word of lower-case letters a to z; other words are returned as they are."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    # imported here: it brings the rules of all languages, which nothing needs before the first word
    from snowballstemmer import stemmer

    # one for each word: it keeps the word that it works on, and requests run side by side
    return str(stemmer("porter").stemWord(word))
