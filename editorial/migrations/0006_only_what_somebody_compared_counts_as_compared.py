"""Sources that count as compared with their documents say by whom; the others are to be checked."""

from django.db import migrations

REASON = "Who compared it with the document is noted from now on"


def note_who_compared(apps, schema_editor):
    """A person who took the mark away is named, with the day; where nobody did, the mark comes back."""
    Source = apps.get_model("editorial", "Source")
    Version = apps.get_model("editorial", "HistoricalSource")
    for source in Source.objects.filter(to_be_checked=False):
        day, who = None, ""
        was_to_be_checked = False
        for version in Version.objects.filter(id=source.pk).order_by("history_date", "history_id"):
            if version.to_be_checked:
                was_to_be_checked, day, who = True, None, ""
            elif was_to_be_checked and day is None and version.history_user is not None:
                user = version.history_user
                day = version.history_date.date()
                who = f"{user.first_name} {user.last_name}".strip() or user.username
        if who:
            source.compared_on, source.compared_by = day, who
        else:
            source.to_be_checked = True
        source.save()
        newest = Version.objects.filter(id=source.pk).order_by("-history_date", "-history_id").first()
        if newest is not None:
            newest.pk = None
            newest.to_be_checked, newest.compared_on, newest.compared_by = source.to_be_checked, day, who
            newest.history_type, newest.history_change_reason, newest.public_note = "~", REASON, ""
            newest.history_user, newest.change_id = None, None
            newest.history_date = _now()
            newest.save()


def _now():
    from django.utils import timezone

    return timezone.now()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0005_sources_compared_on_by_whom")]

    operations = [migrations.RunPython(note_who_compared, migrations.RunPython.noop)]
