"""What is part of what is declared once, and deletion, history and access agree on it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from editorial.models import Tracked, parts_of, whole_of

TRACKED = [model for model in apps.get_models() if issubclass(model, Tracked)]
PARTS = [model for model in TRACKED if model.PART_OF]
BOUND_FOR_LIFE = [
    key
    for model in apps.get_models()
    for key in model._meta.concrete_fields
    if isinstance(key, models.ForeignKey)
    and key.remote_field.on_delete is models.CASCADE
    and issubclass(key.remote_field.model, Tracked)
]


@pytest.mark.parametrize("key", BOUND_FOR_LIFE, ids=str)
def test_what_is_deleted_with_a_record_is_a_part_of_it_or_says_why_not(key: models.ForeignKey) -> None:
    """Rows that go with a record come back with it, unless no history keeps them."""
    model = key.model
    if issubclass(model, Tracked):
        assert key.name == model.PART_OF, f"{key}: say PART_OF = {key.name!r}, or protect the record"
    else:
        assert getattr(model, "UNTRACKED_BECAUSE", ""), f"{key}: track it, or say UNTRACKED_BECAUSE = …"


@pytest.mark.parametrize("model", PARTS, ids=lambda m: m._meta.label)
def test_a_part_names_the_key_that_binds_it_for_life(model: type[Tracked]) -> None:
    key = model._meta.get_field(model.PART_OF)
    assert isinstance(key, models.ForeignKey)
    assert key.remote_field.on_delete is models.CASCADE
    assert not key.null
    whole = whole_of(model)
    assert whole is key.related_model
    assert (model, model.PART_OF) in parts_of(whole)


@pytest.mark.parametrize("model", PARTS, ids=lambda m: m._meta.label)
def test_a_whole_is_part_of_nothing_else(model: type[Tracked]) -> None:
    """History reads a record and its parts, one floor: so there is no circle, and no part is left out."""
    assert not parts_of(model)
