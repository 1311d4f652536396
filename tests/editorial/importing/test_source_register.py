"""The register of documents enters the library before any table names its documents."""

import pytest

from editorial.actions import register_file
from editorial.actions.reference import load
from editorial.models import Source

pytestmark = pytest.mark.django_db
HEAD = register_file.PATH.read_text(encoding="utf-8").splitlines()[0]


def test_a_bad_row_is_refused_by_its_line_and_the_others_enter(tmp_path, monkeypatch):
    names = HEAD.split(",")
    rows = [
        ",".join(
            {"key": key, "kind": kind, "title": "A book", "to_be_checked": "yes"}.get(name, "") for name in names
        )
        for key, kind in (("one", "scroll"), ("two", "press"))
    ]
    file = tmp_path / "sources.csv"
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    monkeypatch.setattr(register_file, "PATH", file)
    report = load("sources")
    assert [str(one).partition(" is not")[0] for one in report.refused] == ["sources.csv, line 2, kind: “scroll”"]
    assert (report.created, report.refused_rows) == (1, 1)
    assert list(Source.objects.values_list("key", flat=True)) == ["two"]
    assert load("sources").unchanged == 1
