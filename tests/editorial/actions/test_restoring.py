"""Restoring writes a new version with its reason; what is missing is named, and nothing is half restored."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import Country, CountryProfile
from editorial.actions.restoring import bring_back, restore
from editorial.history.states import known_at
from editorial.models import Source, recording
from editorial.rules.transitions import Refused
from meetings.models import Statement, StatementParty


@pytest.fixture
def statement(peru: Country, person) -> Statement:
    with recording(by=person("researcher"), reason="Entered"):
        made = Statement.objects.create(title="Lima", text="Text.")
        StatementParty.objects.create(statement=made, country=peru, role="deliverer")
    return made


def test_the_very_first_edit_can_be_undone(peru: Country, person) -> None:
    with recording(by=person("researcher"), reason="Wrong"):
        peru.name = "Perù"
        peru.save()
    restore(record=peru, version=peru.history.earliest(), by=person("editor"), reason="Back to the UN's spelling")
    assert peru.name == "Peru"
    newest = peru.history.latest()
    assert (str(newest.history_user), newest.history_change_reason) == ("editor", "Back to the UN's spelling")
    assert peru.history.count() == 3


def test_one_field_leaves_the_others(draft: CountryProfile, person) -> None:
    first = draft.history.earliest()
    with recording(by=person("researcher"), reason="Both changed"):
        draft.lead, draft.text = "New lead.", "New text."
        draft.save()
    restore(record=draft, version=first, by=person("editor"), reason="Old lead", fields=["lead"])
    assert draft.lead == "Peru signed in Oslo and had not yet ratified."
    assert draft.text == "New text."


def test_restoring_an_approved_record_returns_it_to_draft(draft: CountryProfile, person) -> None:
    first = draft.history.earliest()
    with recording(by=person("researcher"), reason="Changed"):
        draft.lead = "New lead."
        draft.save()
    draft.status, draft.submitted_at, draft.submitted_by = "in_review", timezone.now(), person("researcher")
    draft.save()
    restore(record=draft, version=first, by=person("editor"), reason="Old lead")
    assert draft.status == "draft"


def test_parts_come_and_go_with_their_version(statement: Statement, peru: Country, person) -> None:
    first = statement.history.earliest()
    with recording(by=person("editor"), reason="Chile instead of Peru"):
        statement.parties.get().delete()
        chile = Country.objects.create(iso3="CHL", slug="chile", name="Chile")
        StatementParty.objects.create(statement=statement, country=chile, role="deliverer")
    restore(record=statement, version=first, by=person("editor"), reason="It was Peru")
    assert [party.country for party in statement.parties.all()] == [peru]
    assert statement.parties.get().history.latest().history_change_reason == "It was Peru"


def test_a_deleted_record_comes_back_with_its_parts(statement: Statement, peru: Country, person) -> None:
    pk = statement.pk
    with recording(by=person("editor"), reason="Entered twice"):
        statement.delete()
    assert not StatementParty.objects.exists()
    back = bring_back(model=Statement, pk=pk, by=person("publisher"), reason="It was not")
    assert (back.pk, [p.country for p in Statement.objects.get(pk=pk).parties.all()]) == (pk, [peru])
    assert known_at(Statement, pk, timezone.now()).record is not None


def test_bringing_back_twice_is_refused(statement: Statement, person) -> None:
    with pytest.raises(Refused, match="nothing to bring back"):
        bring_back(model=Statement, pk=statement.pk, by=person("editor"), reason="Again")


def test_what_is_missing_is_named_and_nothing_is_written(person, db: None) -> None:
    with recording(by=person("researcher"), reason="Entered"):
        source = Source.objects.create(key="table-2007", title="Table")
        area = Country.objects.create(
            slug="area", name="Area", kind="other_area", is_un_member=False, source=source
        )
    first = area.history.earliest()
    with recording(by=person("editor"), reason="Source dropped"):
        area.source, area.name = None, "The area"
        area.save()
        source.delete()
    with pytest.raises(Refused) as refusal:
        restore(record=area, version=first, by=person("editor"), reason="Back")
    assert "table-2007" in str(refusal.value)
    area.refresh_from_db()
    assert area.name == "The area"
    restore(record=area, version=first, by=person("editor"), reason="Name only", fields=["name"])
    assert area.name == "Area"


class TestWhatItsFormWouldRefuse:
    """Neither a version nor a deleted record comes back as something that the form would not accept today."""

    def test_a_place_that_another_has_taken(self, peru: Country, person) -> None:
        with recording(by=None, reason="Renamed"):
            peru.slug = "peru-renamed"
            peru.save()
            Country.objects.create(iso3="PEX", slug="peru", name="Another")
        with pytest.raises(Refused, match="It cannot be as it was beside what is there now") as refusal:
            restore(record=peru, version=peru.history.earliest(), by=person("editor"), reason="Back")
        assert any("“peru” was the address of another record" in problem for problem in refusal.value.problems)
        peru.refresh_from_db()
        assert (peru.slug, peru.history.count()) == ("peru-renamed", 2)

    def test_one_field_alone_is_held_to_the_same(self, peru: Country, person) -> None:
        with recording(by=None, reason="Renamed"):
            peru.slug = "peru-renamed"
            peru.save()
            Country.objects.create(iso3="PEX", slug="peru", name="Another")
        with pytest.raises(Refused):
            restore(
                record=peru, version=peru.history.earliest(), by=person("editor"), reason="Back", fields=["slug"]
            )
        assert peru.history.count() == 2

    def test_a_deleted_record_whose_place_is_taken(self, peru: Country, person) -> None:
        pk = peru.pk
        with recording(by=None, reason="Entered twice"):
            peru.delete()
            Country.objects.create(iso3="PEX", slug="peru", name="Another")
        with pytest.raises(Refused, match="It cannot come back beside what is there now"):
            bring_back(model=Country, pk=pk, by=person("editor"), reason="Back")
        assert not Country.objects.filter(pk=pk).exists()
