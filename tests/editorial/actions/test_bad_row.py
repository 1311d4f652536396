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
