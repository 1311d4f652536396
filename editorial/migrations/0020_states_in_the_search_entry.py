"""The states of an entry stand in the entry: a question reads a thousand of them, each of which was a row of its own.

On PostgreSQL the long texts of an entry move out of its row, so that a search reads through rows of some hundred bytes
and not of a page; those that exist move when they are next written (``rebuild_index``).
"""

from django.db import migrations, models

from editorial.migration_operations import KeepingTriggers

GATHERED = {
    "postgresql": "SELECT string_agg(state, ' ' ORDER BY state) FROM editorial_searchentrystate WHERE entry_id = e.id",
    "sqlite": "SELECT group_concat(state, ' ') FROM (SELECT state FROM editorial_searchentrystate"
    " WHERE entry_id = e.id ORDER BY state)",
}


def gather(apps, schema_editor):
    found = GATHERED[schema_editor.connection.vendor]
    schema_editor.execute(f"UPDATE editorial_searchentry AS e SET states = COALESCE(({found}), '')", params=None)


def scatter(apps, schema_editor):
    entry, state = (apps.get_model("editorial", name) for name in ("SearchEntry", "SearchEntryState"))
    for pk, states in entry.objects.exclude(states="").values_list("pk", "states"):
        state.objects.bulk_create(state(entry_id=pk, state=one) for one in states.split())


def small_rows(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE editorial_searchentry SET (toast_tuple_target = 768)", params=None)


def rows_as_they_were(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE editorial_searchentry RESET (toast_tuple_target)", params=None)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0019_marks_by_subject")]

    operations = [
        migrations.RunPython(small_rows, rows_as_they_were),
        KeepingTriggers(
            migrations.AddField(
                "searchentry",
                "states",
                models.TextField(
                    blank=True, default="", help_text="Those it is about, by the keys that addresses use: PER CHL."
                ),
            ),
        ),
        migrations.RunPython(gather, scatter),
        migrations.DeleteModel("SearchEntryState"),
    ]
