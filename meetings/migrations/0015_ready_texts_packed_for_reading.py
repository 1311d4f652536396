"""On PostgreSQL the ready answers of statements are packed so that unpacking takes a fifth of the time: the file of all of them
is made of nothing else. Those that exist are packed anew when they are next written (``rebuild_index --only ready-texts``)."""

from django.db import migrations

HAS_LZ4 = "SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)"


def pack(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(HAS_LZ4)  # a server can be built without it
        if cursor.fetchone():
            cursor.execute("ALTER TABLE meetings_readystatement ALTER COLUMN answer SET COMPRESSION lz4")


def as_before(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE meetings_readystatement ALTER COLUMN answer SET COMPRESSION default", params=None)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0014_ready_texts")]

    operations = [migrations.RunPython(pack, as_before)]
