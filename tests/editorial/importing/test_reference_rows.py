"""Rows of reference data again and again: what is missing comes, what a person edited stays."""

from __future__ import annotations

import pytest

from editorial.actions.import_report import ImportReport
from editorial.importing.sheet import Made
from editorial.importing.sheet_records import ReferenceWriter
from editorial.models import User, recording
from meetings.models import Theme

pytestmark = pytest.mark.django_db


def kept(slug: str = "retention", **values: object) -> tuple[Theme, ImportReport]:
    report = ImportReport("themes")
    with recording(by=None, reason="Reference data: themes"):
        (theme,) = ReferenceWriter(report).write([Made(Theme, {"slug": slug}, {"title": "Retention", **values})])
    return theme, report


def counts(report: ImportReport) -> tuple[int, int, int, list[str]]:
    return report.created, report.changed, report.unchanged, report.kept


class TestKeep:
    def test_what_is_missing_is_created_and_the_second_time_nothing_happens(self) -> None:
        theme, report = kept()
        assert counts(report) == (1, 0, 0, [])
        again, report = kept()
        assert (again, counts(report)) == (theme, (0, 0, 1, []))
        assert theme.history.count() == 1

    def test_what_the_file_changed_is_changed_with_a_version(self) -> None:
        kept()
        theme, report = kept(scope="Training and research.")
        assert counts(report) == (0, 1, 0, [])
        assert [version.scope for version in theme.history.order_by("history_id")] == [
            "",
            "Training and research.",
        ]

    def test_what_a_person_edited_stays_and_is_named(self) -> None:
        theme, _ = kept()
        with recording(by=User.objects.create(username="ana"), reason="Our words"):
            theme.scope = "Ours."
            theme.save()
        again, report = kept(scope="The file's.")
        assert (again.scope, counts(report)) == ("Ours.", (0, 0, 0, ["theme Retention"]))
        theme.refresh_from_db()
        assert theme.scope == "Ours."

    def test_a_person_who_changed_nothing_since_the_file_says_the_same_is_not_reported(self) -> None:
        theme, _ = kept()
        with recording(by=User.objects.create(username="ana"), reason="Our words"):
            theme.scope = "Training."
            theme.save()
        assert counts(kept(scope="Training.")[1]) == (0, 0, 1, [])

    def test_a_row_is_known_by_the_slug_that_it_first_had(self) -> None:
        theme, _ = kept()
        with recording(by=User.objects.create(username="ana"), reason="A better address"):
            theme.slug = "retained-munitions"
            theme.save()
        again, report = kept()
        assert (again.pk, counts(report)) == (theme.pk, (0, 0, 1, []))
        assert Theme.objects.count() == 1
