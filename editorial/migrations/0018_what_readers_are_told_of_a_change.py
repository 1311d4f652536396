"""Each row of a change set says whether readers saw it before it was confirmed, and since."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import Q

SEEN_SOMETIMES = ("editorial.source", "editorial.organisation", "meetings.meetingdocument")


def mark(apps: Any, schema_editor: Any) -> None:
    """What was confirmed until now is told, but for tables of which nobody can say what readers saw then."""
    rows = apps.get_model("editorial", "ChangeRow").objects.using(schema_editor.connection.alias)
    told = rows.filter(~Q(table__in=SEEN_SOMETIMES), change_set__state="confirmed")
    told.exclude(kind="created").update(told_before=True)
    told.exclude(kind="deleted").update(told_after=True)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0017_begun_and_saved_forms")]

    operations = [
        migrations.AddField(
            model_name="changerow",
            name="told_after",
            field=models.BooleanField(
                default=False, help_text="Whether readers see the row since this was confirmed. Set on confirming."
            ),
        ),
        migrations.AddField(
            model_name="changerow",
            name="told_before",
            field=models.BooleanField(
                default=False, help_text="Whether readers saw the row until this was confirmed. Set on confirming."
            ),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
