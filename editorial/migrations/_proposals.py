"""What people propose, say of it and approve: tables for the migration that begins with all of them."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PROPOSALS = [
    migrations.CreateModel('ReviewComment', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
        ('object_id', models.BigIntegerField()),
        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('at', models.DateTimeField()),
        ('text', models.TextField(help_text='What should be looked at, for example: note 3 does not say what the text says.')),
        ('settled_at', models.DateTimeField(blank=True, null=True)),
        ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('addressee', models.ForeignKey(blank=True, help_text='Who should answer.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('after', models.CharField(blank=True, help_text='What stood after these words.', max_length=32)),
        ('answers', models.ForeignKey(blank=True, help_text='The question that this replies to. A reply has no place and no replies of its own.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='editorial.reviewcomment')),
        ('before', models.CharField(blank=True, help_text='What stood before these words.', max_length=32)),
        ('digest', models.CharField(blank=True, help_text='SHA-256 of the text that it was made on.', max_length=64)),
        ('field', models.CharField(blank=True, help_text='The name of the field that it is about.', max_length=120)),
        ('heading', models.CharField(blank=True, help_text='The heading that the words stood under.', max_length=500)),
        ('note_key', models.CharField(blank=True, help_text='The key of the note that it is about.', max_length=200)),
        ('place', models.CharField(blank=True, choices=[('', 'The whole record'), ('passage', 'Words of the text'), ('note', 'A note of the text'), ('field', 'A field')], default='', max_length=8)),
        ('position', models.PositiveIntegerField(blank=True, help_text='Of their first character in the text as it is read, from 0.', null=True)),
        ('quote', models.CharField(blank=True, help_text='The words that it is about.', max_length=2000)),
        ('row_id', models.UUIDField(blank=True, help_text="The public id of a change set's row.", null=True)),
    ], options={
        'default_permissions': (), 'ordering': ['at', 'pk'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='editorial_reviewcomment_settled_pair', violation_error_message='A settled comment says when and by whom.'),
            models.CheckConstraint(condition=models.Q(('answers__isnull', True), models.Q(('addressee__isnull', True), ('place', ''), ('settled_at__isnull', True)), _connector='OR'), name='editorial_reviewcomment_reply', violation_error_message='A reply is about what its question is about, and is settled with it.'),
            models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('field', ''), ('note_key', ''), ('place', ''), ('position__isnull', True), ('quote', '')), models.Q(('place', 'passage'), ('position__isnull', False), models.Q(('quote', ''), _negated=True), models.Q(('digest', ''), _negated=True)), models.Q(('place', 'note'), ('quote', ''), models.Q(('note_key', ''), _negated=True)), models.Q(('place', 'field'), ('quote', ''), models.Q(('field', ''), _negated=True)), _connector='OR'), name='editorial_reviewcomment_place', violation_error_message='A comment at a place names the words, the note or the field.'),
        ],
        'indexes': [
            models.Index(fields=['content_type', 'object_id'], name='editorial_reviewcomment_record'),
        ],
    }),
    migrations.CreateModel('ChangeSet', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
        ('state', models.CharField(choices=[('open', 'Proposed'), ('confirmed', 'Confirmed'), ('declined', 'Declined'), ('taken_back', 'Taken back')], db_index=True, default='open', max_length=10)),
        ('revision', models.PositiveIntegerField(default=1, help_text='Counts how often it was written.')),
        ('title', models.CharField(help_text='What it is about, in the words of its first row.', max_length=255)),
        ('reason', models.TextField(help_text='Why, for the team.')),
        ('public_note', models.TextField(blank=True, help_text='What readers are told once it is confirmed.')),
        ('proposed_at', models.DateTimeField()),
        ('decided_at', models.DateTimeField(blank=True, null=True)),
        ('decision_words', models.TextField(blank=True, help_text='What was said when it was confirmed or declined.')),
        ('waived', models.BooleanField(default=False, help_text='Confirmed by who proposed it, by the setting of a one-person team.')),
        ('authors', models.ManyToManyField(help_text='All who wrote in it. None of them confirms it.', related_name='+', through='editorial.ChangeAuthor', to=settings.AUTH_USER_MODEL)),
        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('review_words', models.TextField(blank=True, help_text='What was said to it when it was read afterwards.')),
        ('reviewed_at', models.DateTimeField(blank=True, null=True)),
        ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('urgent', models.BooleanField(default=False, help_text='It could not wait: confirmed at once by who proposed it, and read by a second person afterwards.')),
    ], options={
        'default_permissions': ('view', 'review', 'hurry'), 'ordering': ['-proposed_at', '-pk'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='editorial_changeset_decided', violation_error_message='What is decided says when and by whom; what is open says neither.'),
            models.CheckConstraint(condition=models.Q(models.Q(('state', 'confirmed'), _negated=True), models.Q(('decided_by', models.F('proposed_by')), _negated=True), ('waived', True), ('urgent', True), _connector='OR'), name='editorial_changeset_second_person', violation_error_message='Somebody else than its author confirms a change.'),
            models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), ('urgent', True), models.Q(('reviewed_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='editorial_changeset_read_afterwards', violation_error_message='What could not wait is read afterwards by somebody else than its author.'),
        ],
    }),
    migrations.CreateModel('ChangeAuthor', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('change_set', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='editorial.changeset')),
    ], options={
        'default_permissions': (),
        'constraints': [
            models.UniqueConstraint(fields=('change_set', 'person'), name='editorial_changeauthor_once'),
        ],
    }),
    migrations.CreateModel('ChangeRow', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('order', models.PositiveIntegerField(help_text='In which order the rows are written, from 1.')),
        ('kind', models.CharField(choices=[('created', 'New'), ('changed', 'Changed'), ('deleted', 'Deleted')], max_length=8)),
        ('table', models.CharField(help_text='countries.treatyaction', max_length=60)),
        ('row_id', models.UUIDField(help_text="The row's public id.")),
        ('whole_id', models.UUIDField(help_text='The public id of the record that the row is or is a part of.')),
        ('subject_id', models.UUIDField(db_index=True, help_text='The public id of the country that the row is about, if it is about one.', null=True)),
        ('former_subject_id', models.UUIDField(db_index=True, help_text='The country that the row was about before, if it is about another now.', null=True)),
        ('label', models.CharField(help_text='The row in its own words when it was proposed.', max_length=255)),
        ('before', models.JSONField(null=True)),
        ('after', models.JSONField(null=True)),
        ('change_set', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='editorial.changeset')),
        ('left_out', models.BooleanField(default=False, help_text='Not confirmed with the rest; why, say the words of the decision.')),
        ('told_after', models.BooleanField(default=False, help_text='Whether readers see the row since this was confirmed. Set on confirming.')),
        ('told_before', models.BooleanField(default=False, help_text='Whether readers saw the row until this was confirmed. Set on confirming.')),
    ], options={
        'default_permissions': (), 'ordering': ['change_set', 'order'],
        'constraints': [
            models.UniqueConstraint(fields=('change_set', 'row_id'), name='editorial_changerow_one_a_row'),
        ],
        'indexes': [
            models.Index(fields=['whole_id'], name='editorial_changerow_whole'),
            models.Index(fields=['row_id'], name='editorial_changerow_row'),
        ],
    }),
    migrations.CreateModel('Approval', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('object_id', models.BigIntegerField()),
        ('at', models.DateTimeField()),
        ('printed', models.JSONField(help_text='What would have been printed: see editorial.rules.printed.')),
        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
    ], options={
        'default_permissions': (), 'ordering': ['-at', '-pk'],
        'indexes': [
            models.Index(fields=['content_type', 'object_id'], name='editorial_approval_record'),
        ],
    }),
    migrations.CreateModel('SmallChange', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('object_id', models.BigIntegerField()),
        ('at', models.DateTimeField()),
        ('change_id', models.UUIDField(help_text='The act that wrote the version.', unique=True)),
        ('words', models.JSONField(help_text='Pairs of words: as they were, as they are.')),
        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
    ], options={
        'default_permissions': (), 'ordering': ['at', 'pk'],
        'indexes': [
            models.Index(fields=['content_type', 'object_id'], name='editorial_smallchange_record'),
        ],
    }),
    migrations.CreateModel('Suggestion', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('object_id', models.BigIntegerField()),
        ('at', models.DateTimeField()),
        ('reason', models.TextField(help_text='Why, for the author.')),
        ('base', models.TextField(blank=True, help_text='The text that it was made on.')),
        ('digest', models.CharField(help_text='SHA-256 of the text that it was made on.', max_length=64)),
        ('text', models.TextField(help_text='The text as it would be.')),
        ('state', models.CharField(choices=[('open', 'Suggested'), ('taken', 'Taken over'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], db_index=True, default='open', max_length=9)),
        ('taken_at', models.DateTimeField(blank=True, null=True)),
        ('decided_at', models.DateTimeField(blank=True, null=True)),
        ('decision_words', models.TextField(blank=True, help_text='What was said when it was declined.')),
        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
    ], options={
        'default_permissions': (), 'ordering': ['at', 'pk'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='editorial_suggestion_decided', violation_error_message='What is decided says when and by whom; what is open says neither.'),
            models.CheckConstraint(condition=models.Q(models.Q(('taken_at__isnull', True), ('taken_by__isnull', True)), models.Q(('taken_at__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='editorial_suggestion_taken_pair', violation_error_message='What is taken over says when and by whom.'),
        ],
        'indexes': [
            models.Index(fields=['content_type', 'object_id'], name='editorial_suggestion_record'),
        ],
    }),
]
