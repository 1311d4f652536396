"""All rows of the data files are loaded with their sources; bad ones are refused by row."""

from collections import Counter

import pytest
from django.db.models import Sum

from editorial.actions.reference import BadRow, LoadReport, load
from editorial.models import CitationUse, Source, recording
from stockpiles.importing.known import Known
from stockpiles.importing.rows import (
    read_extension,
    read_report,
    read_stock,
    read_type,
    read_year,
)
from stockpiles.models import (
    CompletionDeclaration,
    Contribution,
    DestructionRecord,
    ExtensionRequest,
    MunitionType,
    ProgrammeStage,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]

OURS = [
    "munition-types",
    "stockpiles",
    "stockpile-years",
    "stockpile-figures",
    "activity-claims",
    "extension-requests",
    "extension-versions",
    "completions",
    "transparency-reports",
    "destruction-programmes",
]


def test_no_row_is_refused(reference):
    assert [problem for name in OURS for problem in reference[name].refused] == []


def test_a_second_load_changes_nothing(reference):
    for name in OURS:
        report = load(name)
        assert (report.created, report.changed, report.refused) == (0, 0, []), name


def test_the_reference_rows_add_up_to_1489458_munitions(reference):
    rows = StockpileHolding.objects.declared().filter(munition_type=None).exclude(rank="superseded")
    # The slides' 2,021 is a second figure for the same stock, beside the preferred one.
    assert rows.exclude(munitions=2021).aggregate(total=Sum("munitions"))["total"] == 1_489_458


def test_every_row_of_the_files_is_there(reference):
    assert MunitionType.objects.count() == 23
    assert StockpileHolding.objects.filter(munition_type=None).values("country").distinct().count() == 36
    assert ExtensionRequest.objects.count() == 22
    assert TransparencyReport.objects.count() == 114
    assert RetentionRecord.objects.count() == 30
    assert CompletionDeclaration.objects.filter(article=3).count() == 34
    assert ProgrammeStage.objects.count() == 8
    assert [c.donor.name for c in Contribution.objects.order_by("pk")] == ["Norway", "Germany"]


def test_every_fact_cites_a_source(reference):
    for model in (StockpileHolding, DestructionRecord, RetentionRecord, ExtensionRequest, TransparencyReport):
        for record in model.objects.all():
            assert record.note.startswith(("[@",)) or "[@" in record.note, record
    compared = Source.objects.filter(uses__isnull=False, to_be_checked=False).distinct()
    assert {source.key for source in compared} == {"LandmineMonitor-Peru-2009", "Peru-MFA-slides-2024"}


def test_one_document_is_one_source_however_many_rows_cite_it(reference):
    uses = Counter(CitationUse.objects.values_list("source__key", flat=True))
    assert uses["Peru-MFA-slides-2024"] >= 15


def test_empty_stays_unknown_and_rounded_is_marked(reference):
    cuba = StockpileHolding.objects.get(country__iso3="CUB")
    assert (cuba.munitions, cuba.submunitions) == (1856, None)
    germany = StockpileHolding.objects.get(country__iso3="DEU")
    assert (germany.submunitions, germany.submunitions_rounded) == (63_000_000, True)
    bissau = StockpileHolding.objects.get(country__iso3="GNB")
    assert (bissau.munitions, bissau.certainty) == (None, "unknown")


def test_a_fact_cites_its_own_document_not_the_whole_cell(reference):
    austria = CompletionDeclaration.objects.get(country__iso3="AUT")
    assert "archives" not in RetentionRecord.objects.get(country__iso3="AUT").note
    assert CitationUse.objects.get(
        object_id=austria.pk, content_type__model="completiondeclaration"
    ).source.url == ("http://archives.the-monitor.org/custom/index.php/region_profiles/print_theme/3251")


def test_what_a_person_edited_is_left_alone(reference, person):
    with recording(by=person("researcher"), reason="Corrected after the new profile"):
        cuba = StockpileHolding.objects.get(country__iso3="CUB")
        cuba.munitions = 1857
        cuba.save()
    report: LoadReport = load("stockpiles")
    cuba.refresh_from_db()
    assert cuba.munitions == 1857
    assert report.kept == [f"stockpile holding {cuba}"]


