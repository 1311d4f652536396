"""Article 2(2): all five tests or none."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stockpiles.rules.cluster_munition_definition import DefinitionVerdict, Features, classify

EXEMPT = Features(
    submunitions=2,
    submunition_mass_kg=Decimal("6.5"),
    engages_single_target=True,
    self_destructs_electronically=True,
    self_deactivates_electronically=True,
)


def test_a_munition_that_passes_all_five_is_excluded():
    answer = classify(EXEMPT)
    assert answer.value.verdict is DefinitionVerdict.EXCLUDED
    assert [test.passed for test in answer.value.tests] == [True] * 5


@pytest.mark.parametrize(
    ("field", "value", "number"),
    [
        ("submunitions", 10, "i"),
        ("submunition_mass_kg", Decimal(4), "ii"),
        ("engages_single_target", False, "iii"),
        ("self_destructs_electronically", False, "iv"),
        ("self_deactivates_electronically", False, "v"),
    ],
)
def test_failing_any_one_makes_it_a_cluster_munition(field, value, number):
    answer = classify(replace(EXEMPT, **{field: value}))
    assert answer.value.verdict is DefinitionVerdict.CLUSTER_MUNITION
    assert f"fails test ({number})" in answer.arithmetic


def test_peru_bomblets_of_6_kg_are_not_excluded_by_their_weight():
    answer = classify(Features(submunition_mass_kg=Decimal(6)))
    assert answer.value.verdict is DefinitionVerdict.UNDECIDED
    assert answer.value.tests[1].passed is True
    assert answer.value.tests[1].reason == "Each submunition weighs 6 kg; more than 4 kg."
    assert "all five have to be passed" in answer.arithmetic


def test_the_m26_with_644_submunitions_needs_no_other_fact():
    assert classify(Features(submunitions=644)).value.verdict is DefinitionVerdict.CLUSTER_MUNITION


def test_20_kg_and_more_lies_outside_the_definition():
    heavy = classify(replace(EXEMPT, submunitions=40, submunition_mass_kg=Decimal(20)))
    assert heavy.value.verdict is DefinitionVerdict.OUTSIDE
    assert classify(replace(EXEMPT, submunitions=40, submunition_mass_kg=Decimal("19.9"))).value.verdict is (
        DefinitionVerdict.CLUSTER_MUNITION
    )


def test_smoke_and_electronic_effects_are_excluded_by_purpose():
    answer = classify(Features(submunitions=50, exempt_purpose=True))
    assert answer.value.verdict is DefinitionVerdict.EXCLUDED
    assert "2(2)(a) and (b)" in answer.arithmetic


def test_what_releases_no_explosive_submunitions_is_outside():
    assert classify(Features(disperses_explosive_submunitions=False)).value.verdict is DefinitionVerdict.OUTSIDE
    assert classify(Features(disperses_explosive_submunitions=None)).value.verdict is DefinitionVerdict.UNDECIDED


THREE = st.none() | st.booleans()


@given(
    st.none() | st.integers(1, 2000),
    st.none() | st.decimals("0.01", "19.99", places=2),
    THREE,
    THREE,
    THREE,
)
def test_excluded_if_and_only_if_all_five_pass(count, mass, single, destructs, deactivates):
    answer = classify(Features(True, count, mass, single, destructs, deactivates))
    passed = [test.passed for test in answer.value.tests]
    expected = (
        DefinitionVerdict.CLUSTER_MUNITION
        if False in passed
        else DefinitionVerdict.UNDECIDED
        if None in passed
        else DefinitionVerdict.EXCLUDED
    )
    assert answer.value.verdict is expected
    assert all(test.reason.endswith(".") for test in answer.value.tests)
