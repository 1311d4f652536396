from django.db import migrations, models


class Migration(migrations.Migration):
    """What was counted so far is the total."""

    dependencies = [
        ("editorial", "0018_what_readers_are_told_of_a_change"),
    ]

    operations = [
        migrations.AddField("publicationcounter", "ended", models.PositiveBigIntegerField(default=0)),
        migrations.AddField(
            "publicationcounter",
            "subject",
            models.CharField(default="", max_length=100, unique=True),
            preserve_default=False,
        ),
        migrations.AddField("publicationmark", "seen_from", models.DateTimeField(null=True)),
        migrations.AddField("publicationmark", "subject", models.CharField(default="everything", max_length=100)),
        migrations.AddIndex(
            "publicationmark",
            models.Index(fields=["subject", "seen_from"], name="editorial_mark_subject"),
        ),
    ]
