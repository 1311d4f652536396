"""Every table that people write to keeps its history; nothing writes around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from editorial.models import Release, Tracked, TrackedVersion, UntrackedWrite, User

OURS = ("editorial", "countries", "meetings", "stockpiles", "impact")
ROOT = Path(__file__).resolve().parent.parent.parent


def our_models() -> list[type[models.Model]]:
    return [
        m for m in apps.get_models() if m._meta.app_label in OURS and not issubclass(m, TrackedVersion | Release)
    ]


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m._meta.label)
def test_model_is_tracked(model: type[models.Model]) -> None:
    """A table without history says why: it is derived, frozen, technical, or kept by Django's own log."""
    if issubclass(model, Tracked):
        assert model.history.model._meta.get_field("public_note")
        return
    reason = getattr(model, "UNTRACKED_BECAUSE", "")
    assert reason, f"{model._meta.label} keeps no history: inherit Tracked, or say UNTRACKED_BECAUSE = …"


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m._meta.label)
def test_no_bare_many_to_many(model: type[models.Model]) -> None:
    """History cannot see a bare many-to-many; a through model that is tracked itself can be seen."""
    if model is User:  # groups and permissions are Django's own
        return
    for field in model._meta.local_many_to_many:
        assert not field.remote_field.through._meta.auto_created, f"{model._meta.label}.{field.name}"


@pytest.mark.django_db
@pytest.mark.parametrize("model", [m for m in our_models() if issubclass(m, Tracked)], ids=lambda m: m._meta.label)
def test_bulk_writes_are_refused(model: type[Tracked]) -> None:
    with pytest.raises(UntrackedWrite, match=r"save\(\) each"):
        model.objects.all().update(**{model._meta.pk.name: 0})
    with pytest.raises(UntrackedWrite, match="Save each row"):
        model.objects.bulk_create([])
    with pytest.raises(UntrackedWrite, match=r"save\(\) each"):
        model.objects.bulk_update([], ["pk"])


def test_no_list_editing_in_the_admin() -> None:
    """Editing in lists overwrites a colleague's work unseen and asks for no reason."""
    for path in ROOT.glob("*/admin/**/*.py"):
        assert not re.search(r"^\s*list_editable\s*=", path.read_text(encoding="utf-8"), re.MULTILINE), path
