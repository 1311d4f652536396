"""Saving a record with the checks of a form, thousands of times."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from editorial.models import Tracked


def save_checked(record: Tracked, *, force_insert: bool = False) -> None:
    """Save a record whose keys were just looked up. Raises ValidationError in the words of a form.

    Whether it is alone and keeps the constraints of its table the database tells when it is saved: to ask before, a
    question for each rule, takes as long as all the rest. Only what it refuses is asked again, for the words.
    """
    named = {
        f.name for f in record._meta.concrete_fields if f.many_to_one and getattr(record, f.attname) is not None
    }
    record.full_clean(exclude=named, validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            record.save(**({"force_insert": True} if force_insert else {}))
    except IntegrityError:
        record.full_clean()
        raise
