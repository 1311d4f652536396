"""The controlled list of themes: each once, in its order, at its address."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from meetings.models import Theme
from tests.factories.meetings import make_statement, make_theme

pytestmark = pytest.mark.django_db


def test_in_words_and_at_its_address() -> None:
    theme = make_theme("retention", title="Retention for training")
    assert (str(theme), theme.get_absolute_url()) == ("Retention for training", "/themes/retention/")


def test_themes_stand_in_their_order_then_by_title() -> None:
    for slug, order in (("victims", 1), ("use", 2), ("assistance", 1)):
        make_theme(slug, order=order)
    assert [theme.slug for theme in Theme.objects.all()] == ["assistance", "victims", "use"]


def test_a_title_means_one_theme() -> None:
    make_theme("retention", title="Retention")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_theme("retention-again", title="Retention")


def test_a_theme_that_a_statement_speaks_to_stays() -> None:
    theme = make_theme()
    make_statement(themes=[theme])
    with pytest.raises(IntegrityError), transaction.atomic():
        theme.delete()
