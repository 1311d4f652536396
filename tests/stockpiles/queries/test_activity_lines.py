"""Whatever is said against a state stands with who says it and when, and with its denial."""

from __future__ import annotations

import pytest

from editorial.models import recording
from editorial.queries.proof import proofs
from stockpiles.models import ActivityClaim, ActivityPlace
from stockpiles.queries.activity_lines import activity_groups
from stockpiles.queries.figure_groups import Proofs
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db
HRW, STATE, MONITOR = "HRW-2017", "Report-2016", "Monitor-2018"


@pytest.fixture
def said(peru):
    """Says something of Peru, and gives the groups of all that was said."""
    for key, publisher in ((HRW, "Human Rights Watch"), (STATE, "Peru"), (MONITOR, "Monitor")):
        make_source(key=key, publisher=publisher)

    def say(*rows):
        claims = []
        with recording(by=None, reason="Entered"):
            for answer, key, made_on, more in rows:
                places = more.pop("places", ())
                given = {"activity": "use", "certainty": "reported", **more}
                claim = ActivityClaim.objects.create(
                    country=peru, answer=answer, made_on=made_on, note=f"[@{key}]", **given
                )
                for place in places:
                    ActivityPlace.objects.create(claim=claim, country=place)
                claims.append(claim)
        stored = ActivityClaim.objects.filter(pk__in=[one.pk for one in claims])
        found = Proofs(stored := stored.prefetch_related("places__country"))
        return activity_groups(found.shown(one) for one in stored)

    return say


def lines(group):
    return [(line.words, line.who, line.by_the_state) for line in group.lines]


def test_the_accusation_stands_first_with_who_says_so_and_the_denial_beside_it(said, peru):
    (group,) = said(
        ("not_known", MONITOR, "2018", {}),
        ("no", STATE, "2016", {"certainty": "stated"}),
        ("yes", HRW, "2017", {"places": [peru], "period_start": "2015", "period_end": "2017"}),
    )
    assert lines(group) == [
        ("has used cluster munitions in Peru (2015 to 2017)", "Human Rights Watch, 2017", False),
        ("has not used cluster munitions", "Peru, 2016", True),
        ("is not known to have used cluster munitions", "Monitor, 2018", False),
    ]
    assert group.is_disputed
    assert ([line.answer for line in group.shown], group.more) == (["yes", "no"], 1)


def test_equal_answers_are_one_line_with_all_their_sources_the_newest_first(said):
    (group,) = said(("no", HRW, "2017", {}), ("no", MONITOR, "2018", {}))
    assert lines(group) == [("has not used cluster munitions", "Monitor, 2018; Human Rights Watch, 2017", False)]
    assert not group.is_disputed


def test_of_many_sources_the_newest_three_are_named_and_the_others_counted(said):
    (group,) = said(*(("no", HRW, str(year), {}) for year in range(2010, 2015)))
    assert (
        group.lines[0].who
        == "Human Rights Watch, 2014; Human Rights Watch, 2013; Human Rights Watch, 2012; and 2 more"
    )


def test_questions_stand_in_the_order_of_the_convention(said):
    groups = said(
        ("yes", HRW, "2017", {"activity": "hosting"}),
        ("yes", HRW, None, {"activity": "production", "tense": "past"}),
        ("yes", HRW, "2017", {"time_in_words": "since mid-2012"}),
    )
    assert [(group.activity.value, group.lines[0].words, group.lines[0].who) for group in groups] == [
        ("use", "has used cluster munitions (since mid-2012)", "Human Rights Watch, 2017"),
        ("production", "has produced cluster munitions (in the past)", "Human Rights Watch, undated"),
        ("hosting", "has hosted stocks of another state", "Human Rights Watch, 2017"),
    ]


def test_what_no_source_bears_says_so(peru):
    claim = ActivityClaim(country=peru, activity="use", answer="alleged")
    claim.save()
    (group,) = activity_groups([Proofs([claim]).shown(claim)])
    assert proofs([claim])
    assert group.lines[0].who == "no source recorded"
