"""Telling people who have the same form open of each other."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from editorial.models import FormPresence, Tracked, User


def place_of(record: Tracked) -> str:
    return f"{record._meta.label_lower}-{record.pk}"


@transaction.atomic
def note_presence(*, record: Tracked, by: User, at: datetime) -> list[FormPresence]:
    """Note that somebody has the record's form open, and return the others who have. Those long silent are gone."""
    place = place_of(record)
    FormPresence.objects.filter(seen_at__lt=at - FormPresence.GONE_AFTER).delete()
    FormPresence.objects.update_or_create(
        record=place, user=by, defaults={"seen_at": at}, create_defaults={"seen_at": at, "opened_at": at}
    )
    others = FormPresence.objects.filter(record=place).exclude(user=by).select_related("user")
    return list(others.order_by("opened_at"))


def leave(*, record: Tracked, by: User) -> None:
    """Note that somebody has closed the form."""
    FormPresence.objects.filter(record=place_of(record), user=by).delete()
