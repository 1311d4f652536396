"""Article 2(2): whether a munition is a cluster munition, with the reason for each test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from editorial.rules.explained import Explained
from editorial.rules.worded import Worded

ARTICLE = "CCM, Article 2(2)"
HEAVIEST_SUBMUNITION_KG = Decimal(20)
FEWEST_FOR_CLUSTER = 10
LIGHTEST_EXEMPT_KG = Decimal(4)


class DefinitionVerdict(Worded):
    """What the definition says of a munition."""

    CLUSTER_MUNITION = "cluster_munition", "Cluster munition"  # falls under the definition
    EXCLUDED = "excluded", "Excluded"  # would, but for an exception of Article 2(2)(a) to (c)
    OUTSIDE = "outside", "Outside the definition"  # never met the opening words of Article 2(2)
    UNDECIDED = "undecided", "Cannot be decided"  # a fact that decides is not known


@dataclass(frozen=True)
class Features:
    """What is known of a munition; None where it is not.

    disperses_explosive_submunitions  designed to disperse or release them (opening words of Article 2(2))
    submunitions                      explosive submunitions in each munition
    submunition_mass_kg               what each explosive submunition weighs, in kilograms
    exempt_purpose                    flares, smoke, pyrotechnics or chaff; air defence only; electrical or
                                      electronic effects: Article 2(2)(a) and (b)
    """

    disperses_explosive_submunitions: bool | None = True
    submunitions: int | None = None
    submunition_mass_kg: Decimal | None = None
    engages_single_target: bool | None = None
    self_destructs_electronically: bool | None = None
    self_deactivates_electronically: bool | None = None
    exempt_purpose: bool | None = False


@dataclass(frozen=True)
class Test:
    """One of the five tests of Article 2(2)(c): passed, failed, or not known; and why."""

    __test__ = False  # not a test case, whatever its name suggests to a test runner

    number: str
    passed: bool | None
    reason: str


@dataclass(frozen=True)
class Classification:
    """The verdict with all five tests, passed or not."""

    verdict: DefinitionVerdict
    tests: tuple[Test, ...]


def five_tests(features: Features) -> tuple[Test, ...]:
    """The tests of Article 2(2)(c). Only passing all five excludes a munition; one alone excludes nothing."""
    count, mass = features.submunitions, features.submunition_mass_kg
    few = None if count is None else count < FEWEST_FOR_CLUSTER
    heavy = None if mass is None else mass > LIGHTEST_EXEMPT_KG
    told = (
        ("iii", features.engages_single_target, "each submunition detects and engages a single target object"),
        ("iv", features.self_destructs_electronically, "each has an electronic self-destruction mechanism"),
        ("v", features.self_deactivates_electronically, "each has an electronic self-deactivating feature"),
    )
    return (
        Test("i", few, _number(count, few)),
        Test("ii", heavy, _mass(mass, heavy)),
        *(Test(number, passed, _yes_no(passed, what)) for number, passed, what in told),
    )


def classify(features: Features) -> Explained[Classification]:
    """Whether a munition is a cluster munition: CCM, Article 2(2), with the exceptions of (a) to (c).

    One failed test of (c) settles the matter against the exception, even while other facts are unknown; only
    where no test fails and some are unknown is the answer undecided.
    """
    tests = five_tests(features)
    failed = [t for t in tests if t.passed is False]
    unknown = [t for t in tests if t.passed is None]
    mass = features.submunition_mass_kg

    if features.disperses_explosive_submunitions is False:
        verdict, words = (
            DefinitionVerdict.OUTSIDE,
            "It is not designed to disperse or release explosive submunitions.",
        )
    elif mass is not None and mass >= HEAVIEST_SUBMUNITION_KG:
        verdict, words = (
            DefinitionVerdict.OUTSIDE,
            f"Its submunitions weigh {_kg(mass)}; the definition is about those of less than 20 kg.",
        )
    elif features.exempt_purpose:
        verdict, words = (
            DefinitionVerdict.EXCLUDED,
            "It dispenses flares, smoke, pyrotechnics or chaff, serves air defence only, or produces electrical "
            "or electronic effects: Article 2(2)(a) and (b).",
        )
    elif features.disperses_explosive_submunitions is None:
        verdict, words = DefinitionVerdict.UNDECIDED, "Whether it releases explosive submunitions is not known."
    elif failed:
        verdict = DefinitionVerdict.CLUSTER_MUNITION
        words = (
            f"It fails {_list(failed)} of Article 2(2)(c), and only a munition that passes all five is excluded."
        )
    elif unknown:
        verdict = DefinitionVerdict.UNDECIDED
        words = f"Nothing is known on {_list(unknown)} of Article 2(2)(c), and all five have to be passed."
    else:
        verdict, words = DefinitionVerdict.EXCLUDED, "It passes all five tests of Article 2(2)(c)."
    inputs = tuple((f"test {test.number}", test.reason) for test in tests)
    return Explained(Classification(verdict, tests), ARTICLE, inputs, words)


def _list(tests: Sequence[Test]) -> str:
    names = [f"({test.number})" for test in tests]
    if len(names) == 1:
        return f"test {names[0]}"
    return f"tests {', '.join(names[:-1])} and {names[-1]}"


def _number(count: int | None, few: bool | None) -> str:
    if count is None:
        return "How many submunitions each munition holds is not known."
    return f"It holds {count:,} submunitions; {'fewer' if few else 'not fewer'} than ten."


def _mass(mass: Decimal | None, heavy: bool | None) -> str:
    if mass is None:
        return "How much each submunition weighs is not known."
    return f"Each submunition weighs {_kg(mass)}; {'more' if heavy else 'not more'} than 4 kg."


def _kg(mass: Decimal) -> str:
    return f"{mass.normalize():f} kg"


def _yes_no(passed: bool | None, what: str) -> str:
    if passed is None:
        return f"Not known whether {what}."
    return f"{what[0].upper()}{what[1:]}." if passed else f"Not so: {what}."
