"""Every release that exists gets its seal, in the order in which they were made, as the rule of this day has it.

It stands here because this app is the last one that has releases: one chain goes through all tables. The rule is
written out, so that what was sealed keeps its meaning whatever the application does later.
"""

import hashlib
import json
import secrets
from datetime import UTC

from django.db import migrations

TABLES = (("countries", "ProfileRelease", "profile"), ("meetings", "StatementRelease", "statement"))
COLUMNS = (
    *("number", "change_kind", "public_note", "title", "lead", "text", "resolved_text"),
    *("body_html", "notes_html", "contents", "payload", "facts", "sha256"),
)


def digest(content):
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def moment(at):
    return at.astimezone(UTC).isoformat()


def seal(apps, schema_editor):
    chain = apps.get_model("editorial", "ReleaseSeal").objects
    models = [(apps.get_model(app, name), app, name, record) for app, name, record in TABLES]
    waiting = sorted(
        (at, which, pk)
        for which, (model, *_) in enumerate(models)
        for at, pk in model.objects.values_list("released_at", "pk")
    )
    newest = chain.order_by("-position").values_list("position", "sha256").first()
    position, previous = newest or (0, "0" * 64)
    for _, which, pk in waiting:
        model, app, name, record = models[which]
        one = model.objects.get(pk=pk)
        position, salt = position + 1, secrets.token_hex(16)
        content = {column: getattr(one, column) for column in COLUMNS}
        content |= {"released_at": moment(one.released_at), "kind": record, "salt": salt}
        content["record"] = getattr(one, f"{record}_id")
        link = {
            "position": position,
            "previous": previous,
            "content_sha256": digest(content),
            "visible_from": moment(one.visible_from),
        }
        chain.create(
            **{**link, "visible_from": one.visible_from},
            table=f"{app}.{name}",
            release_id=pk,
            salt=salt,
            sha256=digest(link),
        )
        previous = digest(link)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_release_seals"),
        ("countries", "0006_public_ids"),
        ("meetings", "0005_public_ids"),
    ]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop, elidable=False)]
