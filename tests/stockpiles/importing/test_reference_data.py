"""All rows of the data files are loaded with their sources, and never against what a person edited."""

from collections import Counter

import pytest

from editorial.actions.reference import load
from editorial.models import CitationUse, Source, recording
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


def test_the_reference_rows_add_up_to_1489572_munitions(reference):
    """Of each state one number stands that no editor put aside, however many sources give it."""
    rows = StockpileHolding.objects.filter(kind="opening", munition_type=None, munitions__isnull=False)
    standing = set(rows.exclude(rank="superseded").values_list("country__iso3", "munitions"))
    assert len(standing) == len({state for state, _ in standing}) == 36
    assert sum(munitions or 0 for _, munitions in standing) == 1_489_572


def test_every_row_of_the_files_is_there(reference):
    assert MunitionType.objects.count() == 23
    assert (
        StockpileHolding.objects.filter(munition_type=None).values("country").order_by().distinct().count() == 38
    )
    assert ExtensionRequest.objects.count() == 24
    assert ProgrammeStage.objects.count() == 8
    assert [c.donor.name for c in Contribution.objects.order_by("pk")] == ["Norway", "Germany"]


@pytest.mark.parametrize(
    ("model", "of_both"),
    [
        (StockpileHolding, 85),
        (DestructionRecord, 81),
        (RetentionRecord, 91),
        (CompletionDeclaration, 83),
        (TransparencyReport, 474),
    ],
)
def test_all_that_was_collected_of_stocks_and_reports_is_on_record(model, of_both):
    """The second collection stands beside the first: it takes no claim of it, and none is taken twice.

    Of the completions 14 are of Article 4.
    """
    assert model.objects.count() == of_both
    told_apart = model.objects.values_list(
        *(field.attname for field in model._meta.concrete_fields if field.attname not in ("id", "public_id"))
    )
    assert len(set(told_apart)) == of_both


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
    cuba = StockpileHolding.objects.get(country__iso3="CUB", as_of=None)
    assert (cuba.munitions, cuba.submunitions) == (1856, None)
    germany = StockpileHolding.objects.get(country__iso3="DEU", submunitions=63_000_000, munitions=573_700)
    assert (germany.submunitions, germany.submunitions_rounded) == (63_000_000, True)
    bissau = StockpileHolding.objects.get(country__iso3="GNB")
    assert (bissau.munitions, bissau.certainty) == (None, "unknown")


def test_the_year_of_an_edition_is_when_it_was_said_not_what_it_is_about(reference):
    """Austria destroyed its stock in 2010; the edition of 2021 gives it."""
    austria = StockpileHolding.objects.get(country__iso3="AUT")
    assert (austria.as_of, str(austria.made_on)) == (None, "2021")
    declared = StockpileHolding.objects.filter(kind="opening")
    about = declared.exclude(as_of=None)
    peru = about.filter(country__iso3="PER")
    assert {str(one.as_of) for one in peru} == {"2013", "May 2007"}  # of years in which it held them
    others = set(about.exclude(country__iso3="PER").values_list("country__iso3", flat=True))
    assert others == {"ITA", "CMR", "CUB", "SVN", "BWA"}  # each while it had a stock
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


def test_a_fact_cites_its_own_document_not_the_whole_cell(reference):
    austria = CompletionDeclaration.objects.get(country__iso3="AUT", note__contains="@Monitor-Austria-theme-3251")
    assert "archives" not in RetentionRecord.objects.get(country__iso3="AUT", as_of=None).note
    assert CitationUse.objects.get(
        object_id=austria.pk, content_type__model="completiondeclaration"
    ).source.url == ("http://archives.the-monitor.org/custom/index.php/region_profiles/print_theme/3251")


def test_what_a_person_edited_is_left_alone(reference, person):
    with recording(by=person("researcher"), reason="Corrected after the new profile"):
        cuba = StockpileHolding.objects.get(country__iso3="CUB", as_of=None)
        cuba.munitions = 1857
        cuba.save()
    report = load("stockpiles")
    cuba.refresh_from_db()
    assert cuba.munitions == 1857
    assert report.kept == [f"stockpile holding {cuba}"]
