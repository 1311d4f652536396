"""All tables of this app, for a database that is empty: what the migrations that it replaces come to (docs/decisions/0032)."""

import django.core.validators
import django.db.models.deletion
import editorial.models.fields
import meetings.models.meeting_document
from django.conf import settings
from django.db import migrations, models

from editorial.migration_operations import CreateTogether, NameRowsForEver
from meetings.migrations._lists import LISTS
from meetings.migrations._versions import VERSIONS

TABLES = [
    migrations.CreateModel('Meeting', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('slug', models.SlugField(help_text='Its place in addresses: lima-2007.', max_length=80, unique=True)),
        ('name', models.CharField(help_text='Full name, as its documents give it.', max_length=255)),
        ('short_name', models.CharField(help_text='As a researcher says it: Lima Conference, 4MSP.', max_length=80)),
        ('kind', models.CharField(choices=[('process', 'Process'), ('oslo-process-conference', 'Oslo Process conference'), ('diplomatic-conference', 'Diplomatic conference'), ('regional-meeting', 'Regional or thematic meeting'), ('special-event', 'Special event'), ('meeting-of-states-parties', 'Meeting of States Parties'), ('review-conference', 'Review conference'), ('review-conference-preparation', 'Preparation of a review conference'), ('intersessional', 'Intersessional meeting'), ('ccw-gge', 'CCW group of governmental experts'), ('ccw-review-conference', 'CCW review conference'), ('committee', 'Committee'), ('session', 'Session'), ('other', 'Other meeting')], default='other', max_length=32)),
        ('parent', models.ForeignKey(blank=True, help_text='The process of a conference, the conference of a committee, the committee of a session.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='meetings.meeting')),
        ('city', models.CharField(blank=True, max_length=80)),
        ('country', models.ForeignKey(blank=True, help_text='Where it was held; empty for a meeting held online.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings_held', to='countries.country')),
        ('is_virtual', models.BooleanField(default=False, verbose_name='held online')),
        ('host', models.ForeignKey(blank=True, help_text='The state that hosted it, where a source says so. A meeting in Geneva need not have a host.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings_hosted', to='countries.country')),
        ('president', models.CharField(blank=True, help_text='Who presided, with country.', max_length=160)),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='Anything readers should know, with citations: [@key].')),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='editorial.source')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['name'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='meetings_meeting_not_its_own_parent', violation_error_message='A meeting is not part of itself.'),
            models.CheckConstraint(condition=models.Q(models.Q(('kind', 'process'), _negated=True), ('parent__isnull', True), _connector='OR'), name='meetings_meeting_process_is_root', violation_error_message='A process is part of nothing else.'),
            models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['committee', 'session']), _negated=True), ('parent__isnull', False), _connector='OR'), name='meetings_meeting_inner_has_parent', violation_error_message='A committee or session belongs to a meeting: name it.'),
        ],
    }),
    migrations.CreateModel('MeetingDocument', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='meetings.meeting')),
        ('kind', models.CharField(choices=[('declaration', 'Declaration'), ('draft-text', 'Draft text'), ('summary-record', 'Summary record'), ('compendium', 'Compendium'), ('progress-report', 'Progress report'), ('decision', 'Decision'), ('working-paper', 'Working paper'), ('presentation', 'Presentation'), ('statement', 'Statement as submitted'), ('participants', 'List of participants'), ('other', 'Other')], default='other', max_length=20)),
        ('title', models.CharField(max_length=255)),
        ('un_symbol', models.CharField(blank=True, help_text='For example CCM/CW/SR/2.', max_length=80, verbose_name='UN symbol')),
        ('date', editorial.models.fields.PartialDateField(blank=True, help_text='Date on the document.', max_length=11, null=True)),
        ('language', models.CharField(default='en', help_text='Language code: es, fr, en.', max_length=12)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meeting_documents', to='editorial.source')),
        ('is_public', models.BooleanField(default=False, help_text="Shown on the meeting's page, with the file where there is one.", verbose_name='readers see it')),
        ('file', models.FileField(blank=True, max_length=200, upload_to=meetings.models.meeting_document.stored_under)),
        ('file_name', models.CharField(blank=True, editable=False, help_text='The name it came with.', max_length=160)),
        ('file_type', models.CharField(blank=True, editable=False, help_text='As its contents show, never as its name claims.', max_length=100)),
        ('file_size', models.PositiveBigIntegerField(blank=True, editable=False, help_text='Bytes.', null=True)),
        ('sha256', models.CharField(blank=True, editable=False, max_length=64, verbose_name='SHA-256')),
    ], options={
        'ordering': ['meeting', 'date', 'un_symbol', 'title'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(('file', ''), models.Q(models.Q(('sha256', ''), _negated=True), models.Q(('file_type', ''), _negated=True), ('file_size__isnull', False)), _connector='OR'), name='meetings_meetingdocument_file_is_known', violation_error_message='A stored file has its type, size and fingerprint.'),
        ],
    }),
    migrations.CreateModel('Statement', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('status', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], db_index=True, default='draft', editable=False, max_length=12)),
        ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True)),
        ('submitted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='submitted by')),
        ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
        ('reviewed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewed by')),
        ('review_waived', models.BooleanField(default=False, editable=False, help_text="Author and reviewer were the same person, by the team's setting.")),
        ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
        ('published_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
        ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
        ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='withdrawn by')),
        ('withdrawal_reason', models.TextField(blank=True, editable=False, help_text='What readers are told about the withdrawal.')),
        ('title', models.CharField(max_length=255)),
        ('kind', models.CharField(choices=[('national', 'National statement'), ('joint-declaration', 'Joint declaration'), ('joint-statement', 'Joint statement'), ('regional-group', 'Statement of a regional group'), ('opening', 'Opening statement'), ('closing', 'Closing statement'), ('explanation', 'Explanation of position'), ('intervention', 'Intervention reported by others'), ('non-paper', 'Non-paper'), ('working-paper', 'Working paper'), ('presentation', 'Presentation'), ('letter', 'Letter'), ('other', 'Other')], default='national', max_length=20)),
        ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='meetings.meeting')),
        ('date', editorial.models.fields.PartialDateField(blank=True, help_text='When it was made: 5 November 2008, May 2007, after 31 July 2013.', max_length=11, null=True)),
        ('language', models.CharField(default='en', help_text='Language code of the text: en, es, fr.', max_length=12)),
        ('speaker', models.CharField(blank=True, help_text='Who spoke, with office, as printed.', max_length=160)),
        ('lead', models.TextField(blank=True, help_text="Two or three sentences in the team's own words. Required before publication.", verbose_name='summary')),
        ('text', editorial.models.fields.ResearchedTextField(blank=True, help_text='Markdown. Headings with ##, footnotes [^key], citations [@source-key, p. 5].')),
        ('source', models.ForeignKey(blank=True, help_text='The statement itself, or the record in which it is reported.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='editorial.source')),
        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='meetings.meetingdocument')),
        ('states_claimed', models.PositiveSmallIntegerField(blank=True, help_text='How many states the source counts behind it, the deliverer included.', null=True)),
        ('claimed_in_words', models.CharField(blank=True, help_text="The source's words: one of 26 states; Peru and 45 others. Checked against the parties.", max_length=255)),
        ('states_unnamed', models.PositiveSmallIntegerField(default=0, help_text='How many of them the source does not name. They are counted, never invented.')),
        ('unnamed_parties', models.CharField(blank=True, help_text='An unnamed set in words: several other Latin American countries.', max_length=255)),
        ('imported_from', models.CharField(blank=True, editable=False, max_length=255)),
        ('imported_sha256', models.CharField(blank=True, editable=False, help_text='Fingerprint of the imported file.', max_length=64)),
        ('import_remarks', models.TextField(blank=True, editable=False, help_text='What the import set aside: page furniture, slides without text.')),
    ], options={
        'abstract': False, 'default_permissions': ('add', 'change', 'delete', 'view', 'review', 'publish', 'withdraw'), 'ordering': ['-date', '-id'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='meetings_statement_submitted_pair', violation_error_message='submitted_at and submitted_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='meetings_statement_reviewed_pair', violation_error_message='reviewed_at and reviewed_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='meetings_statement_published_pair', violation_error_message='published_at and published_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='meetings_statement_withdrawn_pair', violation_error_message='withdrawn_at and withdrawn_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('status', 'in_review'), _negated=True), ('submitted_at__isnull', False), _connector='OR'), name='meetings_statement_in_review_was_submitted', violation_error_message='A record in review has been submitted by somebody.'),
            models.CheckConstraint(condition=models.Q(models.Q(('status', 'published'), _negated=True), models.Q(('published_at__isnull', False), ('reviewed_at__isnull', False), ('submitted_at__isnull', False), models.Q(('withdrawn_at__isnull', True), ('withdrawn_at__lt', models.F('published_at')), _connector='OR')), _connector='OR'), name='meetings_statement_published_was_reviewed', violation_error_message='A published record was submitted, reviewed and published by somebody.'),
            models.CheckConstraint(condition=models.Q(models.Q(('withdrawal_reason', ''), ('withdrawn_at__isnull', True)), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawal_reason', ''), _negated=True)), _connector='OR'), name='meetings_statement_withdrawn_says_why', violation_error_message='A withdrawn record says when, by whom and why.'),
            models.CheckConstraint(condition=models.Q(models.Q(('status', 'withdrawn'), _negated=True), ('withdrawn_at__isnull', False), _connector='OR'), name='meetings_statement_withdrawn_status', violation_error_message='A withdrawn record says when it was withdrawn.'),
            models.CheckConstraint(condition=models.Q(('reviewed_by__isnull', True), ('submitted_by__isnull', True), models.Q(('reviewed_by', models.F('submitted_by')), _negated=True), ('review_waived', True), _connector='OR'), name='meetings_statement_reviewer_not_author', violation_error_message='The reviewer is somebody else than the author.'),
            models.CheckConstraint(condition=models.Q(('states_unnamed', 0), ('states_claimed__isnull', False), _connector='OR'), name='meetings_statement_unnamed_needs_total', violation_error_message='Say how many states the source counts in all.'),
        ],
        'indexes': [
            models.Index(fields=['meeting', 'date'], name='meetings_statement_meeting'),
            models.Index(condition=models.Q(('withdrawn_at__isnull', False)), fields=['id'], name='meetings_statement_withdrawn'),
            models.Index(fields=['-date', '-id'], name='meetings_statement_newest'),
            models.Index(fields=['language'], name='meetings_statement_language'),
        ],
    }),
    migrations.CreateModel('StatementRelease', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('number', models.PositiveIntegerField(help_text='1 for the first release of the record.')),
        ('released_at', models.DateTimeField()),
        ('released_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('visible_from', models.DateTimeField(db_index=True, help_text='Embargo: readers see the release from this moment.')),
        ('change_kind', models.CharField(choices=[('first', 'First release'), ('minor', 'Minor'), ('substantive', 'Substantive')], default='first', max_length=12)),
        ('public_note', models.TextField(blank=True, help_text='What changed, for readers. Required from r2 on.')),
        ('title', models.CharField(max_length=255)),
        ('lead', models.TextField(blank=True)),
        ('text', editorial.models.fields.ResearchedTextField(help_text='The researched text as written.')),
        ('resolved_text', models.TextField(help_text='The text with every citation written out, as it stood that day.')),
        ('body_html', models.TextField()),
        ('notes_html', models.TextField(blank=True)),
        ('contents', models.JSONField(default=list, help_text='Headings for the list of contents.')),
        ('payload', models.JSONField(help_text='Sections, footnotes and sources as the API gives them.')),
        ('facts', models.JSONField(default=list, help_text='Computed facts shown beside the text, with their articles.')),
        ('sha256', models.CharField(help_text='Over number, title, lead, texts, payload and facts.', max_length=64, verbose_name='SHA-256')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='meetings.statement')),
        ('taken_back_at', models.DateTimeField(editable=False, help_text='Before its embargo ended: no reader ever saw it.', null=True)),
    ], options={
        'abstract': False, 'default_permissions': ('view',), 'ordering': ['-number'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('change_kind', 'first'), ('number', 1)), models.Q(('number__gt', 1), models.Q(('change_kind', 'first'), _negated=True), models.Q(('public_note', ''), _negated=True)), _connector='OR'), name='meetings_statementrelease_correction_has_note', violation_error_message='A correction says publicly what changed, and whether it is minor.'),
            models.CheckConstraint(condition=models.Q(('taken_back_at__isnull', True), ('taken_back_at__lt', models.F('visible_from')), _connector='OR'), name='meetings_statementrelease_taken_back_unseen', violation_error_message='Only what no reader has seen is taken back. Withdraw it instead.'),
            models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('statement', 'number'), name='meetings_statementrelease_one_kept_per_number'),
        ],
        'indexes': [
            models.Index(fields=['-released_at'], name='meetings_statementrelease_last'),
        ],
    }),
    migrations.CreateModel('Theme', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('slug', models.SlugField(help_text='Its place in addresses: retention.', max_length=60, unique=True)),
        ('title', models.CharField(max_length=120, unique=True)),
        ('article', models.CharField(blank=True, help_text='The article of the convention it belongs to: 3(6), 21.', max_length=20)),
        ('scope', models.TextField(blank=True, help_text='One sentence: what falls under this theme and what does not.')),
        ('order', models.PositiveSmallIntegerField(default=0, help_text='Its place in lists.')),
    ], options={'ordering': ['order', 'title']}),
    migrations.CreateModel('ActionPlan', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('slug', models.SlugField(help_text='Its place in addresses: vientiane.', max_length=60, unique=True)),
        ('name', models.CharField(max_length=120)),
        ('meeting', models.ForeignKey(blank=True, help_text='Where it was adopted.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='action_plans', to='meetings.meeting')),
        ('adopted', editorial.models.fields.PartialDateField(blank=True, help_text='When it was adopted: 12 November 2010.', max_length=11, null=True)),
        ('from_year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(2008), django.core.validators.MaxValueValidator(2100)])),
        ('until_year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(2008), django.core.validators.MaxValueValidator(2100)])),
        ('actions_claimed', models.PositiveSmallIntegerField(blank=True, help_text='As a source counts them; empty where no source was seen.', null=True, verbose_name='number of actions')),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='Anything readers should know, with citations: [@key].')),
        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='action_plans', to='editorial.source')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['adopted', 'name'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(('from_year__isnull', True), ('until_year__isnull', True), ('until_year__gte', models.F('from_year')), _connector='OR'), name='meetings_actionplan_years_in_order', violation_error_message='The plan ends before it begins.'),
        ],
    }),
    migrations.CreateModel('ActionPlanPart', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='meetings.actionplan')),
        ('order', models.PositiveSmallIntegerField()),
        ('title', models.CharField(max_length=160)),
        ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='action_plan_parts', to='meetings.theme')),
    ], options={
        'ordering': ['plan', 'order'],
        'constraints': [
            models.UniqueConstraint(fields=('plan', 'order'), name='meetings_actionplanpart_once'),
        ],
    }),
    migrations.CreateModel('Attendance', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='meetings.meeting')),
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='countries.country')),
        ('capacity', models.CharField(choices=[('participant', 'Participant'), ('host', 'Host'), ('party', 'State Party'), ('signatory', 'Signatory'), ('observer', 'Observer'), ('coordinator', 'Coordinator'), ('first-time', 'First-time participant')], default='participant', max_length=12)),
        ('head_of_delegation', models.CharField(blank=True, help_text='Name and office, as printed.', max_length=160)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='editorial.source')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['meeting', 'country__name', 'capacity'], 'verbose_name_plural': 'attendance',
        'constraints': [
            models.UniqueConstraint(fields=('meeting', 'country', 'capacity'), name='meetings_attendance_once', violation_error_message='This state is already entered in this capacity.'),
        ],
        'indexes': [
            models.Index(fields=['country', 'meeting'], name='meetings_attendance_country'),
        ],
    }),
    migrations.CreateModel('MeetingCount', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('as_of', editorial.models.fields.PartialDateField(blank=True, help_text='What the claim is about: 2007, May 2007, after 31 July 2013. Not the year of a yearbook that says it.', max_length=11, null=True)),
        ('period_start', editorial.models.fields.PartialDateField(blank=True, help_text='For a period: its beginning.', max_length=11, null=True)),
        ('period_end', editorial.models.fields.PartialDateField(blank=True, help_text='For a period: its end.', max_length=11, null=True)),
        ('certainty', models.CharField(choices=[('stated', 'Stated'), ('reported', 'Reported'), ('estimated', 'Estimated'), ('not_believed', 'Not believed'), ('alleged', 'Alleged'), ('unknown', 'Unknown')], default='stated', max_length=14)),
        ('rank', models.CharField(choices=[('preferred', 'Preferred'), ('normal', 'Normal'), ('superseded', 'Superseded')], default='normal', max_length=12)),
        ('rank_reason', models.TextField(blank=True, help_text='Why this claim is preferred or superseded; readers see it.')),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='What the source says and where, with citations: [@peru-2013-art7, Form B].')),
        ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counts', to='meetings.meeting')),
        ('counted', models.CharField(choices=[('attending', 'States attending'), ('first-time', 'States attending for the first time'), ('parties', 'States Parties attending'), ('signatories', 'Signatories attending'), ('not-joined', 'States attending that had not joined'), ('region', 'States of the region attending'), ('adopting', 'States adopting the outcome'), ('signing', 'States signing'), ('endorsing', 'States endorsing the declaration')], default='attending', max_length=12)),
        ('number', models.PositiveSmallIntegerField()),
        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meeting_counts', to='editorial.source')),
        ('made_on', editorial.models.fields.PartialDateField(blank=True, help_text='When it was said: the date of the edition or document that says so.', max_length=11, null=True, verbose_name='made on')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'abstract': False, 'ordering': ['meeting', 'counted', 'rank', 'number'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(('rank', 'normal'), models.Q(('rank_reason', ''), _negated=True), _connector='OR'), name='meetings_meetingcount_rank_has_reason', violation_error_message='Say why this claim is preferred or superseded.'),
            models.UniqueConstraint(condition=models.Q(('rank', 'preferred')), fields=('meeting', 'counted'), name='meetings_meetingcount_one_preferred', violation_error_message='Another count of this kind is already preferred.'),
        ],
    }),
    migrations.CreateModel('MeetingSpan', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spans', to='meetings.meeting')),
        ('start', editorial.models.fields.PartialDateField(blank=True, help_text='First day: 23 May 2007, or May 2007.', max_length=11, null=True)),
        ('end', editorial.models.fields.PartialDateField(blank=True, help_text='Last day.', max_length=11, null=True)),
        ('label', models.CharField(blank=True, help_text='For example: first part, online.', max_length=80)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meeting_spans', to='editorial.source')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['meeting', 'start'],
        'constraints': [
            models.UniqueConstraint(fields=('meeting', 'start'), name='meetings_meetingspan_once'),
        ],
        'indexes': [
            models.Index(fields=['start'], name='meetings_span_start'),
        ],
    }),
    migrations.CreateModel('StatementAction', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='meetings.statement')),
        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statement_actions', to='meetings.actionplan')),
        ('number', models.PositiveSmallIntegerField(blank=True, help_text='Number of the action; empty when the plan is cited as a whole.', null=True, verbose_name='action')),
    ], options={
        'ordering': ['statement', 'plan', 'number'],
        'constraints': [
            models.UniqueConstraint(fields=('statement', 'plan', 'number'), name='meetings_statementaction_once', violation_error_message='This action is already entered.'),
            models.UniqueConstraint(condition=models.Q(('number__isnull', True)), fields=('statement', 'plan'), name='meetings_statementaction_whole_once', violation_error_message='This plan is already entered as a whole.'),
        ],
    }),
    migrations.CreateModel('StatementArticle', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='articles', to='meetings.statement')),
        ('article', models.CharField(help_text='As cited: 3, 3(6), 2(2)(c).', max_length=20, validators=[django.core.validators.RegexValidator('^[1-9]\\d?(\\(\\d{1,2}\\)|\\([a-z]\\))*$', 'Write the article as it is cited: 3, 3(6), 2(2)(c).')])),
    ], options={
        'ordering': ['statement', 'article'],
        'constraints': [
            models.UniqueConstraint(fields=('statement', 'article'), name='meetings_statementarticle_once'),
        ],
    }),
    migrations.CreateModel('StatementParty', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='meetings.statement')),
        ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statement_parties', to='countries.country')),
        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statement_parties', to='editorial.organisation')),
        ('role', models.CharField(choices=[('deliverer', 'Deliverer'), ('lead', 'Lead sponsor'), ('co-sponsor', 'Co-sponsor'), ('on-behalf-of', 'Spoken for'), ('endorser', 'Endorser')], default='deliverer', max_length=12)),
        ('order', models.PositiveSmallIntegerField(default=0, help_text='Its place in the list, as the source prints it.')),
    ], options={
        'ordering': ['statement', 'order', 'id'], 'verbose_name_plural': 'statement parties',
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('country__isnull', False), ('organisation__isnull', True)), models.Q(('country__isnull', True), ('organisation__isnull', False)), _connector='OR'), name='meetings_statementparty_state_or_organisation', violation_error_message='Name a state or an organisation, one of the two.'),
            models.UniqueConstraint(condition=models.Q(('country__isnull', False)), fields=('statement', 'country'), name='meetings_statementparty_state_once', violation_error_message='This state is already entered for this statement.'),
            models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('statement', 'organisation'), name='meetings_statementparty_organisation_once', violation_error_message='This organisation is already entered for this statement.'),
        ],
    }),
    migrations.CreateModel('StatementTheme', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='meetings.statement')),
        ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statement_themes', to='meetings.theme')),
    ], options={
        'ordering': ['statement', 'theme__order'],
        'constraints': [
            models.UniqueConstraint(fields=('statement', 'theme'), name='meetings_statementtheme_once'),
        ],
    }),
    migrations.CreateModel('Position', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='meetings.statement')),
        ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='countries.country')),
        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='editorial.organisation')),
        ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='meetings.theme')),
        ('stance', models.CharField(choices=[('supports', 'Supports'), ('opposes', 'Opposes'), ('flexible', 'Flexible'), ('calls-for', 'Calls for'), ('concerned', 'Concerned'), ('informs', 'Informs')], max_length=12)),
        ('paraphrase', models.TextField(blank=True, help_text="In the team's own words, one or two sentences.")),
        ('quote', models.TextField(blank=True, help_text='Verbatim, in the original language, without quotation marks.')),
        ('quote_language', models.CharField(blank=True, help_text='Language code of the quote: es.', max_length=12)),
        ('translation', models.TextField(blank=True, help_text='English translation of the quote.')),
        ('source', models.ForeignKey(blank=True, help_text="Where it is recorded; empty when it is the statement's own source.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='editorial.source')),
        ('locator', models.CharField(blank=True, help_text='Page or paragraph: p. 5, para. 12.', max_length=120)),
    ], options={
        'ordering': ['statement', 'theme__order', 'id'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('country__isnull', False), ('organisation__isnull', True)), models.Q(('country__isnull', True), ('organisation__isnull', False)), _connector='OR'), name='meetings_position_state_or_organisation', violation_error_message='Name a state or an organisation, one of the two.'),
            models.CheckConstraint(condition=models.Q(('paraphrase', ''), ('quote', ''), _negated=True), name='meetings_position_says_something', violation_error_message='Give a paraphrase or a verbatim quote.'),
            models.CheckConstraint(condition=models.Q(models.Q(('quote', ''), ('quote_language', '')), models.Q(models.Q(('quote', ''), _negated=True), models.Q(('quote_language', ''), _negated=True)), _connector='OR'), name='meetings_position_quote_has_language', violation_error_message='A quote says in which language it is, and a language needs a quote.'),
            models.CheckConstraint(condition=models.Q(('translation', ''), models.Q(('quote', ''), _negated=True), _connector='OR'), name='meetings_position_translation_has_quote', violation_error_message='A translation needs the quote that it translates.'),
        ],
    }),
    migrations.CreateModel('Action', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='meetings.actionplan')),
        ('number', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
        ('part', models.ForeignKey(blank=True, help_text='Its chapter, where a source says so.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='meetings.actionplanpart')),
        ('text', models.TextField(blank=True, help_text='As adopted; only where a source was seen.')),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='editorial.source')),
    ], options={
        'ordering': ['plan', 'number'],
        'constraints': [
            models.UniqueConstraint(fields=('plan', 'number'), name='meetings_action_once'),
            models.CheckConstraint(condition=models.Q(('text', ''), ('source__isnull', False), _connector='OR'), name='meetings_action_text_has_source', violation_error_message='Name the source from which the text was taken.'),
        ],
    }),
]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("meetings", "0001_initial"),
        ("meetings", "0002_two_dates_on_a_claim"),
        ("meetings", "0003_place_in_the_source"),
        ("meetings", "0004_newest_release_first"),
        ("meetings", "0005_public_ids"),
        ("meetings", "0006_seal_releases"),
        ("meetings", "0007_embargo_decisions"),
        ("meetings", "0008_ready_entries"),
        ("meetings", "0009_indexes_of_what_readers_see"),
        ("meetings", "0010_count_the_statements_of_meetings"),
        ("meetings", "0011_newest_statements_first"),
        ("meetings", "0012_the_order_of_the_desks_list"),
        ("meetings", "0013_order_of_releases"),
    ]
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("editorial", "0001_squashed_0019_marks_by_subject"),
        ("countries", "0001_squashed_0009_order_of_releases"),
    ]

    operations = [
        CreateTogether([*TABLES, *LISTS, *VERSIONS]),
        NameRowsForEver(
            "meeting", "meetingspan", "meetingcount", "theme", "actionplan", "actionplanpart", "action",
            "attendance", "meetingdocument", "statement", "statementtheme", "statementarticle", "statementaction",
            "position", "statementparty",
        ),
    ]
