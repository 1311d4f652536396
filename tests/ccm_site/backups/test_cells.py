"""A row becomes a line and a row again, the same in both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, models

from ccm_site.backups.cells import RowShape, compared, line_of
from countries.models import Country
from editorial.models import AuditEntry, ReleaseSeal, Source, recording
from impact.models import ContaminationClaim

pytestmark = pytest.mark.django_db
KEY = UUID("5f0c6a5e-9d6b-4c51-8b8e-6f3f5b8f0a11")


def test_moments_days_numbers_and_names_stand_in_words(peru: Country) -> None:
    with recording(by=None, reason="Test"):
        claim = ContaminationClaim(country=peru, answer="contaminated", area_km2=Decimal("6.5"), as_of="2017-05")
        claim.public_id = KEY
        claim.save()
    (cells,) = RowShape(ContaminationClaim).rows()
    told = dict(zip(RowShape(ContaminationClaim).columns, cells, strict=True))
    assert told["public_id"] == str(KEY)
    assert (told["as_of"], told["country_id"]) == ("2017-05", peru.pk)
    assert Decimal(told["area_km2"]) == Decimal("6.5")
    assert isinstance(told["area_km2"], str)


def test_a_moment_is_told_in_utc() -> None:
    AuditEntry.objects.create(action="exported", at=datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC))
    (cells,) = RowShape(AuditEntry, ["at"]).rows()
    assert cells == ["2026-03-01T12:00:00.000005+00:00"]


def test_a_line_comes_back_as_the_row_that_it_was(sources: list[Source]) -> None:
    shape = RowShape(Source)
    for cells, pk in zip(shape.rows(), [one.pk for one in sources], strict=True):
        stored = dict(zip(shape.columns, shape.stored(cells, connection), strict=True))
        assert stored["id"] == pk
        assert stored["compared_on"] in (None, date(2026, 3, 5), "2026-03-05")


def test_the_hash_of_json_does_not_ask_for_the_order_of_its_keys() -> None:
    assert RowShape(ReleaseSeal).has_json
    assert not RowShape(Source).has_json
    one: list[Any] = [1, {"b": 1, "a": [2]}]
    other: list[Any] = [1, {"a": [2], "b": 1}]
    assert line_of(one) != line_of(other)
    assert compared(one, line_of(one), has_json=True) == compared(other, line_of(other), has_json=True)
    assert compared([1, "é"], line_of([1, "é"]), has_json=False) == '[1,"é"]\n'.encode()


def test_the_columns_are_those_that_were_asked_for_in_their_order() -> None:
    assert RowShape(Source, ["title", "key"]).columns == ["title", "key"]
    with pytest.raises(KeyError):
        RowShape(Source, ["no_such_column"])


def test_every_kind_of_field_of_the_database_is_known() -> None:
    """A new kind (a duration, bytes) needs a look whether JSON takes it, and whether both databases say it alike."""
    known = (
        *(models.BooleanField, models.CharField, models.DateField, models.DecimalField, models.FileField),
        *(models.IntegerField, models.JSONField, models.TextField, models.UUIDField, models.ForeignKey),
        models.GenericIPAddressField,
    )
    from ccm_site.backups.tables import kept_models

    for model in kept_models():
        for field in model._meta.concrete_fields:
            assert isinstance(field, known), f"{model._meta.label}.{field.name}"
