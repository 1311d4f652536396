"""The order in which the reference data of meetings loads."""

from editorial.actions.reference import loaders


def test_what_others_name_comes_before_them() -> None:
    order = ["statement-themes", "meetings", "meeting-spans", "meeting-counts", "attendance", "absences"]
    order += ["interpretive-positions"]
    order += ["action-plans", "action-plan-parts", "resolutions", "recorded-votes", "vote-totals", "votes"]
    order += ["resolution-sponsors"]
    assert [name for name in loaders() if name in order] == order
