"""The controlled list of subjects."""

import pytest

from editorial.actions.reference import load
from meetings.importing.theme import THEMES
from meetings.models import Theme
from tests.factories.sheets import load_file


@pytest.mark.django_db
def test_subjects_stand_in_the_order_of_their_file(tmp_path):
    (tmp_path / "themes.csv").write_text("slug,title,article,scope\nb,B,,\na,A,3,\n", encoding="utf-8")
    assert load_file(THEMES, tmp_path).created == 2
    assert list(Theme.objects.order_by("order").values_list("slug", "order")) == [("b", 1), ("a", 2)]
    assert load("statement-themes").refused == []
