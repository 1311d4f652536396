"""Records that are gone, until they are back."""

from __future__ import annotations

from datetime import date

from countries.models import Country, Treaty, TreatyAction
from editorial.actions.restoring import bring_back
from editorial.history.deleted import deleted
from editorial.models import Source, recording
from tests.factories.profiles import make_country


def test_deleted_records_are_listed_until_they_are_back(db: None, person) -> None:
    with recording(by=person("researcher"), reason="Entered"):
        source = Source.objects.create(key="slides", title="Slides")
    with recording(by=person("editor"), reason="Entered twice"):
        source.delete()
    gone = deleted(Source)
    assert [(d.label, d.by, d.reason) for d in gone] == [("slides", "editor", "Entered twice")]
    bring_back(model=Source, pk=gone[0].pk, by=person("editor"), reason="It was another one")
    assert deleted(Source) == []


def test_a_record_deleted_twice_is_listed_once_with_the_newer_act(db: None, person) -> None:
    for reason in ("Once", "Twice"):
        with recording(by=person("editor"), reason=reason):
            Source.objects.create(pk=7, key="slides", title="Slides").delete()
    assert [(one.pk, one.reason) for one in deleted(Source)] == [(7, "Twice")]


def test_one_that_can_no_longer_say_its_name_has_its_number(db: None, world) -> None:
    with recording(by=None, reason="Entered twice"):
        country = make_country(1)
        made = TreatyAction.objects.create(
            treaty=Treaty.objects.get(slug="ccm"), country=country, kind="signature", date=date(2008, 12, 3)
        )
        pk = made.pk
        made.delete()
        country.delete()
    assert [one.label for one in deleted(TreatyAction)] == [f"treaty action {pk}"]
    assert [one.label for one in deleted(Country)] == ["State 001"]
