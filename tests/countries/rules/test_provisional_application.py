"""Provisional application of Article 1."""

from countries.rules.provisional_application import provisional_application

from .treaties import CCM, CCW, act, day


def test_belize_applied_article_1_from_its_accession_until_it_was_bound() -> None:
    answer = provisional_application(CCM, act("provisional_application", "2014-09-02"), day("2015-03-01"))
    period = answer.value
    assert period is not None
    assert (period.since, period.until) == (day("2014-09-02"), day("2015-03-01"))
    assert period.holds_on(day("2014-09-02"))
    assert period.holds_on(day("2015-02-28"))
    assert not period.holds_on(day("2015-03-01"))
    assert answer.article == "CCM, Article 18"
    assert "applies Article 1 provisionally" in answer.arithmetic


def test_open_ended_while_the_treaty_is_not_in_force() -> None:
    period = provisional_application(CCM, act("provisional_application", "2009-01-01"), None).value
    assert period is not None
    assert period.until is None
    assert period.holds_on(day("2030-01-01"))


def test_nothing_is_left_to_apply_for_a_state_already_bound() -> None:
    assert (
        provisional_application(CCM, act("provisional_application", "2016-01-01"), day("2015-03-01")).value is None
    )


def test_the_ccw_has_no_such_article() -> None:
    assert provisional_application(CCW, act("provisional_application", "1990-01-01"), None).value is None
