from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("editorial", "0006_only_what_somebody_compared_counts_as_compared")]

    operations = [
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("compared_by", ""), ("compared_on__isnull", True), ("to_be_checked", True)),
                    models.Q(
                        ("compared_on__isnull", False),
                        ("to_be_checked", False),
                        models.Q(("compared_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="editorial_source_compared_by_whom",
                violation_error_message="A source that is no longer to be checked says on which day and by whom it was compared with the document; one that is to be checked says neither.",
            ),
        ),
    ]
