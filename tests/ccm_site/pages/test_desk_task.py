"""Lines of the first page: what they lead to, and who did it last."""

from __future__ import annotations

from typing import Any

from ccm_site.pages.desk_task import Item, address, there
from countries.models import Country, CountryProfile
from editorial.models import recording


def test_an_address_with_what_it_asks(peru: Country) -> None:
    assert address(Country, "changelist", q="per") == "/admin/countries/country/?q=per"
    assert address(Country, "change", peru.pk) == f"/admin/countries/country/{peru.pk}/change/"


def test_only_records_that_the_person_may_see_are_there_without_their_texts(
    draft: CountryProfile, person: Any, django_assert_num_queries: Any
) -> None:
    found = there(CountryProfile, [draft.pk, draft.pk + 1], person("editor"))
    assert list(found) == [draft.pk]
    with django_assert_num_queries(0):
        assert str(found[draft.pk]) == str(draft)
    assert "text" in found[draft.pk].get_deferred_fields()


def test_a_line_says_who_did_it_last_and_why(peru: Country, person: Any) -> None:
    with recording(by=person("ana"), reason="As the UN writes"):
        peru.name = "Piru"
        peru.save()
    line = Item("Peru", "/").done_by(peru.history.first())
    assert (line.who, line.note, line.at) == ("ana", "As the UN writes", peru.history.first().history_date)
    assert Item("Peru", "/").done_by(None) == Item("Peru", "/")
