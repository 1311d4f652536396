"""Types of munitions: what Article 2(2) makes of one, and which figures are refused."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    MunitionOrigin,
    MunitionType,
    StockpileHolding,
)
from stockpiles.models.munition_type import type_words
from stockpiles.rules.cluster_munition_definition import DefinitionVerdict

pytestmark = pytest.mark.usefixtures("in_a_change")


def when(text):
    return PartialDate.parse(text)


class TestMunitionType:
    def test_the_m26_is_a_cluster_munition(self):
        m26 = MunitionType(designation="M26", slug="m26", submunitions_per_munition=644)
        assert m26.classification().value.verdict is DefinitionVerdict.CLUSTER_MUNITION

    def test_other_designations(self):
        assert MunitionType(also_called="M26A1; M26A2 ;").other_designations == ["M26A1", "M26A2"]

    def test_an_unknown_number_is_not_approximate(self):
        with pytest.raises(ValidationError, match="Only a number can be approximate"):
            MunitionType(designation="X", slug="x", submunitions_approximate=True).full_clean()

    def test_a_mass_is_more_than_zero(self):
        with pytest.raises(ValidationError, match="more than zero"):
            MunitionType(designation="X", slug="x", mass_kg=Decimal(0)).full_clean()

    @pytest.mark.parametrize(
        ("submunitions", "verdict"), [(10, "CLUSTER_MUNITION"), (9, "UNDECIDED"), (None, "UNDECIDED")]
    )
    def test_ten_submunitions_fail_the_first_test_of_article_2_2_c(self, submunitions, verdict):
        """Fewer than ten is only the first of five tests; what no source says leaves it undecided."""
        munition = MunitionType(designation="X", slug="x", submunitions_per_munition=submunitions)
        assert munition.classification().value.verdict is DefinitionVerdict[verdict]

    def test_smoke_alone_is_no_cluster_munition(self):
        smoke = MunitionType(designation="X", slug="x", submunitions_per_munition=100, exempt_purpose=True)
        assert smoke.classification().value.verdict is DefinitionVerdict.EXCLUDED

    def test_the_rule_is_asked_with_what_was_entered_and_nothing_else(self):
        features = MunitionType(
            submunitions_per_munition=2, submunition_mass_kg=Decimal("6.5"), engages_single_target=True
        ).features
        assert (features.submunitions, features.submunition_mass_kg) == (2, Decimal("6.5"))
        assert (features.engages_single_target, features.self_destructs_electronically) == (True, None)

    def test_a_type_with_holdings_stays_and_its_origins_go_with_it(self, peru):
        type_ = MunitionType.objects.create(designation="CB-470", slug="cb-470")
        origin = MunitionOrigin.objects.create(munition_type=type_, country=peru)
        assert str(origin) == "CB-470: Peru"
        holding = StockpileHolding.objects.create(country=peru, munition_type=type_, munitions=1)
        with pytest.raises(IntegrityError), transaction.atomic():
            type_.delete()
        holding.delete()
        type_.delete()
        assert not MunitionOrigin.objects.exists()

    def test_in_words_and_at_its_address(self):
        m26 = MunitionType(designation="M26", slug="m26")
        assert (str(m26), m26.get_absolute_url()) == ("M26", "/stockpiles/munitions/m26/")
        assert (type_words(m26), type_words(None)) == ("M26", "whole stock")
