"""Every row gets a name that lasts, and every version room for the person who confirmed its change."""

from django.conf import settings
from django.db import migrations

from editorial.migration_operations import NameRowsForEver


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("meetings", "0004_newest_release_first"),
        ("editorial", "0008_public_ids"),
    ]

    operations = [NameRowsForEver(
    "meeting",
    "meetingspan",
    "meetingcount",
    "theme",
    "actionplan",
    "actionplanpart",
    "action",
    "attendance",
    "meetingdocument",
    "statement",
    "statementtheme",
    "statementarticle",
    "statementaction",
    "position",
    "statementparty",
)]
