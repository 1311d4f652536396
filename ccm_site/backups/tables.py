"""Which tables a backup holds, and which are left out because they are made anew.

A table is in it unless it is named here with its reason: what nobody thought of is kept. A test looks at every table of
a database, whether a model stands behind it or not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.apps import apps
from django.db import models

from editorial.models import Tracked

LEFT_OUT = {
    "editorial_citationuse": "derived from the texts (rebuild_index: citations)",
    "countries_readyprofile": "derived from the releases (rebuild_index: ready-texts)",
    "meetings_readystatement": "derived from the releases (rebuild_index: ready-texts)",
    "meetings_listedstatement": "derived from the releases (rebuild_index: statement-lists)",
    "meetings_listedparty": "derived from the releases (rebuild_index: statement-lists)",
    "meetings_listedtheme": "derived from the releases (rebuild_index: statement-lists)",
    "meetings_listedarticle": "derived from the releases (rebuild_index: statement-lists)",
    "meetings_listedaction": "derived from the releases (rebuild_index: statement-lists)",
    "meetings_listedposition": "derived from the releases (rebuild_index: statement-lists)",
    "editorial_searchentry": "derived from what is published (rebuild_index: search)",
    "editorial_publicationmark": "marks for caches: a restored database begins with a mark of its own",
    "editorial_publicationcounter": "marks for caches: a restored database begins with a mark of its own",
    "editorial_job": "work of the machine: what waited is asked for again, and what was read is read again",
    "editorial_jobfile": "goes with that work",
    "editorial_lastrun": "what the machines of the original last did",
    "editorial_formpresence": "who has a form open at this minute",
    "django_session": "who is signed in at this moment: a copy signs nobody in",
}
"""By the table's name in the database."""

WITHOUT_MODEL = {
    "django_migrations": "the state of the migrations stands in the manifest, and migrate writes it",
    "editorial_searchterms": "the full-text index of SQLite, which triggers keep beside editorial_searchentry",
}
"""Tables of no model, or of several that begin with the name."""

MADE_BY_MIGRATE = frozenset({"django_content_type", "auth_permission", "auth_group", "auth_group_permissions"})
"""What a database has as soon as it is migrated. It is replaced whole, so that every number in it is that of the original:
such numbers stand in other tables too, and in JSON where no key would be mended."""


def kept_models(among: Any = apps) -> list[type[models.Model]]:
    """The models of all tables of a backup, in the order of their names. ``among`` is a registry of models, which may be
    that of an earlier state of the migrations."""
    return sorted(
        (model for model in stored_models(among) if model._meta.db_table not in LEFT_OUT),
        key=lambda model: model._meta.db_table,
    )


def stored_models(among: Any = apps) -> list[type[models.Model]]:
    """Every model that has a table of its own."""
    found: Iterable[type[models.Model]] = among.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def file_columns() -> list[tuple[type[models.Model], str]]:
    """Every column that names a stored file: of the rows, and of their versions, which name files of before."""
    found: list[tuple[type[models.Model], str]] = []
    for model in stored_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                found.append((model, field.attname))
                if issubclass(model, Tracked):
                    found.append((cast(Any, model).history.model, field.attname))
    return found
