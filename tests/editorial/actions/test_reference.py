"""Loading again and again: what is missing comes, what the file changed changes, what a person edited stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport
from editorial.actions.reference import Loader, keep, load, loaders, one, reference, rows
from editorial.models import User, recording
from meetings.models import Theme

pytestmark = pytest.mark.django_db


def kept(slug: str = "retention", **values: object) -> tuple[Theme, ImportReport]:
    report = ImportReport("themes")
    with recording(by=None, reason="Reference data: themes"):
        theme = keep(Theme, {"title": "Retention", **values}, by={"slug": slug}, report=report)
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


class TestLoader:
    def test_a_loader_has_its_name_and_demo_content_is_asked_for_apart(self) -> None:
        @reference("poems", demo=True)
        def poems(report: ImportReport) -> None:
            report.created = 3

        assert (poems.name, poems.demo, isinstance(poems, Loader)) == ("poems", True, True)
        report = ImportReport("poems")
        poems(report)
        assert report.created == 3
        assert not set(loaders()) & set(loaders(demo=True))

    def test_reference_data_are_nobodys_work(self) -> None:
        report = load("statement-themes")
        assert (report.created, report.refused) == (Theme.objects.count(), [])
        versions = Theme.history.all()
        assert {(one.history_user, one.history_change_reason) for one in versions} == {
            (None, "Reference data: statement-themes")
        }

    def test_an_unknown_name_is_no_loader(self) -> None:
        with pytest.raises(KeyError):
            load("poems")


class TestRows:
    def test_cells_are_stripped_and_counted_by_their_line(self, tmp_path: Path) -> None:
        path = tmp_path / "themes.csv"
        path.write_text('slug,title\n retention ,"Retention, and use"\n"two\nlines",\n', encoding="utf-8")
        assert list(rows(path)) == [
            (2, {"slug": "retention", "title": "Retention, and use"}),
            (4, {"slug": "two\nlines", "title": ""}),
        ]

    def test_the_row_that_a_cell_names(self) -> None:
        theme, _ = kept()
        assert one(Theme, Path("x.csv"), 3, "theme", "retention", slug="retention") == theme

    def test_a_cell_that_names_none_is_refused_with_file_line_and_value(self) -> None:
        with pytest.raises(BadRow, match=r"x\.csv, line 3, theme: no theme “poems”\. Correct the cell or load"):
            one(Theme, Path("folder/x.csv"), 3, "theme", "poems", slug="poems")
