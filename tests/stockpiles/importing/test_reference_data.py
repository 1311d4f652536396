"""All rows of the data files are loaded with their sources; bad ones are refused by row."""

from collections import Counter

import pytest
from django.db.models import Sum

from editorial.actions.reference import BadRow, LoadReport, load
from editorial.models import CitationUse, Source, recording
from stockpiles.importing.extension_rows import read_extension
from stockpiles.importing.figure_rows import read_stock, read_year
from stockpiles.importing.known import Known
from stockpiles.importing.rows import read_report, read_type
from stockpiles.importing.settled_difference import read_settled_difference
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
    "settled-differences",
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
    assert rows.aggregate(total=Sum("munitions"))["total"] == 1_489_458


def test_every_row_of_the_files_is_there(reference):
    assert MunitionType.objects.count() == 23
    assert StockpileHolding.objects.filter(munition_type=None).values("country").distinct().count() == 36
    assert ExtensionRequest.objects.count() == 24
    assert TransparencyReport.objects.count() == 114
    assert RetentionRecord.objects.count() == 32
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


def test_the_year_of_an_edition_is_when_it_was_said_not_what_it_is_about(reference):
    """Austria destroyed its stock in 2010; the edition of 2021 gives it."""
    austria = StockpileHolding.objects.get(country__iso3="AUT")
    assert (austria.as_of, str(austria.made_on)) == (None, "2021")
    declared = StockpileHolding.objects.declared()
    about = declared.exclude(as_of=None)
    assert {str(one.as_of) for one in about} == {"2013", "May 2007"}  # Peru's, of years in which it held them
    assert str(DestructionRecord.objects.get(country__iso3="BGR", scope="total").made_on) == "12 September 2023"
    kept = RetentionRecord.objects.get(country__iso3="NLD", munitions=274)
    assert (str(kept.as_of), str(kept.made_on)) == ("before 8 August 2016", "2022")


def test_what_was_destroyed_out_of_what_was_retained_says_so(reference):
    (one,) = DestructionRecord.objects.filter(out_of="retained")
    assert (one.country.iso3, one.munitions) == ("NLD", 200)


def test_perus_three_types_are_known_from_the_press_that_note_15_names(reference):
    types = StockpileHolding.objects.filter(country__iso3="PER", munition_type__isnull=False)
    assert types.count() == 3
    for one in types:
        uses = CitationUse.objects.filter(object_id=one.pk, content_type__model="stockpileholding").order_by(
            "order"
        )
        assert [(use.source.key, use.locator) for use in uses][:2] == [
            ("LandmineMonitor-Peru-2009", "note 15"),
            ("laRepublica-2007-05-29-iniciativa", "as cited there"),
        ]
        assert str(one.made_on) == "29 May 2007"


@pytest.mark.parametrize("name", ["finding", "unit", "figures", "explanation"])
def test_a_settled_difference_says_which_on_what_figures_and_why(reference, name):
    row = {
        "iso3": "BGR",
        "finding": "complete_but_unaccounted",
        "unit": "munitions",
        "figures": "opening 1",
        "explanation": "Because.",
        "source": "A document",
    }
    assert read_settled_difference(row, Known.read())
    with pytest.raises(BadRow, match=name):
        read_settled_difference({**row, name: ""}, Known.read())


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
        ({"out_of": "depot"}, "one of stock, retained"),
        ({"scope": "total", "out_of": "retained"}, "given period by period"),
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


@pytest.mark.parametrize(
    ("source", "evidence"),
    [
        ("A page: https://a.example/ (decision not seen)", ""),
        ("A page: https://a.example/ (the new date is derived)", "stated"),
    ],
)
def test_a_decision_that_no_source_states_is_not_granted(reference, source, evidence):
    with pytest.raises(BadRow, match="A decision that no source states is not granted"):
        read_extension({**EXTENSION, "source": source, "evidence": evidence}, Known.read(), {})


def test_the_same_date_may_stand_as_derived_from_a_later_text(reference):
    row = {**EXTENSION, "source": "A page: https://a.example/ (decision not seen)", "evidence": "later_text"}
    (made,) = read_extension(row, Known.read(), {})
    assert (made.values["outcome"], made.values["evidence"]) == ("granted", "later_text")


@pytest.mark.parametrize(
    ("changed", "procedure"),
    [
        ({}, "unknown"),
        ({"granted_at": "Ninth Meeting of States Parties"}, "unknown"),
        ({"granted_at": "Silence procedure, early 2021"}, "silence"),
        ({"granted_at": "Ninth Meeting of States Parties", "procedure": "meeting"}, "meeting"),
    ],
)
def test_a_procedure_is_unknown_unless_the_row_says_it(reference, changed, procedure):
    (made,) = read_extension({**EXTENSION, **changed}, Known.read(), {})
    assert made.values["procedure"] == procedure


def test_the_extension_of_peru_was_decided_in_writing_and_at_no_meeting(reference):
    peru = ExtensionRequest.objects.get(country__iso3="PER")
    assert (peru.procedure, peru.decided_at, str(peru.decided_on)) == ("silence", None, "March 2021")


def test_what_germany_afghanistan_and_iraq_asked_for_is_kept_without_a_grant(reference):
    asked = ExtensionRequest.objects.filter(outcome="not_found", country__iso3__in=["DEU", "AFG", "IRQ"])
    found = {(r.country.iso3, r.months_requested, str(r.requested_until or "")) for r in asked}
    assert found >= {("DEU", 60, "1 August 2030"), ("AFG", 48, ""), ("IRQ", 60, "November 2028")}


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
        ({"covering_or_due": "", "year_worked_out": "yes"}, "no year in covering_or_due"),
    ],
)
def test_a_bad_report_row_is_refused(reference, changed, words):
    with pytest.raises(BadRow) as refused:
        read_report({**REPORT, **changed}, Known.read())
    assert words in str(refused.value)


def test_a_year_that_no_source_names_is_said_to_be_worked_out(reference):
    bulgaria = TransparencyReport.objects.get(country__iso3="BGR", calendar_year=2022)
    assert bulgaria.note.startswith("The year reported on is worked out from the day of submission")
    assert "worked out" not in TransparencyReport.objects.get(country__iso3="CHL", kind="initial").note


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
