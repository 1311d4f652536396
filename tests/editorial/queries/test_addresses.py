"""An address leads on for ever."""

from __future__ import annotations

from countries.models import Country
from editorial.models import recording
from editorial.queries import slug_today


def test_a_former_slug_leads_to_todays_in_whatever_case(peru: Country, django_assert_num_queries) -> None:
    with recording(by=None, reason="As the UN writes it"):
        peru.slug = "republic-of-peru"
        peru.save()
    assert slug_today(Country, "Peru") == "republic-of-peru"
    assert slug_today(Country, "Republic-Of-Peru") == "republic-of-peru"
    assert slug_today(Country, "atlantis") is None


def test_the_slug_of_a_record_that_is_gone_leads_nowhere(peru: Country) -> None:
    with recording(by=None, reason="Entered twice"):
        peru.delete()
    assert slug_today(Country, "peru") is None
