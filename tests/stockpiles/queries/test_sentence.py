"""One sentence on a state's stocks, worked out from its records."""

from datetime import date

import pytest

from countries.models import Country
from stockpiles.queries.dossier import dossier
from stockpiles.queries.sentence import lead_sentence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def story(iso3, as_of=TODAY):
    return dossier(Country.objects.get(iso3=iso3), as_of=as_of)


@pytest.mark.parametrize(
    ("iso3", "sentence"),
    [
        (
            "CMR",
            "Cameroon declared 6 cluster munitions with 906 submunitions; by the records nothing is left to destroy.",
        ),
        (
            "GNB",
            "Guinea-Bissau is on record with stocks of unknown size; by the records nothing is left to destroy.",
        ),
        (
            "BGR",
            "Bulgaria declared 6,905 cluster munitions with 190,919 submunitions and completed their destruction in "
            "June 2023, 184 to 213 days before its deadline of 31 December 2023.",
        ),
        (
            "ECU",
            "Ecuador declared 117 cluster munitions and completed their destruction in 2004; "
            "its deadline was 1 November 2018.",
        ),
        ("MLI", "Mali destroyed stocks of unknown size; by the records nothing is left to destroy."),
        ("IRL", ""),
        ("CHN", ""),
    ],
)
def test_sentences(iso3, sentence):
    assert lead_sentence(story(iso3)) == sentence


def test_before_the_end_the_sentence_looks_ahead():
    assert lead_sentence(story("SVK", date(2022, 1, 1))).endswith(
        "to be destroyed by 1 January 2024 (730 days left)."
    )
