"""All tables of this app, for a database that is empty: what the migrations that it replaces come to (docs/decisions/0032)."""

from importlib import import_module

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import editorial.models.fields
from django.conf import settings
from django.db import migrations, models

from editorial.migration_operations import CreateTogether, NameRowsForEver
from editorial.migrations._proposals import PROPOSALS
from editorial.migrations._versions import VERSIONS

full_text = import_module("editorial.migrations.0002_full_text")
words = import_module("editorial.migrations.0004_search_words")

TABLES = [
    migrations.CreateModel('Organisation', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('name', models.CharField(max_length=255, unique=True)),
        ('abbreviation', models.CharField(blank=True, help_text='For example NPA, CMC, ICRC.', max_length=30)),
        ('slug', models.SlugField(max_length=80, unique=True)),
        ('kind', models.CharField(choices=[('ngo', 'Non-governmental organisation'), ('coalition', 'Coalition'), ('international', 'International organisation'), ('ministry', 'Ministry or state agency'), ('other', 'Other')], default='ngo', max_length=16)),
        ('url', models.URLField(blank=True, verbose_name='address')),
    ], options={'ordering': ['name']}),
    migrations.CreateModel('PublicationCounter', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('number', models.PositiveBigIntegerField(default=0)),
        ('ended', models.PositiveBigIntegerField(default=0)),
        ('subject', models.CharField(max_length=100, unique=True)),
    ], options={'default_permissions': ()}),
    migrations.CreateModel('User', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('password', models.CharField(max_length=128, verbose_name='password')),
        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
        ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
        ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
        ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
        ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
        ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
        ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
        ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
        ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
        ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
        ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
    ], options={'abstract': False, 'verbose_name': 'user', 'verbose_name_plural': 'users'}, managers=[('objects', django.contrib.auth.models.UserManager())]),
    migrations.CreateModel('SearchEntry', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('kind', models.CharField(help_text='statement, profile, meeting, source, country, stock, treaty', max_length=20)),
        ('priority', models.PositiveSmallIntegerField(help_text='Of its kind; counts where a question is too wide to rank.')),
        ('object_id', models.BigIntegerField(help_text='The record, or its release where the record is published by them.')),
        ('url', models.CharField(max_length=500)),
        ('title', models.TextField()),
        ('context', models.TextField(blank=True)),
        ('body', models.TextField(blank=True)),
        ('language', models.CharField(blank=True, max_length=12)),
        ('day', models.DateField(null=True)),
        ('visible_from', models.DateTimeField()),
        ('visible_until', models.DateTimeField(null=True)),
        ('title_words', models.TextField(blank=True, default='', editable=False)),
        ('context_words', models.TextField(blank=True, default='', editable=False)),
        ('also_words', models.TextField(blank=True, default='', editable=False)),
        ('body_words', models.TextField(blank=True, default='', editable=False)),
    ], options={
        'default_permissions': (),
        'constraints': [
            models.UniqueConstraint(fields=('kind', 'object_id'), name='editorial_searchentry_once'),
        ],
        'indexes': [
            models.Index(fields=['priority', '-day', '-id'], name='editorial_search_order'),
        ],
    }),
    migrations.CreateModel('Source', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('key', models.CharField(help_text='Short and lasting, for example laRepublica-2007-05-29. Texts cite the source by it.', max_length=120, unique=True, validators=[django.core.validators.RegexValidator('^[A-Za-z0-9][A-Za-z0-9_:.-]*$', 'Letters, digits and - _ . : only, starting with a letter or digit.')])),
        ('kind', models.CharField(choices=[('statement', 'State statement'), ('un_document', 'UN document'), ('treaty_action', 'Treaty action'), ('transparency_report', 'Transparency report'), ('ngo_report', 'NGO report'), ('ngo_notes', 'NGO notes'), ('press', 'Press'), ('law', 'Law'), ('interview', 'Interview or letter'), ('photograph', 'Photograph'), ('web_page', 'Web page'), ('presentation', 'Presentation'), ('dataset', 'Data set'), ('other', 'Other')], default='other', max_length=24)),
        ('authors', models.TextField(blank=True, help_text='One a line, first name first, for example Katherine Harrison.')),
        ('title', models.TextField(blank=True, help_text='In the original language, without quotation marks.')),
        ('english_title', models.TextField(blank=True, help_text='Translation, where the title is not in English.')),
        ('publisher', models.CharField(blank=True, help_text='Publisher, newspaper or organisation.', max_length=255)),
        ('un_symbol', models.CharField(blank=True, help_text='For example CCM/CW/SR/2.', max_length=80, verbose_name='UN symbol')),
        ('meeting_session', models.CharField(blank=True, help_text='As printed, for example Fifth 2008 Session of the CCW GGE on Cluster Munitions.', max_length=255, verbose_name='meeting or session')),
        ('place', models.CharField(blank=True, help_text='Where it was given or published, if stated.', max_length=120)),
        ('document_date', editorial.models.fields.PartialDateField(blank=True, help_text='Date on the document: 2007, 2007-05, 29 May 2007.', max_length=11, null=True)),
        ('event_date', models.CharField(blank=True, help_text='Day or days of the event, as printed: 23–25 May 2007.', max_length=60)),
        ('language', models.CharField(blank=True, help_text='Language code of the document: es, fr, en.', max_length=12)),
        ('url', models.URLField(blank=True, max_length=500, verbose_name='address')),
        ('archived_url', models.URLField(blank=True, max_length=500, verbose_name='archived address')),
        ('accessed_on', models.DateField(blank=True, null=True)),
        ('as_printed', models.TextField(blank=True, help_text='The citation exactly as an imported page prints it. While this is filled, readers see these words; empty it once the facts above are complete and checked.')),
        ('to_be_checked', models.BooleanField(db_index=True, default=True, help_text='Nobody has compared this entry with the document yet. Untick it once you have read the document.')),
        ('remarks', models.TextField(blank=True, help_text='For the team only: where the document is, what is doubtful.')),
        ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_sources', to='editorial.source')),
        ('compared_by', models.CharField(blank=True, help_text='Who compared it with the document.', max_length=150)),
        ('compared_on', models.DateField(blank=True, help_text='The day on which it was compared.', null=True)),
    ], options={
        'ordering': ['key'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(('as_printed', ''), ('meeting_session', ''), ('publisher', ''), ('title', ''), ('un_symbol', ''), ('url', ''), _negated=True), name='editorial_source_says_something', violation_error_message='Give at least a title, a symbol, a meeting, a publisher or an address.'),
            models.CheckConstraint(condition=models.Q(models.Q(('compared_by', ''), ('compared_on__isnull', True), ('to_be_checked', True)), models.Q(('compared_on__isnull', False), ('to_be_checked', False), models.Q(('compared_by', ''), _negated=True)), _connector='OR'), name='editorial_source_compared_by_whom', violation_error_message='A source that is no longer to be checked says on which day and by whom it was compared with the document; one that is to be checked says neither.'),
        ],
    }),
    migrations.CreateModel('CitationUse', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='editorial.source')),
        ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype')),
        ('object_id', models.BigIntegerField()),
        ('field', models.CharField(help_text='Name of the field that holds the text.', max_length=60)),
        ('locator', models.CharField(blank=True, max_length=255)),
        ('note', models.PositiveIntegerField(help_text='Number of the footnote; empty when cited in the text.', null=True)),
        ('order', models.PositiveIntegerField(help_text='Order of appearance in the text, from 1.')),
    ], options={
        'ordering': ['content_type', 'object_id', 'field', 'order'],
        'constraints': [
            models.UniqueConstraint(fields=('content_type', 'object_id', 'field', 'order'), name='editorial_citation_use_one_per_place'),
        ],
    }),
    migrations.CreateModel('AuditEntry', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
        ('action', models.CharField(choices=[('signed_in', 'Signed in'), ('sign_in_failed', 'Sign-in failed'), ('signed_out', 'Signed out'), ('published', 'Published'), ('withdrawn', 'Withdrawn'), ('embargo', 'Embargo decided'), ('frozen', 'Edition year released'), ('account', 'Account changed'), ('permissions', 'Permissions changed'), ('exported', 'Exported')], max_length=16)),
        ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('username', models.CharField(blank=True, help_text='As given; of a failed sign-in, as typed.', max_length=150)),
        ('about', models.CharField(blank=True, help_text='The record or account it was done to.', max_length=255)),
        ('detail', models.TextField(blank=True)),
    ], options={
        'default_permissions': ('view',), 'ordering': ['-at', '-pk'], 'verbose_name': 'entry of the audit log', 'verbose_name_plural': 'audit log',
        'indexes': [
            models.Index(fields=['action', '-at'], name='editorial_auditentry_action'),
        ],
    }),
    migrations.CreateModel('FormPresence', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('record', models.CharField(help_text='Table and number: countries.countryprofile-12', max_length=120)),
        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('opened_at', models.DateTimeField()),
        ('seen_at', models.DateTimeField(db_index=True)),
    ], options={
        'default_permissions': (),
        'constraints': [
            models.UniqueConstraint(fields=('record', 'user'), name='editorial_formpresence_one_each'),
        ],
    }),
    migrations.CreateModel('SearchEntryState', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='states', to='editorial.searchentry')),
        ('state', models.CharField(max_length=80)),
    ], options={
        'default_permissions': (),
        'constraints': [
            models.UniqueConstraint(fields=('entry', 'state'), name='editorial_searchentrystate_once'),
        ],
        'indexes': [
            models.Index(fields=['state', 'entry'], name='editorial_searchstate_state'),
        ],
    }),
    migrations.CreateModel('PublicationMark', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('seen_from', models.DateTimeField(null=True)),
        ('subject', models.CharField(default='everything', max_length=100)),
    ], options={
        'default_permissions': (),
        'indexes': [
            models.Index(fields=['subject', 'seen_from'], name='editorial_mark_subject'),
        ],
    }),
    migrations.CreateModel('ReleaseSeal', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('position', models.PositiveBigIntegerField(help_text='1 for the first.', unique=True)),
        ('table', models.CharField(blank=True, help_text='Of the release; empty for several together.', max_length=100)),
        ('release_id', models.BigIntegerField(null=True)),
        ('content', models.JSONField(default=dict, help_text='What is sealed, where it is no row of its own.')),
        ('salt', models.CharField(max_length=32)),
        ('visible_from', models.DateTimeField(help_text='As decided by this seal; empty where the release was taken back before it.', null=True)),
        ('content_sha256', models.CharField(db_index=True, max_length=64)),
        ('previous', models.CharField(help_text='SHA-256 of the seal before.', max_length=64, unique=True)),
        ('sha256', models.CharField(max_length=64, unique=True, verbose_name='SHA-256')),
    ], options={
        'abstract': False, 'default_permissions': (), 'ordering': ['position'], 'verbose_name': 'seal', 'verbose_name_plural': 'chain of seals',
        'indexes': [
            models.Index(fields=['table', 'release_id', '-position'], name='editorial_seal_of_release'),
        ],
    }),
    migrations.CreateModel('BegunForm', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('form_id', models.UUIDField(help_text='Given by the server each time a form is opened.')),
        ('place', models.CharField(help_text="The form's address at the desk, without what was asked.", max_length=200)),
        ('title', models.CharField(help_text='What the form said it was about.', max_length=255)),
        ('window', models.UUIDField(help_text='Which window kept it last: each has a number of its own.')),
        ('typed', models.JSONField(help_text='[[name, value], …] as the form would be posted.')),
        ('kept_at', models.DateTimeField(db_index=True)),
        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
    ], options={
        'default_permissions': (),
        'constraints': [
            models.UniqueConstraint(fields=('person', 'form_id'), name='editorial_begunform_one_each'),
        ],
    }),
    migrations.CreateModel('SavedForm', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('form_id', models.UUIDField(help_text='Given by the server each time a form is opened.')),
        ('digest', models.CharField(help_text='SHA-256 of what was posted, without the button.', max_length=64)),
        ('led_to', models.CharField(blank=True, help_text='The page that came next.', max_length=500)),
        ('page', models.TextField(blank=True, help_text='The page itself, of a form in a window of its own.')),
        ('told', models.JSONField(default=list, help_text='The words said on it: [[level, words, whether HTML], …]')),
        ('saved_at', models.DateTimeField(db_index=True)),
        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
    ], options={
        'default_permissions': (),
        'constraints': [
            models.UniqueConstraint(fields=('person', 'form_id'), name='editorial_savedform_once'),
        ],
    }),
]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("editorial", "0001_initial"),
        ("editorial", "0002_full_text"),
        ("editorial", "0003_publication_marks"),
        ("editorial", "0004_search_words"),
        ("editorial", "0005_sources_compared_on_by_whom"),
        ("editorial", "0006_only_what_somebody_compared_counts_as_compared"),
        ("editorial", "0007_compared_by_whom"),
        ("editorial", "0008_public_ids"),
        ("editorial", "0009_change_sets"),
        ("editorial", "0010_release_seals"),
        ("editorial", "0011_embargo_decisions"),
        ("editorial", "0012_rows_left_out_and_urgent_changes"),
        ("editorial", "0013_approvals"),
        ("editorial", "0014_small_changes"),
        ("editorial", "0015_comments_at_the_words"),
        ("editorial", "0016_suggestions"),
        ("editorial", "0017_begun_and_saved_forms"),
        ("editorial", "0018_what_readers_are_told_of_a_change"),
        ("editorial", "0019_marks_by_subject"),
    ]
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        CreateTogether([*TABLES, *PROPOSALS, *VERSIONS]),
        NameRowsForEver(
            "source", "organisation",
        ),
        migrations.RunPython(full_text.run(words.POSTGRESQL_PUT_UP, words.SQLITE_PUT_UP)),
    ]
