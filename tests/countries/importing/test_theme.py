"""The themes of profiles."""

import pytest

from countries.importing.theme import THEMES
from countries.models import ProfileTheme
from tests.factories.sheets import load_file


@pytest.mark.django_db
def test_themes_stand_in_the_order_of_their_file(tmp_path):
    (tmp_path / "themes.csv").write_text("slug,title\nb,B\na,A\n", encoding="utf-8")
    assert load_file(THEMES, tmp_path).created == 2
    assert list(ProfileTheme.objects.order_by("order").values_list("slug", "title", "order")) == [
        ("b", "B", 1),
        ("a", "A", 2),
    ]
    assert load_file(THEMES, tmp_path).unchanged == 2
