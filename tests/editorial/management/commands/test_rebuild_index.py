"""rebuild_index makes every derived table anew."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from editorial.models import CitationUse, SearchEntry
from meetings.models import ListedStatement
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement, publish_statement

pytestmark = pytest.mark.django_db


def test_everything_derived_comes_back_the_same() -> None:
    make_source("notes")
    text = "Peru spoke.[^1]\n\n[^1]: [@notes, p. 5].\n"
    publish_statement(make_statement(parties=[(make_country(), "deliverer")], meeting=make_meeting(), text=text))
    make_statement("Secret draft", parties=[(make_country(), "deliverer")])

    def snapshot() -> list[object]:
        return [
            list(ListedStatement.objects.values_list("title", "parties_line", "day")),
            sorted(
                SearchEntry.objects.exclude(kind__in=["source", "page"]).values_list("kind", "object_id", "title")
            ),
            sorted(CitationUse.objects.values_list("source__key", "locator", "field")),
        ]

    before = snapshot()
    ListedStatement.objects.all().delete()
    SearchEntry.objects.all().delete()
    CitationUse.objects.all().delete()
    out = StringIO()
    call_command("rebuild_index", stdout=out)
    assert snapshot() == before
    assert SearchEntry.objects.filter(kind="source").count() == 1
    assert "statement-lists: 1 records, 1 rows written" in out.getvalue()


def test_one_table_alone_and_an_unknown_one() -> None:
    out = StringIO()
    call_command("rebuild_index", only="search", stdout=out)
    pages = SearchEntry.objects.filter(kind="page").count()
    assert out.getvalue().startswith(f"search: {pages} records, {pages} rows written")
    with pytest.raises(
        CommandError, match=r"--only: unknown poems\. Known: citations, ready-texts, statement-lists, search"
    ):
        call_command("rebuild_index", only="poems")
