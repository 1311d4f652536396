"""A difference is settled once, on certain figures, with words that readers see."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from stockpiles.models import MunitionType, SettledDifference
from stockpiles.rules.difference import DifferenceKind

pytestmark = pytest.mark.usefixtures("in_a_change")


def settled(peru, **fields) -> SettledDifference:
    given = {
        "finding": DifferenceKind.TYPES_DO_NOT_ADD_UP.value,
        "unit": "munitions",
        "figures": "opening 510; types 509",
        "explanation": "One bomb of an unknown type was counted.",
        **fields,
    }
    return SettledDifference(country=peru, **given)


def test_every_finding_of_the_rules_can_be_settled() -> None:
    field = SettledDifference._meta.get_field("finding")
    assert {value for value, _ in field.choices} == {finding.value for finding in DifferenceKind}
    assert max(len(value) for value, _ in field.choices) <= field.max_length


def test_in_words(peru) -> None:
    words = DifferenceKind.TYPES_DO_NOT_ADD_UP.words.lower()
    assert str(settled(peru)) == f"Peru, whole stock, munitions: {words}"
    assert settled(peru).get_absolute_url() == "/stockpiles/peru/#ledger"


@pytest.mark.parametrize("of_a_type", [False, True])
def test_a_difference_is_settled_once_of_the_whole_stock_and_once_of_each_type(peru, of_a_type: bool) -> None:
    m971 = MunitionType.objects.create(designation="M-971", slug="m-971")
    about = {"munition_type": m971} if of_a_type else {}
    settled(peru, **about).save()
    with pytest.raises(ValidationError, match="This difference is settled already; change that record"):
        settled(peru, **about).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        settled(peru, **about).save()
    settled(peru, unit="submunitions", **about).full_clean()


def test_without_an_explanation_nothing_is_settled(peru) -> None:
    with pytest.raises(ValidationError) as refused:
        settled(peru, explanation="").full_clean()
    assert "explanation" in refused.value.message_dict
    with pytest.raises(IntegrityError, match="has_explanation"), transaction.atomic():
        settled(peru, explanation="").save()
