"""Which record on file a row is about, and whether it may change it."""

import pytest

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport
from editorial.importing.sheet import Made
from editorial.importing.sheet_records import (
    DeskWriter,
    ReferenceWriter,
    ReferenceWriterOfMany,
    documents_cited,
    named_first,
)
from editorial.models import Source, User, recording
from stockpiles.models import ClearanceObligation, CompletionDeclaration, ExtensionRequest, StockpileHolding
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def recorded(sources):
    with recording(by=None, reason="Made for a test"):
        yield


def claim(peru, munitions, note):
    by = {"country": peru, "munition_type": None, "as_of": "2012"}
    values = {"munitions": munitions, "certainty": "reported", "note": note}
    return Made(StockpileHolding, by, values, is_claim=True)


PRESS, OSLO, NOTES = "[@laRepublica-2007-05-29, p. 3]", "[@peru-oslo-2008]", "[@oslo-notes-2008]"


def on_record():
    return sorted(StockpileHolding.objects.values_list("munitions", "note"))


def test_a_source_that_was_merged_counts_as_the_other(sources):
    press, oslo, _ = sources
    press.merged_into = oslo
    press.save()
    assert documents_cited(f"Said {PRESS}, and {OSLO}.") == {oslo.pk}
    assert documents_cited("Nobody says.") == frozenset()


class TestReference:
    def test_claims_of_two_sources_are_two_records(self, peru):
        report = ImportReport()
        rows = [[claim(peru, 10, PRESS)], [claim(peru, 12, OSLO)]]
        for _ in range(2):
            writer = ReferenceWriter(report, rows)
            for row in rows:
                writer.write(row)
        assert (report.created, report.unchanged) == (2, 2)
        assert on_record() == [(10, PRESS), (12, OSLO)]

    def test_a_source_that_the_file_corrects_is_corrected(self, peru):
        report = ImportReport()
        for note in (PRESS, NOTES):
            row = [claim(peru, 10, note)]
            ReferenceWriter(report, [row]).write(row)
        assert (report.created, report.changed) == (1, 1)
        assert on_record() == [(10, NOTES)]

    def test_what_another_file_brought_stays_beside(self, peru):
        first = claim(peru, 10, PRESS)
        by_another = StockpileHolding(**first.by, **first.values)
        by_another.save()
        version = by_another.history.get()
        version.history_change_reason = "Reference data: another file"
        version.save()
        other = [claim(peru, 12, OSLO)]
        ReferenceWriter(ImportReport(), [other]).write(other)
        assert on_record() == [(10, PRESS), (12, OSLO)]

    def test_a_row_put_above_an_older_one_takes_nothing_from_it(self, peru):
        report = ImportReport()
        old = [claim(peru, 10, PRESS)]
        ReferenceWriter(report, [old]).write(old)
        rows = [[claim(peru, 12, OSLO)], old]
        writer = ReferenceWriter(report, rows)
        kept = [writer.write(row)[0] for row in rows]
        assert StockpileHolding.objects.get(munitions=10).pk == kept[1].pk != kept[0].pk

    def test_a_claim_that_a_person_entered_stays_beside(self, peru):
        first = claim(peru, 10, PRESS)
        by_hand = StockpileHolding(**first.by, **first.values)
        by_hand.save()
        version = by_hand.history.get()
        version.history_user = User.objects.create(username="researcher")
        version.save()
        row = [claim(peru, 12, OSLO)]
        ReferenceWriter(ImportReport(), [row]).write(row)
        assert on_record() == [(10, PRESS), (12, OSLO)]


class TestDesk:
    def test_two_rows_of_one_source_never_write_the_same_claim(self, peru, person):
        report = ImportReport()
        writer = DeskWriter(report, person("researcher"))
        for munitions in (10, 12):
            writer.write([claim(peru, munitions, PRESS)])
        assert [munitions for munitions, _ in on_record()] == [10, 12]

    def test_equal_rows_are_one_record(self, peru, person):
        writer = DeskWriter(ImportReport(), person("researcher"))
        records = [writer.write([claim(peru, 10, PRESS)])[0] for _ in range(2)]
        assert records[0] == records[1]

    def test_what_is_new_names_a_source(self, peru, person):
        with pytest.raises(BadRow, match=r"source: empty. Every row names where it comes from."):
            DeskWriter(ImportReport(), person("researcher")).write([claim(peru, 10, "Nobody says.")])

    def test_what_is_on_record_without_one_may_be_read_back(self, peru, person):
        made = claim(peru, 10, "")
        StockpileHolding.objects.create(**made.by, **made.values)
        writer = DeskWriter(ImportReport(), person("researcher"))
        writer.write([made])
        assert (writer.row.created, writer.row.changed) == (0, 0)
        with pytest.raises(BadRow, match="source: empty"):
            DeskWriter(ImportReport(), person("researcher")).write([claim(peru, 11, "")])

    def test_a_request_is_not_changed_by_a_row_of_another_source(self, peru, person):
        by = {"country": peru, "article": 3, "number": 1}
        values = {"outcome": "pending", "procedure": "unknown", "certainty": "reported", "note": PRESS}
        writer = DeskWriter(ImportReport(), person("researcher"))
        writer.write([Made(ExtensionRequest, by, values)])
        with pytest.raises(BadRow, match="is on record by another source"):
            writer.write([Made(ExtensionRequest, by, {**values, "months_requested": 12, "note": OSLO})])
        writer.write([Made(ExtensionRequest, by, {**values, "months_requested": 12})])
        assert ExtensionRequest.objects.get().months_requested == 12

    def test_what_changes_is_shown_before_and_after(self, peru, person):
        writer = DeskWriter(ImportReport(), person("researcher"))
        StockpileHolding.objects.create(**claim(peru, 10, PRESS).by, **claim(peru, 10, PRESS).values)
        writer.write([claim(peru, 11, PRESS)])
        assert writer.row.changes == ["munitions: 10 → 11"]

    def test_a_record_of_the_same_row_stands_in_its_place(self, person):
        one = Made(Source, {"key": "one"}, {"kind": "press", "title": "One"})
        other = Made(Source, {"key": "other"}, {"kind": "press", "title": "Other", "merged_into": one})
        made, merged = DeskWriter(ImportReport(), person("researcher")).write([one, other])
        assert merged.merged_into == made


def test_what_is_named_is_stored_before_what_names_it(peru):
    """A first row whose obligation is on record, a second whose own is new."""
    assert named_first([CompletionDeclaration, ClearanceObligation]) == [
        ClearanceObligation,
        CompletionDeclaration,
    ]
    chile = make_country()
    ClearanceObligation.objects.create(country=peru)
    writer = ReferenceWriterOfMany(ImportReport("completions"))
    for country in (peru, chile):
        owed = Made(ClearanceObligation, {"country": country, "name": ""}, {})
        by = {"country": country, "article": 4, "last_item_on": None, "obligation": owed}
        writer.write([owed, Made(CompletionDeclaration, by, {"note": PRESS}, is_claim=True)])
    writer.finish()
    done = CompletionDeclaration.objects.all()
    assert {one.obligation.country for one in done} == {peru, chile}
