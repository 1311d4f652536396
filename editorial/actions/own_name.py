"""Somebody's own name, as the desk and the histories show it."""

from __future__ import annotations

from django.db import transaction

from editorial.models import AuditAction, User

from .audit import note


@transaction.atomic
def change_own_name(*, by: User, first_name: str, last_name: str) -> bool:
    """Whether it has changed. The audit log says what it was: histories name people by what they are called today."""
    was = str(User.objects.select_for_update().get(pk=by.pk))
    by.first_name, by.last_name = first_name, last_name
    if str(by) == was:
        return False
    by.save(update_fields=["first_name", "last_name"])
    note(action=AuditAction.ACCOUNT, by=by, about=by.get_username(), detail=f"name: {was} → {by}")
    return True
