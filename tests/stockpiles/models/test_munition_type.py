"""Types of munitions: what Article 2(2) makes of one, and which figures are refused."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    MunitionType,
)
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
