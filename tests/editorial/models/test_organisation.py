"""Organisations: by their name with its abbreviation, each once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from editorial.models import Organisation, recording

pytestmark = pytest.mark.django_db


def test_the_abbreviation_stands_behind_the_name() -> None:
    assert str(Organisation(name="Norwegian People's Aid", abbreviation="NPA")) == "Norwegian People's Aid (NPA)"
    assert str(Organisation(name="Handicap International")) == "Handicap International"


@pytest.mark.parametrize("same", [{"name": "Cluster Munition Coalition"}, {"slug": "cmc"}])
def test_a_name_and_a_slug_mean_one_organisation(same: dict[str, str]) -> None:
    with recording(by=None, reason="Test"):
        Organisation.objects.create(name="Cluster Munition Coalition", slug="cmc")
        with pytest.raises(IntegrityError), transaction.atomic():
            Organisation.objects.create(**{"name": "Another", "slug": "another", **same})


def test_they_stand_by_name() -> None:
    with recording(by=None, reason="Test"):
        for name in ("Norwegian People's Aid", "Cluster Munition Coalition"):
            Organisation.objects.create(name=name, slug=name[:3].lower())
    assert [one.slug for one in Organisation.objects.all()] == ["clu", "nor"]
