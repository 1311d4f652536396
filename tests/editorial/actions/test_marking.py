"""A change marks those of whom readers see something else by it; a draft marks nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.utils import timezone

from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.embargo import take_back
from editorial.actions.publishing import withdraw
from editorial.models import EVERYTHING, PublicationMark, Source, recording, subject_of
from tests.factories.profiles import Press

pytestmark = pytest.mark.django_db


def marked(act: Callable[[], object]) -> set[str]:
    """The subjects that an act marks, but for the search's own."""
    last = PublicationMark.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    act()
    found = PublicationMark.objects.filter(pk__gt=last).values_list("subject", flat=True)
    return set(found) - {"search"}


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each act is a transaction of its own, as it is at the desk: what was marked before does not count as marked."""
    monkeypatch.setattr("editorial.models.publication_counter.transaction.on_commit", lambda *args, **kwargs: None)


@pytest.mark.usefixtures("fresh")
class TestTexts:
    def test_nothing_is_marked_until_publication_and_then_the_state(
        self, press: Press, peru: Country, ban_policy: ProfileTheme
    ) -> None:
        made = []
        assert marked(lambda: made.append(press.draft(peru, ban_policy))) == set()
        profile = made[0]
        assert marked(lambda: press.change(profile, lead="Another lead.")) == set()
        found = marked(lambda: press.release(profile))
        assert {"profiles", subject_of(Country, peru.pk), subject_of(type(profile), profile.pk)} <= found
        assert EVERYTHING not in found

    def test_a_publication_asks_once_whom_it_is_about(
        self, press: Press, peru: Country, ban_policy: ProfileTheme, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = Mock(return_value=())
        monkeypatch.setattr(CountryProfile, "also_named", asked)
        press.release(press.draft(peru, ban_policy))
        asked.assert_called_once_with()

    def test_what_is_taken_back_before_anybody_saw_it_is_marked(
        self, press: Press, peru: Country, ban_policy: ProfileTheme
    ) -> None:
        profile = press.draft(peru, ban_policy)
        press.release(profile, visible_from=timezone.now() + timedelta(days=1))
        found = marked(lambda: take_back(record=profile, by=press.publisher, reason="Wrong file"))
        assert subject_of(Country, peru.pk) in found

    def test_a_draft_of_what_is_published_marks_nothing_but_its_address_does(
        self, press: Press, peru: Country, ban_policy: ProfileTheme
    ) -> None:
        profile = press.edition(peru, ban_policy).profile
        assert marked(lambda: press.change(profile, text="Other words.", lead="Other lead.")) == set()
        assert subject_of(Country, peru.pk) in marked(lambda: press.change(profile, edition=2008))

    def test_a_profile_that_moves_to_another_state_marks_both(
        self, press: Press, peru: Country, ban_policy: ProfileTheme
    ) -> None:
        with recording(by=None, reason="Made for a test"):
            chad = Country.objects.create(slug="chad", iso3="TCD", name="Chad")
        profile = press.edition(peru, ban_policy).profile
        found = marked(lambda: press.change(profile, country=chad))
        assert {subject_of(Country, one.pk) for one in (peru, chad)} <= found

    def test_a_withdrawal_is_marked(
        self, press: Press, peru: Country, ban_policy: ProfileTheme, person: Callable
    ) -> None:
        profile = press.edition(peru, ban_policy).profile
        found = marked(
            lambda: withdraw(
                record=profile, by=person("paula", "Publishers"), reason="Wrong", public_reason="Wrong."
            )
        )
        assert subject_of(Country, peru.pk) in found

    def test_an_embargo_is_marked_for_its_end_as_well(
        self, press: Press, peru: Country, ban_policy: ProfileTheme
    ) -> None:
        noon = timezone.now() + timedelta(days=1)
        press.release(press.draft(peru, ban_policy), visible_from=noon)
        of_peru = PublicationMark.objects.filter(subject=subject_of(Country, peru.pk))
        assert set(of_peru.values_list("seen_from", flat=True)) == {None, noon}


@pytest.mark.usefixtures("fresh")
class TestFacts:
    def test_a_new_source_is_seen_by_nobody_and_a_corrected_one_may_stand_anywhere(self) -> None:
        made = []

        def new() -> None:
            with recording(by=None, reason="Made for a test"):
                made.append(Source.objects.create(key="report-1", kind="document", title="Report"))

        def corrected() -> None:
            with recording(by=None, reason="Spelling"):
                made[0].title = "The report"
                made[0].save()

        assert marked(new) == set()
        assert marked(corrected) == {EVERYTHING}
