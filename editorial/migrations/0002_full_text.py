"""The full-text index beside the search entries, in the way of each database.

PostgreSQL keeps a generated column with a text-search configuration that folds accents (the extension unaccent is
trusted: the owner of the database may create it). SQLite keeps a virtual table over the same rows, followed by
triggers. A later migration that rebuilds editorial_searchentry on SQLite has to create the triggers again.
"""

from django.db import migrations

POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS unaccent",
    "DROP TEXT SEARCH CONFIGURATION IF EXISTS monitor",
    "CREATE TEXT SEARCH CONFIGURATION monitor (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION monitor ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem",
    """
    ALTER TABLE editorial_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('monitor', title), 'A')
        || setweight(to_tsvector('monitor', context), 'B')
        || setweight(to_tsvector('monitor', body), 'D')
    ) STORED
    """,
    "CREATE INDEX editorial_searchentry_words ON editorial_searchentry USING gin (words)",
]
POSTGRESQL_BACK = [
    "DROP INDEX editorial_searchentry_words",
    "ALTER TABLE editorial_searchentry DROP COLUMN words",
    "DROP TEXT SEARCH CONFIGURATION monitor",
]
OLD = "INSERT INTO editorial_searchwords(editorial_searchwords, rowid, title, context, body) " \
      "VALUES ('delete', old.id, old.title, old.context, old.body);"
NEW = "INSERT INTO editorial_searchwords(rowid, title, context, body) " \
      "VALUES (new.id, new.title, new.context, new.body);"
SQLITE = [
    """
    CREATE VIRTUAL TABLE editorial_searchwords USING fts5(
        title, context, body,
        content = 'editorial_searchentry', content_rowid = 'id',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    f"CREATE TRIGGER editorial_searchwords_new AFTER INSERT ON editorial_searchentry BEGIN {NEW} END",
    f"CREATE TRIGGER editorial_searchwords_old AFTER DELETE ON editorial_searchentry BEGIN {OLD} END",
    f"CREATE TRIGGER editorial_searchwords_both AFTER UPDATE ON editorial_searchentry BEGIN {OLD} {NEW} END",
]
SQLITE_BACK = [
    "DROP TRIGGER editorial_searchwords_new",
    "DROP TRIGGER editorial_searchwords_old",
    "DROP TRIGGER editorial_searchwords_both",
    "DROP TABLE editorial_searchwords",
]


def run(postgresql, sqlite):
    def step(apps, schema_editor):
        statements = {"postgresql": postgresql, "sqlite": sqlite}[schema_editor.connection.vendor]
        with schema_editor.connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    return step


class Migration(migrations.Migration):
    dependencies = [("editorial", "0001_initial")]

    operations = [migrations.RunPython(run(POSTGRESQL, SQLITE), run(POSTGRESQL_BACK, SQLITE_BACK))]
