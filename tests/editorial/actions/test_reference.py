"""The loaders of reference data, each under its name."""

from __future__ import annotations

import pytest

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import Loader, load, loaders, reference
from meetings.models import Theme

pytestmark = pytest.mark.django_db


def test_a_loader_has_its_name_and_demo_content_is_asked_for_apart() -> None:
    @reference("poems", demo=True)
    def poems(report: ImportReport) -> None:
        report.created = 3

    assert (poems.name, poems.demo, isinstance(poems, Loader)) == ("poems", True, True)
    report = ImportReport("poems")
    poems(report)
    assert report.created == 3
    assert not set(loaders()) & set(loaders(demo=True))


def test_reference_data_are_nobodys_work() -> None:
    report = load("statement-themes")
    assert (report.created, report.refused) == (Theme.objects.count(), [])
    versions = Theme.history.all()
    assert {(one.history_user, one.history_change_reason) for one in versions} == {
        (None, "Reference data: statement-themes")
    }


def test_an_unknown_name_is_no_loader() -> None:
    with pytest.raises(KeyError):
        load("poems")
