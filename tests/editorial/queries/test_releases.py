"""Which releases readers see and until when, and which were taken back."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from countries.models import CountryProfile
from editorial.queries import release_spans, with_standing_releases, withdrawals
from tests.factories.profiles import make_country


def test_a_release_is_seen_until_the_next_one(press, peru, ban_policy) -> None:
    first = press.edition(peru, ban_policy)
    now = timezone.now()
    assert release_spans(first.profile, now) == [(first, None)]
    tomorrow = now + timedelta(days=1)
    second = press.release(first.profile, note="Clearer.", lead="Peru signed.", visible_from=tomorrow)
    assert release_spans(first.profile, now) == [(first, tomorrow), (second, None)]
    assert release_spans(first.profile, tomorrow) == [(second, None)], "on the day itself the first is replaced"


def test_what_was_withdrawn_is_seen_no_more_and_every_withdrawal_is_kept(press, peru, ban_policy) -> None:
    first = press.edition(peru, ban_policy)
    press.withdraw(first.profile, "Wrong state.")
    assert release_spans(first.profile, timezone.now()) == []
    press.release(first.profile, note="Anew.", lead="Peru signed.")
    press.withdraw(first.profile, "Wrong year.")
    told = withdrawals(CountryProfile, [first.profile.pk])
    assert [one.public_reason for one in told[first.profile.pk]] == ["Wrong state.", "Wrong year."]
    assert withdrawals(CountryProfile) == told
    assert withdrawals(CountryProfile, []) == {}


def test_of_many_records_the_releases_are_read_together(
    press, peru, ban_policy, django_assert_num_queries
) -> None:
    first = press.edition(peru, ban_policy)
    press.edition(make_country(1), ban_policy)
    press.release(first.profile, note="Clearer.", lead="Peru signed.")
    gone = press.edition(peru, ban_policy, edition=2010)
    press.withdraw(gone.profile, "Wrong state.")
    now = timezone.now()
    alone = [release_spans(one, now) for one in CountryProfile.objects.order_by("pk")]
    with django_assert_num_queries(2):
        together = [
            release_spans(one, now) for one in with_standing_releases(CountryProfile.objects.order_by("pk"))
        ]
    assert together == alone
    assert [len(spans) for spans in together] == [1, 1, 0]
