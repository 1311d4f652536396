"""Parts and wholes of one source about one period."""

from impact.rules.casualty_sums import CountedPeople, sums_of_parts


def counted(basis, number, *, when="2017", source="monitor-2018", about="the world", bound=""):
    return CountedPeople(about, when, source, basis, number, bound)


def test_2017_was_parted_in_two_ways_and_both_make_up_the_whole():
    sums = sums_of_parts(
        [
            counted("all", 289),
            counted("killed", 71),
            counted("injured", 218),
            counted("attacks", 196),
            counted("remnants", 93),
        ]
    )
    assert [one.words for one in sums] == [
        "2017: 196 of attacks and 93 of remnants make up the 289 published.",
        "2017: 71 killed and 218 injured make up the 289 published.",
    ]
    assert all(one.agrees for one in sums)


def test_a_difference_is_said_with_both_figures():
    (one,) = sums_of_parts([counted("all", 290), counted("attacks", 196), counted("remnants", 93)])
    assert not one.agrees
    assert one.words == "2017: 196 of attacks and 93 of remnants make 289; 290 were published."


def test_parts_that_are_at_least_so_many_may_fall_short_and_not_go_beyond():
    below = [counted("all", 1172), counted("attacks", 987), counted("remnants", 180, bound="at_least")]
    beyond = [counted("all", 1172), counted("attacks", 987), counted("remnants", 190, bound="at_least")]
    assert [one.agrees for one in sums_of_parts(below)] == [True]
    assert [one.agrees for one in sums_of_parts(beyond)] == [False]


def test_a_part_without_a_number_is_not_nought():
    assert sums_of_parts([counted("all", 149), counted("attacks", None), counted("remnants", 149)]) == []


def test_parts_of_another_source_period_or_place_make_no_sum():
    whole, part = counted("all", 289), counted("attacks", 196)
    for other in ({"source": "another"}, {"when": "2018"}, {"about": "Syria"}):
        assert sums_of_parts([whole, part, counted("remnants", 93, **other)]) == []
