"""What is said of a row that cannot be taken."""

import pytest

from editorial.actions.bad_row import BadRow


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"field": "iso3", "value": "XYZ"}, "iso3: “XYZ”. Correct it."),
        ({"field": "iso3"}, "iso3: empty. Correct it."),
        ({}, "Correct it."),
    ],
)
def test_it_names_the_column_the_value_and_the_remedy(given, words):
    assert str(BadRow("Correct it.", **given)) == words


def test_its_place_goes_before_the_words():
    refusal = BadRow("Correct it.", field="iso3", value="XYZ").at(3, "a.csv")
    assert str(refusal) == "a.csv, line 3, iso3: “XYZ”. Correct it."
    assert refusal.words == "iso3: “XYZ”. Correct it."
    assert str(BadRow("Correct it.").at(3)) == "line 3, Correct it."
    assert str(BadRow("The whole file.").at(0)) == "The whole file."
