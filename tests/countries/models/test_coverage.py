"""How far the record reaches: what may be said of it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Coverage
from countries.queries.coverage import EVERY, FactKind, asked, record
from editorial.models import Source, recording
from editorial.rules.horizon import Horizon

pytestmark = pytest.mark.django_db


def make(**values):
    with recording(by=None, reason="Made for a test"):
        return Coverage.objects.create(**{"kind": FactKind.TREATY_ACTS, "scope": "ccm", **values})


def test_a_whole_record_needs_its_day_and_its_source():
    with pytest.raises(IntegrityError), transaction.atomic():
        make(extent="whole", complete_until=date(2026, 2, 3))
    source = Source.objects.create(key="untc", title="UN Treaty Collection")
    assert make(extent="whole", complete_until=date(2026, 2, 3), source=source).horizon == Horizon(
        date(2026, 2, 3), is_whole=True
    )


def test_no_record_covers_a_day_that_has_not_come():
    with pytest.raises(ValidationError, match="has not come yet"):
        Coverage(kind=FactKind.STOCKS, complete_until=date(2999, 1, 1)).full_clean()


def test_one_row_a_kind_and_scope():
    make()
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_an_answer_on_two_kinds_reaches_no_further_than_the_shorter():
    make(complete_until=date(2026, 2, 3))
    make(kind=FactKind.COMPLETIONS, scope="article-3", complete_until=date(2025, 9, 19))
    found = record().of((FactKind.TREATY_ACTS, "ccm"), (FactKind.COMPLETIONS, EVERY))
    assert found == Horizon(date(2025, 9, 19))


def test_without_a_row_nothing_is_said_of_how_far_the_record_reaches():
    when = asked(None, today=date(2026, 11, 28), about=[(FactKind.STOCKS, "")])
    assert (when.day, when.complete_until) == (date(2026, 11, 28), None)


def test_names_and_addresses():
    deadlines = Coverage(kind=FactKind.COMPLETIONS, scope="article-3")
    assert str(deadlines) == "Completions declared (Article 3)"
    assert deadlines.get_absolute_url() == "/about/data/#completions-article-3"
