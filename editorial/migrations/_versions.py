"""Tables of versions, for the migration that begins with all tables. Django reads no module of such a name itself."""

import django.core.validators
import django.db.models.deletion
import editorial.models.fields
import simple_history.models
from django.db import migrations, models

from editorial.migrations._version_columns import BEGINNING, END

VERSIONS = [
    migrations.CreateModel('HistoricalSource', [
        *BEGINNING,
        ('key', models.CharField(db_index=True, help_text='Short and lasting, for example laRepublica-2007-05-29. Texts cite the source by it.', max_length=120, validators=[django.core.validators.RegexValidator('^[A-Za-z0-9][A-Za-z0-9_:.-]*$', 'Letters, digits and - _ . : only, starting with a letter or digit.')])),
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
        ('merged_into', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='editorial.source')),
        *END,
        ('compared_by', models.CharField(blank=True, help_text='Who compared it with the document.', max_length=150)),
        ('compared_on', models.DateField(blank=True, help_text='The day on which it was compared.', null=True)),
    ], options={'get_latest_by': ('history_date', 'history_id'), 'ordering': ('-history_date', '-history_id'), 'verbose_name': 'historical source', 'verbose_name_plural': 'historical sources', 'indexes': [models.Index(fields=['history_date', 'id'], name='editorial_h_history_381ec9_idx')]}, bases=(simple_history.models.HistoricalChanges, models.Model)),
    migrations.CreateModel('HistoricalOrganisation', [
        *BEGINNING,
        ('name', models.CharField(db_index=True, max_length=255)),
        ('abbreviation', models.CharField(blank=True, help_text='For example NPA, CMC, ICRC.', max_length=30)),
        ('slug', models.SlugField(max_length=80)),
        ('kind', models.CharField(choices=[('ngo', 'Non-governmental organisation'), ('coalition', 'Coalition'), ('international', 'International organisation'), ('ministry', 'Ministry or state agency'), ('other', 'Other')], default='ngo', max_length=16)),
        ('url', models.URLField(blank=True, verbose_name='address')),
        *END,
    ], options={'get_latest_by': ('history_date', 'history_id'), 'ordering': ('-history_date', '-history_id'), 'verbose_name': 'historical organisation', 'verbose_name_plural': 'historical organisations', 'indexes': [models.Index(fields=['history_date', 'id'], name='editorial_h_history_2dbca0_idx')]}, bases=(simple_history.models.HistoricalChanges, models.Model)),
]
