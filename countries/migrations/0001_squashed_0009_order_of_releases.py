"""All tables of this app, for a database that is empty: what the migrations that it replaces come to (docs/decisions/0032)."""

import datetime
from importlib import import_module

import django.core.validators
import django.db.models.deletion
import editorial.models.fields
from django.conf import settings
from django.db import migrations, models

from countries.migrations._versions import VERSIONS
from editorial.migration_operations import CreateTogether, NameRowsForEver

orders = import_module("countries.migrations.0005_orders_of_acts_as_triggers")

TABLES = [
    migrations.CreateModel('Country', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('iso2', models.CharField(blank=True, max_length=2, null=True, unique=True, verbose_name='ISO 3166 alpha-2')),
        ('iso3', models.CharField(blank=True, max_length=3, null=True, unique=True, verbose_name='ISO 3166 alpha-3')),
        ('m49', models.CharField(blank=True, help_text='UN M49 area code, three digits.', max_length=3, verbose_name='M49')),
        ('slug', models.SlugField(help_text='Its place in addresses: peru.', max_length=80, unique=True)),
        ('name', models.CharField(help_text='Short name as the UN writes it today.', max_length=120)),
        ('official_name', models.CharField(blank=True, max_length=200)),
        ('kind', models.CharField(choices=[('state', 'State'), ('other_area', 'Other area')], default='state', max_length=12)),
        ('is_un_member', models.BooleanField(default=True, verbose_name='UN member')),
        ('region', models.CharField(blank=True, db_index=True, help_text='M49 region: Americas.', max_length=60)),
        ('subregion', models.CharField(blank=True, help_text='M49 sub-region.', max_length=60)),
        ('intermediate_region', models.CharField(blank=True, help_text='M49 intermediate region: South America.', max_length=60)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='countries', to='editorial.source')),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='Further sources of this entry, with citations: [@key, p. 5].')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['name'], 'verbose_name_plural': 'countries',
        'constraints': [
            models.CheckConstraint(condition=models.Q(('kind', 'other_area'), ('iso3__isnull', False), _connector='OR'), name='countries_country_state_has_iso3', violation_error_message='Every state has an ISO 3166 alpha-3 code.'),
            models.CheckConstraint(condition=models.Q(('is_un_member', False), ('kind', 'state'), _connector='OR'), name='countries_country_un_member_is_state', violation_error_message='A UN member is a state.'),
        ],
    }),
    migrations.CreateModel('Team', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('name', models.CharField(max_length=80, unique=True)),
    ], options={'ordering': ['name']}),
    migrations.CreateModel('CountryAssignment', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='countries.country')),
        ('person', models.ForeignKey(blank=True, help_text='Either a person or a team.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='country_assignments', to=settings.AUTH_USER_MODEL)),
        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='countries.team')),
    ], options={
        'ordering': ['country__name'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('person__isnull', False), ('team__isnull', True)), models.Q(('person__isnull', True), ('team__isnull', False)), _connector='OR'), name='countries_countryassignment_person_or_team', violation_error_message='A country is assigned either to a person or to a team.'),
            models.UniqueConstraint(fields=('country', 'person'), name='countries_countryassignment_person_once'),
            models.UniqueConstraint(fields=('country', 'team'), name='countries_countryassignment_team_once'),
        ],
    }),
    migrations.CreateModel('CountryName', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='countries.country')),
        ('name', models.CharField(max_length=120)),
        ('kind', models.CharField(choices=[('former', 'Former name'), ('also', 'Also called')], default='also', max_length=8)),
        ('valid_from', editorial.models.fields.PartialDateField(blank=True, help_text='First day it was the name, where a source gives one.', max_length=11, null=True)),
        ('valid_until', editorial.models.fields.PartialDateField(blank=True, help_text='Last day it was the name, where a source gives one.', max_length=11, null=True)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='country_names', to='editorial.source')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['country', 'name'],
        'constraints': [
            models.UniqueConstraint(fields=('country', 'name'), name='countries_countryname_once'),
        ],
    }),
    migrations.CreateModel('ProfileTheme', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('slug', models.SlugField(max_length=60, unique=True)),
        ('title', models.CharField(max_length=120, unique=True)),
        ('order', models.PositiveSmallIntegerField(default=0, help_text='Its place on the country page.')),
    ], options={'ordering': ['order', 'title']}),
    migrations.CreateModel('CountryProfile', [
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
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='countries.country')),
        ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='countries.profiletheme')),
        ('edition', models.PositiveSmallIntegerField(help_text='Edition year, for example 2009.', validators=[django.core.validators.MinValueValidator(1999), django.core.validators.MaxValueValidator(2100)])),
        ('language', models.CharField(default='en', help_text='Language code of the text: en, es, fr.', max_length=12)),
        ('lead', models.TextField(blank=True, help_text='Two or three sentences for readers in a hurry. Required before publication.', verbose_name='lead summary')),
        ('text', editorial.models.fields.ResearchedTextField(blank=True, help_text='Markdown. Headings with ##, footnotes [^key], citations [@source-key, p. 5].')),
        ('rolled_from', models.ForeignKey(blank=True, editable=False, help_text='The edition that this one was started from.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rolled_into', to='countries.countryprofile')),
        ('imported_from', models.CharField(blank=True, editable=False, help_text='File or address of the legacy page.', max_length=255)),
        ('imported_breadcrumb', models.TextField(blank=True, editable=False, help_text='The path that the legacy page printed above its title.')),
        ('imported_sha256', models.CharField(blank=True, editable=False, help_text='Fingerprint of the imported file.', max_length=64)),
        ('covers_until', editorial.models.fields.PartialDateField(blank=True, help_text='The last day that this edition speaks of: 18 March 2009, June 2009. What is computed beside the text is computed for its end. Empty where the edition has no such day; then it is computed on the day of release.', max_length=11, null=True)),
    ], options={
        'abstract': False, 'default_permissions': ('add', 'change', 'delete', 'view', 'review', 'publish', 'withdraw'), 'ordering': ['country__name', 'theme', '-edition', 'language'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='countries_countryprofile_submitted_pair', violation_error_message='submitted_at and submitted_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='countries_countryprofile_reviewed_pair', violation_error_message='reviewed_at and reviewed_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='countries_countryprofile_published_pair', violation_error_message='published_at and published_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='countries_countryprofile_withdrawn_pair', violation_error_message='withdrawn_at and withdrawn_by are set together or not at all.'),
            models.CheckConstraint(condition=models.Q(models.Q(('status', 'in_review'), _negated=True), ('submitted_at__isnull', False), _connector='OR'), name='countries_countryprofile_in_review_was_submitted', violation_error_message='A record in review has been submitted by somebody.'),
            models.CheckConstraint(condition=models.Q(models.Q(('status', 'published'), _negated=True), models.Q(('published_at__isnull', False), ('reviewed_at__isnull', False), ('submitted_at__isnull', False), models.Q(('withdrawn_at__isnull', True), ('withdrawn_at__lt', models.F('published_at')), _connector='OR')), _connector='OR'), name='countries_countryprofile_published_was_reviewed', violation_error_message='A published record was submitted, reviewed and published by somebody.'),
            models.CheckConstraint(condition=models.Q(models.Q(('withdrawal_reason', ''), ('withdrawn_at__isnull', True)), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawal_reason', ''), _negated=True)), _connector='OR'), name='countries_countryprofile_withdrawn_says_why', violation_error_message='A withdrawn record says when, by whom and why.'),
            models.CheckConstraint(condition=models.Q(models.Q(('status', 'withdrawn'), _negated=True), ('withdrawn_at__isnull', False), _connector='OR'), name='countries_countryprofile_withdrawn_status', violation_error_message='A withdrawn record says when it was withdrawn.'),
            models.CheckConstraint(condition=models.Q(('reviewed_by__isnull', True), ('submitted_by__isnull', True), models.Q(('reviewed_by', models.F('submitted_by')), _negated=True), ('review_waived', True), _connector='OR'), name='countries_countryprofile_reviewer_not_author', violation_error_message='The reviewer is somebody else than the author.'),
            models.UniqueConstraint(fields=('country', 'theme', 'edition', 'language'), name='countries_countryprofile_one_per_edition', violation_error_message='This edition already exists for this country, theme and language.'),
        ],
        'indexes': [
            models.Index(fields=['country', '-edition'], name='countries_profile_newest'),
        ],
    }),
    migrations.CreateModel('Treaty', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('slug', models.SlugField(help_text='Its place in addresses: ccm.', max_length=40, unique=True)),
        ('short_name', models.CharField(help_text='As articles are cited: CCM gives “CCM, Article 17(2)”.', max_length=60, unique=True)),
        ('title', models.CharField(help_text='Short title: Convention on Cluster Munitions.', max_length=300)),
        ('full_title', models.TextField(blank=True, help_text='The whole title, where it is longer.')),
        ('title_in_sentence', models.CharField(help_text='With its article, as in “a State Party to the Convention on Cluster Munitions”.', max_length=300)),
        ('kind', models.CharField(choices=[('treaty', 'Treaty'), ('protocol', 'Protocol'), ('declaration', 'Political declaration')], default='treaty', max_length=12)),
        ('parent', models.ForeignKey(blank=True, help_text='For a protocol: the convention it belongs to.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='protocols', to='countries.treaty')),
        ('order', models.PositiveSmallIntegerField(default=0, help_text='Its place in lists.')),
        ('depositary', models.CharField(blank=True, max_length=120)),
        ('untc_number', models.CharField(blank=True, help_text='For example XXVI-6.', max_length=20, verbose_name='UNTC number')),
        ('url', models.URLField(blank=True, help_text="The depositary's page.", max_length=500, verbose_name='status table')),
        ('source', models.ForeignKey(blank=True, help_text='Of this entry.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='treaties', to='editorial.source')),
        ('adopted_on', models.DateField(blank=True, null=True)),
        ('adopted_at', models.CharField(blank=True, help_text='The city.', max_length=120, verbose_name='adopted in')),
        ('opened_for_signature', models.DateField(blank=True, null=True)),
        ('closed_for_signature', models.DateField(blank=True, help_text='The first day on which it could no longer be signed.', null=True)),
        ('signature_ends_at_entry_into_force', models.BooleanField(default=False)),
        ('published_in_force', models.DateField(blank=True, help_text='As the depositary prints it; the computed date is shown beside it.', null=True, verbose_name='entry into force as published')),
        ('threshold_reached_on', models.DateField(blank=True, help_text='Day of the deposit that completed the number. Empty: counted from the deposits recorded here.', null=True, verbose_name='instruments needed were complete on')),
        ('signature_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on signature')),
        ('consent_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on ratification, acceptance, approval or consent')),
        ('accession_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on accession')),
        ('acceptance_without_signature', models.BooleanField(default=False, help_text='The depositary records acceptance by states that never signed (CCW).')),
        ('first_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on its entry into force')),
        ('later_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on entry into force for later states')),
        ('instruments_needed', models.PositiveSmallIntegerField(default=0, help_text='How many deposits bring it into force: CCM 30, Mine Ban Treaty 40, CCW 20.')),
        ('months', models.PositiveSmallIntegerField(default=6, verbose_name='months to entry into force')),
        ('counting', models.CharField(choices=[('first_of_month', 'First day of the nth month after the deposit'), ('same_day', 'n months after the deposit, to the day'), ('at_once', 'At once')], default='first_of_month', max_length=16, verbose_name='how they are counted')),
        ('provisional_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on provisional application')),
        ('provisional_covers', models.CharField(blank=True, help_text='For example Article 1.', max_length=60, verbose_name='provisional application covers')),
        ('reservations_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on reservations')),
        ('reservations_allowed', models.BooleanField(default=True)),
        ('withdrawal_article', models.CharField(blank=True, help_text='As cited: 17(2).', max_length=20, verbose_name='article on withdrawal')),
        ('withdrawal_months', models.PositiveSmallIntegerField(default=0, verbose_name='months of notice')),
        ('withdrawal_waits_for_peace', models.BooleanField(default=False, help_text='A state in an armed conflict stays bound until it ends.')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['order', 'title'], 'verbose_name_plural': 'treaties',
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('kind', 'protocol'), ('parent__isnull', False)), models.Q(models.Q(('kind', 'protocol'), _negated=True), ('parent__isnull', True)), _connector='OR'), name='countries_treaty_protocol_has_parent', violation_error_message='A protocol names the convention it belongs to; nothing else does.'),
            models.CheckConstraint(condition=models.Q(('closed_for_signature__isnull', True), ('opened_for_signature__lt', models.F('closed_for_signature')), _connector='OR'), name='countries_treaty_signature_opens_before_it_closes', violation_error_message='A treaty is opened for signature before it is closed.'),
        ],
    }),
    migrations.CreateModel('DomesticStep', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('treaty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='domestic_steps', to='countries.treaty')),
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='domestic_steps', to='countries.country', verbose_name='state')),
        ('kind', models.CharField(choices=[('announced', 'Announced'), ('prepared', 'Under review by the government'), ('sent_to_parliament', 'Sent to parliament'), ('in_committee', 'Recommended by a committee'), ('approved', 'Approved by parliament'), ('decree', 'Decree signed')], max_length=20)),
        ('date', editorial.models.fields.PartialDateField(blank=True, help_text='2012, March 2012 or 14 March 2012.', max_length=11, null=True)),
        ('description', models.CharField(blank=True, help_text='What happened, for example: Legislative Resolution 29843.', max_length=300)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='domestic_steps', to='editorial.source')),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='What else a reader must know, with citations.')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['country__name', 'date'],
        'constraints': [
            models.UniqueConstraint(fields=('treaty', 'country', 'kind', 'date'), name='countries_domesticstep_once', violation_error_message='This step is recorded already.'),
        ],
        'indexes': [
            models.Index(fields=['country', 'treaty'], name='countries_domesticstep_course'),
        ],
    }),
    migrations.CreateModel('StateGroup', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('slug', models.SlugField(max_length=60, unique=True)),
        ('name', models.CharField(max_length=120, unique=True)),
        ('description', models.TextField(blank=True, help_text='What it is, in a sentence or two.')),
        ('stated_size', models.PositiveSmallIntegerField(blank=True, help_text='How many members a source says it has: 7 for the Core Group.', null=True)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='state_groups', to='editorial.source')),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='What else a reader must know, with citations.')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={'ordering': ['name']}),
    migrations.CreateModel('GroupMembership', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='countries.stategroup')),
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='group_memberships', to='countries.country', verbose_name='state')),
        ('role', models.CharField(blank=True, help_text='For example initiator, host, chair.', max_length=60)),
        ('since', editorial.models.fields.PartialDateField(blank=True, help_text='First day or year, where a source gives one.', max_length=11, null=True)),
        ('until', editorial.models.fields.PartialDateField(blank=True, help_text='Last day or year, where a source gives one.', max_length=11, null=True)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='group_memberships', to='editorial.source')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['group', 'country__name'],
        'constraints': [
            models.UniqueConstraint(fields=('group', 'country'), name='countries_groupmembership_once', violation_error_message='It is listed in this group already.'),
            models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('since__lte', models.F('until')), _connector='OR'), name='countries_groupmembership_begins_before_it_ends', violation_error_message='A membership begins before it ends.'),
        ],
    }),
    migrations.CreateModel('ProfileRelease', [
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
        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='countries.countryprofile')),
        ('taken_back_at', models.DateTimeField(editable=False, help_text='Before its embargo ended: no reader ever saw it.', null=True)),
    ], options={
        'abstract': False, 'default_permissions': ('view',), 'ordering': ['-number'],
        'constraints': [
            models.CheckConstraint(condition=models.Q(models.Q(('change_kind', 'first'), ('number', 1)), models.Q(('number__gt', 1), models.Q(('change_kind', 'first'), _negated=True), models.Q(('public_note', ''), _negated=True)), _connector='OR'), name='countries_profilerelease_correction_has_note', violation_error_message='A correction says publicly what changed, and whether it is minor.'),
            models.CheckConstraint(condition=models.Q(('taken_back_at__isnull', True), ('taken_back_at__lt', models.F('visible_from')), _connector='OR'), name='countries_profilerelease_taken_back_unseen', violation_error_message='Only what no reader has seen is taken back. Withdraw it instead.'),
            models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('profile', 'number'), name='countries_profilerelease_one_kept_per_number'),
        ],
        'indexes': [
            models.Index(fields=['-released_at'], name='countries_profilerelease_last'),
        ],
    }),
    migrations.CreateModel('SectionConfirmation', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='countries.countryprofile')),
        ('text_key', models.CharField(help_text="Digest of the section's words and notes.", max_length=64)),
        ('title', models.CharField(blank=True, max_length=255)),
        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
        ('at', models.DateTimeField()),
    ], options={
        'default_permissions': (), 'ordering': ['-at', '-pk'],
        'indexes': [
            models.Index(fields=['profile', 'text_key'], name='countries_confirmation_section'),
        ],
    }),
    migrations.CreateModel('TeamMember', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='countries.team')),
        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team_memberships', to=settings.AUTH_USER_MODEL)),
    ], options={
        'ordering': ['team', 'person'],
        'constraints': [
            models.UniqueConstraint(fields=('team', 'person'), name='countries_teammember_once'),
        ],
    }),
    migrations.CreateModel('TreatyAction', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('treaty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='countries.treaty')),
        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='treaty_actions', to='countries.country', verbose_name='state')),
        ('kind', models.CharField(choices=[('signature', 'Signature'), ('ratification', 'Ratification'), ('acceptance', 'Acceptance'), ('approval', 'Approval'), ('accession', 'Accession'), ('succession', 'Succession'), ('consent', 'Consent to be bound'), ('endorsement', 'Endorsement'), ('provisional_application', 'Declaration of provisional application'), ('interpretive_declaration', 'Interpretive declaration'), ('reservation', 'Reservation'), ('withdrawal_notice', 'Notice of withdrawal')], max_length=24)),
        ('date', models.DateField(help_text='Day of the signature or deposit; for a notice, of its receipt.')),
        ('effective_on', models.DateField(blank=True, help_text='Only where no article gives the day: the succession of states, or the end of an armed conflict that holds up a withdrawal.', null=True)),
        ('published_effect', models.DateField(blank=True, help_text='Entry into force (or end) as a source prints it. The computed date is kept and shown beside it.', null=True, verbose_name='effect as published')),
        ('in_armed_conflict', models.BooleanField(default=False, help_text='Withdrawal: the state was engaged in an armed conflict when the months of notice were over.')),
        ('place', models.CharField(blank=True, help_text='Where it was signed or deposited: Oslo.', max_length=120)),
        ('official', models.CharField(blank=True, help_text='Who signed or deposited, with title, for example Amb. A. Garcia Revilla.', max_length=200)),
        ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='treaty_actions', to='editorial.source')),
        ('note', editorial.models.fields.ResearchedTextField(blank=True, help_text='What else a reader must know, with citations: [@untc-ccm, note 2].')),
        ('source_locator', editorial.models.fields.LocatorField(blank=True, help_text='Where in the source: note 13, p. 5, Form B.', max_length=255, verbose_name='place in the source')),
    ], options={
        'ordering': ['-date', 'country__name', 'kind'],
        'constraints': [
            models.UniqueConstraint(fields=('treaty', 'country', 'kind', 'date'), name='countries_treatyaction_once_a_day', violation_error_message='This act is recorded already.'),
            models.UniqueConstraint(condition=models.Q(('kind', 'signature')), fields=('treaty', 'country'), name='countries_treatyaction_one_signature', violation_error_message='A state signs a treaty once.'),
            models.CheckConstraint(condition=models.Q(('date__gte', datetime.date(1900, 1, 1)), ('date__lte', datetime.date(2999, 12, 31))), name='countries_treatyaction_day_of_our_times', violation_error_message='The day of an act lies between 1900 and 2999.'),
            models.CheckConstraint(condition=models.Q(('effective_on__isnull', True), ('kind__in', ['succession', 'withdrawal_notice']), _connector='OR'), name='countries_treatyaction_effective_on_where_no_rule', violation_error_message='Only a succession or a withdrawal held up by an armed conflict has its own day of effect; every other is computed.'),
            models.CheckConstraint(condition=models.Q(('published_effect__isnull', True), ('kind__in', ['acceptance', 'accession', 'approval', 'consent', 'endorsement', 'ratification', 'succession', 'withdrawal_notice']), _connector='OR'), name='countries_treatyaction_published_effect_of_deposits', violation_error_message='Only deposits and withdrawals take effect on a day of their own.'),
            models.CheckConstraint(condition=models.Q(('in_armed_conflict', False), ('kind', 'withdrawal_notice'), _connector='OR'), name='countries_treatyaction_conflict_delays_withdrawals', violation_error_message='Only a withdrawal is held up by an armed conflict.'),
        ],
        'indexes': [
            models.Index(fields=['treaty', 'country', 'date'], name='countries_action_course'),
        ],
    }),
    migrations.CreateModel('TreatyAlias', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('treaty', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='countries.treaty')),
        ('name', models.CharField(max_length=200, unique=True)),
    ], options={'ordering': ['treaty', 'name'], 'verbose_name_plural': 'treaty aliases'}),
    migrations.CreateModel('Coverage', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('kind', models.CharField(choices=[('states', 'States, areas and their names'), ('treaty_acts', 'Acts towards treaties'), ('domestic_steps', 'Steps at home towards joining'), ('groups', 'Groups of states'), ('profiles', 'Profile editions'), ('meetings', 'Meetings'), ('attendance', 'Attendance at meetings'), ('statements', 'Statements and positions'), ('action_plans', 'Action plans'), ('munition_types', 'Types of cluster munitions'), ('stocks', 'Stocks held, found, received and given away'), ('destruction', 'Stocks destroyed'), ('retention', 'Munitions retained for training'), ('activities', 'Use, production, transfer and stockpiling'), ('extension_requests', 'Requests for more time'), ('extension_decisions', 'Decisions on such requests'), ('completions', 'Completions declared'), ('contamination', 'Contamination'), ('transparency_reports', 'Article 7 reports'), ('programmes', 'Destruction programmes')], max_length=24)),
        ('scope', models.SlugField(blank=True, help_text='A treaty (ccm) or an article (article-3); empty for the whole kind.', max_length=40)),
        ('extent', models.CharField(choices=[('whole', 'Whole'), ('part', 'In part')], default='part', help_text='Whole only if everything of the kind up to the day below is on record.', max_length=8)),
        ('complete_until', models.DateField(blank=True, help_text='The last day of which something could be on record: the date of the newest list or text that was read. Empty: nobody has looked.', null=True, verbose_name='record up to')),
        ('checked_on', models.DateField(blank=True, help_text='When somebody last compared the record with the source.', null=True)),
        ('covers', models.TextField(blank=True, help_text='What is on record, in one sentence. Readers see it on “About the data”.')),
        ('missing', models.TextField(blank=True, help_text='What is known to be missing. Readers see it.')),
        ('source', models.ForeignKey(blank=True, help_text='The list or text by which the record was checked.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='coverage', to='editorial.source')),
    ], options={
        'ordering': ['kind', 'scope'], 'verbose_name_plural': 'coverage',
        'constraints': [
            models.UniqueConstraint(fields=('kind', 'scope'), name='countries_coverage_once', violation_error_message='The coverage of this kind and scope is recorded already.'),
            models.CheckConstraint(condition=models.Q(models.Q(('extent', 'whole'), _negated=True), models.Q(('complete_until__isnull', False), ('source__isnull', False)), _connector='OR'), name='countries_coverage_whole_until_a_day', violation_error_message='A whole record is whole up to a day, by a source: give both.'),
        ],
    }),
]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("countries", "0001_initial"),
        ("countries", "0002_coverage"),
        ("countries", "0003_keep_the_day_an_edition_covers"),
        ("countries", "0004_place_in_the_source"),
        ("countries", "0005_orders_of_acts_as_triggers"),
        ("countries", "0006_public_ids"),
        ("countries", "0007_embargo_decisions"),
        ("countries", "0008_newest_edition_of_a_country"),
        ("countries", "0009_order_of_releases"),
    ]
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("editorial", "0001_squashed_0019_marks_by_subject"),
    ]

    operations = [
        CreateTogether([*TABLES, *VERSIONS]),
        NameRowsForEver(
            "country", "countryname", "profiletheme", "countryprofile", "coverage", "treaty", "treatyalias",
            "domesticstep", "stategroup", "groupmembership", "team", "teammember", "countryassignment",
            "treatyaction",
        ),
        migrations.RunPython(orders.put_up),
    ]