STOCK = {"iso3": "PER", "munitions_declared": "100", "submunitions_declared": "900", "source": "A document"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"munitions_declared": "-5"}, "munitions_declared: “-5”. A count is not negative"),
        ({"iso3": "XYZ"}, "iso3: “XYZ”. No state has this"),
        ({"munitions_declared": "0"}, "submunitions_declared: “900”. Submunitions lie in munitions"),
        ({"munitions_destroyed": "101"}, "munitions_destroyed: “101”. That is more than was held"),
        ({"submunitions_destroyed": "901"}, "more than was held"),
        ({"submunitions_rounded": "1000"}, "gives an exact number already"),
        ({"completion_date_or_year": "31 June 2020"}, "completion_date_or_year"),
        ({"rank": "preferred"}, "rank_reason: empty. Say why"),
        ({"source": ""}, "source: empty"),
    ],
)
def test_a_bad_stock_row_is_refused_with_field_value_and_remedy(reference, changed, words):
    with pytest.raises(BadRow) as refused:
        read_stock({**STOCK, **changed}, Known.read())
    assert words in str(refused.value)


def test_completion_before_entry_into_force_is_flagged_not_refused(reference):
    row = {"iso3": "COL", "munitions_declared": "72", "completion_date_or_year": "2009-11", "source": "A document"}
    flags = [flag for made in read_stock(row, Known.read()) for flag in made.flags]
    assert flags == ["Completed (November 2009) before entry into force for the state (2016-03-01)."]


def test_submunitions_without_the_number_of_munitions_are_flagged(reference):
    row = {"iso3": "SWE", "retained_submunitions": "125", "source": "A document"}
    flags = [flag for made in read_stock(row, Known.read()) for flag in made.flags]
    assert flags == ["125 submunitions without the number of munitions they were in."]


YEAR = {"iso3": "PER", "year": "2022", "munitions_destroyed": "542", "source": "A document"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"munitions_destroyed": ""}, "says nothing"),
        ({"year": ""}, "Say when"),
        ({"year": "2022-05"}, "Write the year alone"),
        ({"period_start": "2023", "period_end": "2022", "year": ""}, "before the beginning"),
        ({"munition_type": "RBK-999"}, "munition_type: “RBK-999”. No munition type"),
        ({"scope": "half"}, "one of period, total"),
    ],
)
def test_a_bad_year_row_is_refused(reference, changed, words):
    with pytest.raises(BadRow) as refused:
        read_year({**YEAR, **changed}, Known.read())
    assert words in str(refused.value)


EXTENSION = {"iso3": "PER", "article": "3", "new_deadline": "2024-04-01", "source": "A document"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"article": "5"}, "article: “5”. Deadlines under Articles 3 and 4"),
        ({"new_deadline": "2012-01-01"}, "The convention entered into force for Peru on 2013-03-01"),
        ({"requested_on": "2021", "decided_on": "2020"}, "lies before the request"),
        ({"meeting": "99msp"}, "meeting: “99msp”"),
    ],
)
def test_a_bad_extension_row_is_refused(reference, changed, words):
    with pytest.raises(BadRow) as refused:
        read_extension({**EXTENSION, **changed}, Known.read(), {})
    assert words in str(refused.value)


REPORT = {
    "iso3": "PER",
    "kind": "annual",
    "covering_or_due": "2014",
    "submitted": "2015-06",
    "source": "A document",
}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": "yearly"}, "one of initial, annual, voluntary"),
        ({"submitted": "2012-01-01", "covering_or_due": ""}, "before that a report is voluntary"),
        ({"submitted": "2014-05-01"}, "cannot come before that year is over"),
        ({"covering_or_due": "someday"}, "covering_or_due: “someday”"),
    ],
)
def test_a_bad_report_row_is_refused(reference, changed, words):
    with pytest.raises(BadRow) as refused:
        read_report({**REPORT, **changed}, Known.read())
    assert words in str(refused.value)


def test_the_vague_date_of_burundi_keeps_the_words_of_its_source(reference):
    report = TransparencyReport.objects.get(country__iso3="BDI")
    assert str(report.submitted_on) == "2011"
    assert "early 2011" in report.note


def test_chile_keeps_the_period_and_the_printed_due_date(reference):
    report = TransparencyReport.objects.get(country__iso3="CHL", kind="initial")
    assert (str(report.period_start), str(report.period_end)) == ("June 2011", "June 2012")
    assert str(report.due_as_printed) == "28 November 2011"


def test_a_type_needs_a_name_that_can_stand_in_an_address(reference):
    with pytest.raises(BadRow, match="letter or a digit"):
        read_type({"designation": "–", "source": "A document"}, Known.read())
