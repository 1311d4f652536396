"""Every row gets a name that lasts, and every version room for the person who confirmed its change."""

from django.conf import settings
from django.db import migrations

from editorial.migration_operations import NameRowsForEver


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("editorial", "0007_compared_by_whom"),
    ]

    operations = [NameRowsForEver(
    "source",
    "organisation",
)]
