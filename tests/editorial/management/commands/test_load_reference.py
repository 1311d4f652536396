"""load_reference brings what a file has, leaves what a person edited, and says both."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport
from editorial.actions.reference import Loader, all_loaders
from editorial.management.commands.load_reference import Command
from editorial.models import User, recording
from meetings.models import Theme
from tests.factories.meetings import make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def poems(monkeypatch) -> dict[str, object]:
    """In the place of all loaders one that makes two themes and may refuse a row or break."""
    does: dict[str, object] = {"refuses": False, "breaks": False}

    def run(report: ImportReport) -> None:
        make_theme("one")
        report.created += 1
        if does["refuses"]:
            report.refuse(BadRow("It names the theme.", field="slug"), file="themes.csv", line=3)
        if does["breaks"]:
            raise RuntimeError
        make_theme("two")
        report.created += 1

    name = "editorial.management.commands.load_reference"
    poem = Loader("poems", run)
    monkeypatch.setattr(f"{name}.loaders", lambda *, demo=False: {"poems": poem})
    monkeypatch.setattr(f"{name}.load", lambda one: _report(one, poem))
    return does


def _report(name: str, loader: Loader) -> ImportReport:
    report = ImportReport(name)
    loader(report)
    return report


def test_one_file_is_loaded_and_a_second_run_changes_nothing() -> None:
    out = StringIO()
    call_command("load_reference", only="statement-themes", stdout=out)
    first = Theme.objects.count()
    assert first > 0
    assert out.getvalue().startswith(f"statement-themes: {first} created")
    versions = Theme.history.count()
    again = StringIO()
    call_command("load_reference", only="statement-themes", stdout=again)
    assert "0 created" in again.getvalue()
    assert (Theme.objects.count(), Theme.history.count()) == (first, versions)


def test_what_a_person_edited_is_kept_and_named() -> None:
    call_command("load_reference", only="statement-themes", stdout=StringIO())
    theme = Theme.objects.first()
    with recording(by=User.objects.create(username="ana"), reason="Our own words"):
        theme.scope = "Ours."
        theme.save()
    out = StringIO()
    call_command("load_reference", only="statement-themes", stdout=out)
    theme.refresh_from_db()
    assert theme.scope == "Ours."
    assert f"kept: theme {theme} was edited by a person and is left as it is" in out.getvalue()


def test_refused_rows_are_named_and_the_run_says_so(poems) -> None:
    poems["refuses"] = True
    errors = StringIO()
    with pytest.raises(CommandError, match="1 rows were refused; correct them and load again"):
        call_command("load_reference", stdout=StringIO(), stderr=errors)
    assert "refused: themes.csv, line 3, slug: empty. It names the theme." in errors.getvalue()


@pytest.mark.django_db(transaction=True)
def test_a_loader_that_breaks_leaves_nothing_behind(poems) -> None:
    poems["breaks"] = True
    with pytest.raises(RuntimeError):
        call_command("load_reference", stdout=StringIO())
    assert not Theme.objects.exists()


def test_a_file_that_there_is_not_is_named_with_those_there_are() -> None:
    with pytest.raises(CommandError, match=r"--only: unknown poems\. Known: .*countries.*themes"):
        call_command("load_reference", only="poems")


def test_demo_content_is_not_reference_data() -> None:
    demo = {loader.name for loader in all_loaders if loader.demo}
    assert demo
    parser = Command().create_parser("manage.py", "load_reference")
    offered = set(parser.format_help().replace(",", " ").split())
    assert not demo & offered
