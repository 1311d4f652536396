"""What an import did, in one shape."""

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport, RowReport


def test_a_row_refused_for_two_reasons_is_one_row():
    report = ImportReport("meetings", created=2, unchanged=1)
    for field in ("kind", "parent"):
        report.refuse(BadRow("Correct it.", field=field), file="meetings.csv", line=2)
    report.refuse("PER, ratification: not allowed", file="meetings.csv", line=4)
    assert report.refused_rows == 2
    assert str(report) == "meetings: 2 created, 0 changed, 1 unchanged, 2 refused"
    report.kept.append("meeting Lima")
    assert "1 kept as edited by people" in str(report)


def test_what_happens_to_a_row_is_one_word():
    refused = RowReport(2, created=1, refusals=[BadRow("No.")])
    rows = [refused, RowReport(3, created=1, changed=1), RowReport(4, changed=1), RowReport(5)]
    assert [row.word for row in rows] == ["Refused", "New", "Changed", "Unchanged"]
