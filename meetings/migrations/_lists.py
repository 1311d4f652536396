"""Tables of the lists of statements, for the migration that begins with all tables."""

import django.db.models.deletion
import editorial.models.fields
from django.db import migrations, models

LISTS = [
    migrations.CreateModel('ListedStatement', [
        ('release', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='listed', serialize=False, to='meetings.statementrelease')),
        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed', to='meetings.statement')),
        ('visible_from', models.DateTimeField()),
        ('visible_until', models.DateTimeField(null=True)),
        ('title', models.CharField(max_length=255)),
        ('lead', models.TextField(blank=True)),
        ('kind', models.CharField(choices=[('national', 'National statement'), ('joint-declaration', 'Joint declaration'), ('joint-statement', 'Joint statement'), ('regional-group', 'Statement of a regional group'), ('opening', 'Opening statement'), ('closing', 'Closing statement'), ('explanation', 'Explanation of position'), ('intervention', 'Intervention reported by others'), ('non-paper', 'Non-paper'), ('working-paper', 'Working paper'), ('presentation', 'Presentation'), ('letter', 'Letter'), ('other', 'Other')], max_length=20)),
        ('language', models.CharField(max_length=12)),
        ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listed_statements', to='meetings.meeting')),
        ('date', editorial.models.fields.PartialDateField(blank=True, max_length=11, null=True)),
        ('day', models.DateField(help_text="For sorting: first day that the date can mean, else the meeting's first day.")),
        ('year', models.PositiveSmallIntegerField(null=True)),
        ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listed_statements', to='editorial.source')),
        ('parties_line', models.TextField(default='', help_text='Who stands behind it, in one line.')),
        ('states_unnamed', models.PositiveSmallIntegerField(default=0)),
        ('parties_json', models.JSONField(default=list, help_text='Names, keys and roles, ready for a list row.')),
        ('themes_json', models.JSONField(default=list)),
    ], options={
        'default_permissions': (), 'ordering': ['-day', '-release'], 'verbose_name': 'statement',
        'indexes': [
            models.Index(fields=['kind', '-day', '-release'], name='meetings_listed_kind'),
            models.Index(fields=['language', '-day', '-release'], name='meetings_listed_language'),
            models.Index(fields=['year', '-day', '-release'], name='meetings_listed_year'),
            models.Index(fields=['-day', '-release', 'visible_from', 'visible_until', 'statement'], name='meetings_listed_day_seen'),
            models.Index(fields=['meeting', '-day', '-release', 'visible_from', 'visible_until', 'statement'], name='meetings_listed_meeting_seen'),
            models.Index(fields=['-visible_from', '-release'], name='meetings_listed_newest'),
        ],
    }),
    migrations.CreateModel('ListedTheme', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('listed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='meetings.listedstatement')),
        ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.theme')),
        ('day', models.DateField()),
    ], options={
        'default_permissions': (),
        'indexes': [
            models.Index(fields=['theme', '-day', '-listed'], name='meetings_ltheme_theme'),
        ],
    }),
    migrations.CreateModel('ListedPosition', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('listed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='meetings.listedstatement')),
        ('order', models.PositiveSmallIntegerField()),
        ('country', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='countries.country')),
        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.organisation')),
        ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.theme')),
        ('stance', models.CharField(choices=[('supports', 'Supports'), ('opposes', 'Opposes'), ('flexible', 'Flexible'), ('calls-for', 'Calls for'), ('concerned', 'Concerned'), ('informs', 'Informs')], max_length=12)),
        ('paraphrase', models.TextField(blank=True)),
        ('quote', models.TextField(blank=True)),
        ('quote_language', models.CharField(blank=True, max_length=12)),
        ('translation', models.TextField(blank=True)),
        ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listed_positions', to='editorial.source')),
        ('citation', models.TextField(blank=True, help_text='Where it is recorded, as the release froze it.')),
        ('day', models.DateField()),
    ], options={
        'default_permissions': (), 'ordering': ['-day', '-listed_id', 'order'], 'verbose_name': 'position',
        'indexes': [
            models.Index(fields=['theme', '-day'], name='meetings_lposition_theme'),
            models.Index(fields=['country', '-day'], name='meetings_lposition_country'),
        ],
    }),
    migrations.CreateModel('ListedParty', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('listed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='meetings.listedstatement')),
        ('country', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='countries.country')),
        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.organisation')),
        ('role', models.CharField(choices=[('deliverer', 'Deliverer'), ('lead', 'Lead sponsor'), ('co-sponsor', 'Co-sponsor'), ('on-behalf-of', 'Spoken for'), ('endorser', 'Endorser')], max_length=12)),
        ('day', models.DateField(help_text="The statement's, so that one index finds a state's newest statements.")),
    ], options={
        'default_permissions': (),
        'indexes': [
            models.Index(fields=['country', '-day', '-listed'], name='meetings_lparty_country'),
            models.Index(fields=['country', 'role', '-day', '-listed'], name='meetings_lparty_role'),
            models.Index(fields=['organisation', '-day', '-listed'], name='meetings_lparty_organisation'),
        ],
    }),
    migrations.CreateModel('ListedArticle', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('listed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='articles', to='meetings.listedstatement')),
        ('article', models.CharField(max_length=20)),
        ('number', models.PositiveSmallIntegerField()),
        ('day', models.DateField()),
    ], options={
        'default_permissions': (),
        'indexes': [
            models.Index(fields=['number', '-day', '-listed'], name='meetings_larticle_number'),
        ],
    }),
    migrations.CreateModel('ListedAction', [
        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
        ('listed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='meetings.listedstatement')),
        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.actionplan')),
        ('number', models.PositiveSmallIntegerField(null=True)),
    ], options={'default_permissions': ()}),
    migrations.CreateModel('ReadyEntry', [
        ('listed', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='ready', serialize=False, to='meetings.listedstatement')),
        ('text', models.TextField(help_text='JSON in one line, without the meeting.')),
    ], options={'abstract': False, 'default_permissions': ()}),
]
