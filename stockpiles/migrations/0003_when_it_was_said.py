"""Move the year of a yearbook from what a figure is about to when it was said.

The reference data stored the year of the edition as the day that a stock speaks of, so that Austria held in 2021
what it had destroyed in 2010. Rows that a person has edited are left alone. Every row that changes gets a version.
"""

from django.db import migrations
from django.utils import timezone

from editorial.rules.partial_date import PartialDate

REASON = "What a figure is about and when it was said are two dates"

#: Rows of the reference data that said something else than the year of an edition: state, type, date as it was
#: stored, munitions; and what the figure is about and when it was said.
FIGURES = {
    ("BWA", "CB-250-K", "2018", 10): (None, "2018-11-22"),
    ("BWA", "M-971", "2018", 500): (None, "2018-11-22"),
    ("DNK", "", None, 42176): (None, "2014-03-20"),
    ("DNK", "DM-642", "2014", None): (None, "2014-03-20"),
    ("DNK", "DM-662", "2014", None): (None, "2014-03-20"),
    ("DNK", "Mk-20 Rockeye", "2014", None): (None, "2014-03-20"),
    ("FRA", "OGR", "2016", None): (None, "2016-07-01"),
    ("NLD", "M483 / M483A1", "2019", None): (None, "2020-11-26"),
    ("PER", "", "2013", 676): ("2013", "2015"),
    ("PER", "", "2014", 675): (None, "2014-08-12"),
    ("PER", "BME-330", "2007-05", None): ("2007-05", "2007-05-29"),
    ("PER", "CB-470", "2007-05", None): ("2007-05", "2007-05-29"),
    ("PER", "RBK-500", "2007-05", None): ("2007-05", "2007-05-29"),
}
RETAINED = {
    ("CZE", "", "2019", None): ("2015-04", "2019"),
    ("DNK", "", "2022", None): ("2014-12-31", "2022"),
    ("NLD", "", "2020", 274): ("before 2016-08-08", "2022"),
}
#: Peru's slides state what was destroyed; as a declared stock the same figures said what no source says.
NEVER_DECLARED = ("PER", "", "2023-12-15", 2021)


def forwards(apps, schema_editor):
    for name, special in (("StockpileHolding", FIGURES), ("RetentionRecord", RETAINED), ("DestructionRecord", {})):
        model = apps.get_model("stockpiles", name)
        versions = apps.get_model("stockpiles", f"Historical{name}")
        for record in model.objects.select_related("country", "munition_type"):
            if versions.objects.filter(id=record.pk, history_user__isnull=False).exists():
                continue
            key = (
                record.country.iso3,
                record.munition_type.designation if record.munition_type else "",
                record.as_of.stored if record.as_of else None,
                record.munitions,
            )
            if name == "StockpileHolding" and key == NEVER_DECLARED:
                _version(versions, record, "-")
                _forget_citations(apps, record)
                record.delete()
            elif key in special:
                about, said = special[key]
                record.as_of, record.made_on = (PartialDate.parse(day) if day else None for day in (about, said))
                _save(versions, record)
            elif record.as_of is not None and record.as_of.precision == "year" and not record.as_of.bound:
                record.as_of, record.made_on = None, record.as_of
                _save(versions, record)


def _save(versions, record):
    record.save()
    _version(versions, record, "~")


def _version(versions, record, kind):
    versions.objects.create(
        **{field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields},
        history_date=timezone.now(),
        history_type=kind,
        history_change_reason=REASON,
        history_user=None,
    )


def _forget_citations(apps, record):
    apps.get_model("editorial", "CitationUse").objects.filter(
        content_type__app_label="stockpiles", content_type__model="stockpileholding", object_id=record.pk
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("countries", "0001_initial"),
        ("editorial", "0002_full_text"),
        ("stockpiles", "0002_two_dates_and_settled_differences"),
    ]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
