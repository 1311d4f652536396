"""The full-text index over words that the application has brought to one form, the same in each database.

Until now each database folded accents and took stems in its own way. The words of the entries that exist are worked
out from their texts; what is new in the search comes with ``rebuild_index``.
"""

from importlib import import_module

from django.db import migrations, models

before = import_module("editorial.migrations.0002_full_text")

POSTGRESQL_PUT_UP = [
    """
    ALTER TABLE editorial_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_words), 'A')
        || setweight(to_tsvector('simple', context_words), 'B')
        || setweight(to_tsvector('simple', also_words), 'C')
        || setweight(to_tsvector('simple', body_words), 'D')
    ) STORED
    """,
    "CREATE INDEX editorial_searchentry_words ON editorial_searchentry USING gin (words)",
]
_OLD = "INSERT INTO editorial_searchterms(editorial_searchterms, rowid, title_words, context_words, also_words, body_words) " \
       "VALUES ('delete', old.id, old.title_words, old.context_words, old.also_words, old.body_words);"
_NEW = "INSERT INTO editorial_searchterms(rowid, title_words, context_words, also_words, body_words) " \
       "VALUES (new.id, new.title_words, new.context_words, new.also_words, new.body_words);"
SQLITE_PUT_UP = [
    """
    CREATE VIRTUAL TABLE editorial_searchterms USING fts5(
        title_words, context_words, also_words, body_words,
        content = 'editorial_searchentry', content_rowid = 'id', tokenize = 'ascii'
    )
    """,
    "INSERT INTO editorial_searchterms(editorial_searchterms) VALUES ('rebuild')",
    f"CREATE TRIGGER editorial_searchterms_new AFTER INSERT ON editorial_searchentry BEGIN {_NEW} END",
    f"CREATE TRIGGER editorial_searchterms_old AFTER DELETE ON editorial_searchentry BEGIN {_OLD} END",
    f"CREATE TRIGGER editorial_searchterms_both AFTER UPDATE ON editorial_searchentry BEGIN {_OLD} {_NEW} END",
]


POSTGRESQL_TAKE_DOWN = [
    "DROP INDEX editorial_searchentry_words",
    "ALTER TABLE editorial_searchentry DROP COLUMN words",
]
SQLITE_TAKE_DOWN = [
    "DROP TRIGGER editorial_searchterms_new",
    "DROP TRIGGER editorial_searchterms_old",
    "DROP TRIGGER editorial_searchterms_both",
    "DROP TABLE editorial_searchterms",
]
SQLITE_BEFORE = [
    *before.SQLITE,
    "INSERT INTO editorial_searchwords(editorial_searchwords) VALUES ('rebuild')",
]


def fill(apps, schema_editor):
    """Words of the entries that exist. Their texts held a break behind each mark inside a word."""
    from editorial.rules.word_forms import index_text

    entries = apps.get_model("editorial", "SearchEntry").objects
    for entry in entries.order_by("pk").iterator(chunk_size=100):
        texts = {name: getattr(entry, name).replace("\x1f", "") for name in ("title", "context", "body")}
        entries.filter(pk=entry.pk).update(
            **texts, **{f"{name}_words": index_text(text) for name, text in texts.items()}
        )


def nothing(apps, schema_editor):
    """On the way back the columns fall away."""


class Migration(migrations.Migration):
    dependencies = [("editorial", "0003_publication_marks")]

    operations = [
        migrations.RunPython(
            before.run(before.POSTGRESQL_BACK, before.SQLITE_BACK), before.run(before.POSTGRESQL, SQLITE_BEFORE)
        ),
        *(
            migrations.AddField("searchentry", name, models.TextField(blank=True, default="", editable=False))
            for name in ("title_words", "context_words", "also_words", "body_words")
        ),
        migrations.AlterField(
            "searchentry",
            "kind",
            models.CharField(max_length=20, help_text="statement, profile, meeting, source, country, stock, treaty"),
        ),
        migrations.RunPython(fill, nothing),
        migrations.RunPython(
            before.run(POSTGRESQL_PUT_UP, SQLITE_PUT_UP), before.run(POSTGRESQL_TAKE_DOWN, SQLITE_TAKE_DOWN)
        ),
    ]
