"""Columns of every table of versions, before and after those of the row, on the day of the migrations that name them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

BEGINNING = [
    ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
    ('public_note', models.TextField(blank=True, default='', help_text='What readers are told about this change.')),
    ('change_id', models.UUIDField(db_index=True, editable=False, help_text='Versions written by one act share this.', null=True)),
    ('history_change_reason', models.TextField(blank=True, default='')),
]
END = [
    ('history_id', models.AutoField(primary_key=True, serialize=False)),
    ('history_date', models.DateTimeField()),
    ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
    ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
]
