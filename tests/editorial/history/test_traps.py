"""Ten traps of recorded history, each met by trying, each kept shut here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, CountryName, CountryProfile
from editorial.actions.restoring import restore
from editorial.history.acts import moment_of
from editorial.history.comparison import compare
from editorial.history.index import index_of
from editorial.history.states import known_at
from editorial.history.timeline import PER_PAGE, timeline
from editorial.models import Source, UntrackedWrite, recording
from meetings.models import Statement, StatementParty


def address(page: str, record: Any) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def rewrite(profile: CountryProfile, times: int) -> None:
    for number in range(times):
        with recording(by=None, reason=f"Version {number}"):
            profile.lead = f"Lead {number}."
            profile.save()


@pytest.fixture
def statement(peru: Country, person) -> Statement:
    with recording(by=person("researcher"), reason="Entered"):
        made = Statement.objects.create(title="Lima", text="Text.")
        StatementParty.objects.create(statement=made, country=peru, role="deliverer")
    return made


def test_1_the_list_of_versions_asks_the_same_however_many_there_are(at_desk, statement: Statement, peru) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            timeline(index_of(Statement, statement.pk))
        return len(queries)

    few = asked()
    for number in range(40):
        with recording(by=None, reason=f"Version {number}"):
            statement.title = f"Lima {number}"
            statement.save()
            party = statement.parties.get()
            party.role = "lead" if number % 2 else "deliverer"
            party.save()
    assert asked() <= few + 2  # names of what foreign keys point at, asked once for all


def test_2_a_second_change_far_from_the_first_is_shown(at_desk, draft: CountryProfile) -> None:
    filling = " ".join(["word"] * 3000)
    for text in (f"First. {filling} last.", f"Begun. {filling} ended."):
        with recording(by=None, reason="Long text"):
            draft.text = text
            draft.save()
    newest, before = draft.history.values_list("history_id", flat=True)[:2]
    page = at_desk().get(address("compare", draft), {"from": before, "to": newest}).content.decode()
    for words in ("<del>First</del>", "<ins>Begun</ins>", "<del>last</del>", "<ins>ended</ins>"):
        assert words in page


def test_3_the_oldest_line_of_a_page_says_what_changed(draft: CountryProfile) -> None:
    rewrite(draft, PER_PAGE + 5)
    acts = timeline(index_of(CountryProfile, draft.pk)).acts
    assert all(act.lines[0].changes for act in acts)


def test_4_rows_of_a_whole_are_shown_and_come_back_with_it(statement: Statement, peru: Country, person) -> None:
    first = statement.history.earliest()
    with recording(by=person("editor"), reason="Nobody"):
        statement.parties.get().delete()
    acts = timeline(index_of(Statement, statement.pk)).acts
    assert [line.action for line in acts[0].lines] == ["Deleted"]
    restore(record=statement, version=first, by=person("editor"), reason="It was Peru")
    assert [party.country for party in statement.parties.all()] == [peru]


def test_5_the_rows_of_a_past_day_are_those_of_that_day(statement: Statement, peru: Country, person) -> None:
    then = moment_of(statement.history.earliest())
    with recording(by=person("editor"), reason="Another role"):
        party = statement.parties.get()
        party.role = "lead"
        party.save()
    (row,) = known_at(Statement, statement.pk, then).parts["meetings.StatementParty"].values()
    assert row.values["role"] == "deliverer"


def test_6_a_past_day_is_asked_in_a_fixed_number_of_queries(
    draft: CountryProfile, django_assert_max_num_queries
) -> None:
    assert settings.SIMPLE_HISTORY_DATE_INDEX == "Composite"
    rewrite(draft, 30)
    with django_assert_max_num_queries(9):
        state = known_at(CountryProfile, draft.pk, timezone.now())
    assert state.record.values["lead"] == "Lead 29."
    assert known_at(CountryProfile, draft.pk, timezone.now() - timedelta(days=1)).record is None


def test_7_writes_around_the_history_are_refused_with_the_way_to_do_it(draft: CountryProfile) -> None:
    with pytest.raises(UntrackedWrite, match="Load the rows and save"):
        CountryProfile.objects.filter(pk=draft.pk).update(lead="Unseen")
    with pytest.raises(UntrackedWrite, match="Save each row"):
        CountryProfile.objects.bulk_create([])
    with pytest.raises(UntrackedWrite, match="Load the rows and save"):
        CountryProfile.objects.bulk_update([draft], ["lead"])
    draft.refresh_from_db()
    assert draft.lead != "Unseen"


def test_8_a_save_that_changes_nothing_writes_nothing(draft: CountryProfile) -> None:
    before = draft.history.count()
    draft.save()
    CountryProfile.objects.get(pk=draft.pk).save()
    draft.edition = "2009"  # as a form sends it
    draft.save()
    assert draft.history.count() == before


def test_9_a_version_of_a_row_loaded_in_part_holds_the_whole_row(draft: CountryProfile) -> None:
    partial = CountryProfile.objects.only("lead").get(pk=draft.pk)
    partial.lead = "Only the lead."
    with recording(by=None, reason="Lead"):
        partial.save()
    newest, before = draft.history.all()[:2]
    assert newest.text == before.text == draft.text
    (change,) = compare(
        known_at(CountryProfile, draft.pk, before.history_date),
        known_at(CountryProfile, draft.pk, newest.history_date),
    ).fields
    assert change.name == "lead"


def test_10_a_record_that_is_gone_is_named_as_deleted(at_desk, peru: Country, sources: list[Source]) -> None:
    source = sources[1]
    for value in (source, None):
        with recording(by=None, reason="Named, then not"):
            peru.source = value
            peru.save()
    pk = source.pk
    with recording(by=None, reason="Entered twice"):
        source.delete()
    newest, before = peru.history.values_list("history_id", flat=True)[:2]
    page = at_desk("boss", "").get(address("compare", peru), {"from": before, "to": newest})
    assert f"source {pk} (deleted)" in page.content.decode()
    assert at_desk("boss", "").get(address("history", peru)).status_code == 200


def test_loaded_and_imported_rows_have_a_first_version_to_go_back_to(press, peru, ban_policy) -> None:
    """Further names come in with the reference data: the very first edit of one can be undone."""
    with recording(by=None, reason="Reference data"):
        name = CountryName.objects.create(country=peru, name="El Perú")
    assert name.history.get().history_type == "+"
