"""Who has a form open: one row a person and record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from editorial.models import FormPresence

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_one_person_has_a_form_open_once_and_several_have_it_open_together(person) -> None:
    for name in ("ana", "ben"):
        FormPresence.objects.create(record="countries.country-1", user=person(name), opened_at=NOW, seen_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        FormPresence.objects.create(record="countries.country-1", user=person("ana"), opened_at=NOW, seen_at=NOW)
    assert [str(one) for one in FormPresence.objects.order_by("pk")] == [
        "ana at countries.country-1",
        "ben at countries.country-1",
    ]


def test_it_goes_with_the_person_and_nobody_is_given_a_permission_on_it(person) -> None:
    ana = person("ana")
    FormPresence.objects.create(record="countries.country-1", user=ana, opened_at=NOW, seen_at=NOW)
    ana.delete()
    assert not FormPresence.objects.exists()
    assert FormPresence._meta.default_permissions == ()
