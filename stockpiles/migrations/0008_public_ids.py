"""Every row gets a name that lasts, and every version room for the person who confirmed its change."""

from django.conf import settings
from django.db import migrations

from editorial.migration_operations import NameRowsForEver


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("stockpiles", "0007_an_amount_has_its_currency"),
        ("editorial", "0008_public_ids"),
    ]

    operations = [NameRowsForEver(
    "munitiontype",
    "munitionorigin",
    "activityclaim",
    "clearanceobligation",
    "extensionrequest",
    "extensionrequestversion",
    "extensionbenchmark",
    "completiondeclaration",
    "destructionprogramme",
    "contribution",
    "destructionrecord",
    "stockpileholding",
    "programmestage",
    "programmedelay",
    "retentionrecord",
    "settleddifference",
    "transparencyreport",
)]
