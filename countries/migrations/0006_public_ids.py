"""Every row gets a name that lasts, and every version room for the person who confirmed its change."""

from django.conf import settings
from django.db import migrations

from editorial.migration_operations import NameRowsForEver


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("countries", "0005_orders_of_acts_as_triggers"),
        ("editorial", "0008_public_ids"),
    ]

    operations = [NameRowsForEver(
    "country",
    "countryname",
    "profiletheme",
    "countryprofile",
    "coverage",
    "treaty",
    "treatyalias",
    "domesticstep",
    "stategroup",
    "groupmembership",
    "team",
    "teammember",
    "countryassignment",
    "treatyaction",
)]
