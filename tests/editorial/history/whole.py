"""What the tests of history do to a statement, and how they ask for its timeline."""

from __future__ import annotations

from countries.models import Country
from editorial.history.index import index_of
from editorial.history.timeline import RecordedAct, timeline
from editorial.models import Tracked, recording
from meetings.models import Statement, StatementParty


def change(statement: Statement, person) -> None:
    with recording(by=person("editor"), reason="Croatia out, Mexico in"):
        statement.text = "Second text.[^1]\n\n[^1]: Two.\n"
        statement.save()
        statement.parties.get(country__iso3="HRV").delete()
        mexico = Country.objects.create(iso3="MEX", slug="mexico", name="Mexico")
        StatementParty.objects.create(statement=statement, country=mexico, role="co-sponsor", order=2)
        chile = statement.parties.get(country__iso3="CHL")
        chile.role = "endorser"
        chile.save()


def acts_of(record: Tracked, number: int = 1, **narrow) -> list[RecordedAct]:
    return timeline(index_of(type(record), record.pk), number, **narrow).acts


def numbers(record: Tracked, field: str, **narrow) -> list[int]:
    """The versions of a timeline narrowed to a field, newest first."""
    acts = acts_of(record, field=field, **narrow)
    return [int(line.token.rpartition("-")[2]) for act in acts for line in act.lines]
