"""The order in which the reference data of countries loads, and its themes."""

import pytest

from countries.models import ProfileTheme
from editorial.actions.reference import load, loaders


def test_what_others_name_comes_before_them() -> None:
    names = list(loaders())
    order = ["sources", "countries", "country-names", "treaties", "treaty-aliases", "treaty-actions", "coverage"]
    assert [name for name in names if name in order] == order
    assert names.index("treaty-actions") < names.index("meetings") < names.index("extension-requests")


@pytest.mark.django_db
def test_the_themes_keep_their_order() -> None:
    assert load("themes").created == 6
    first = ProfileTheme.objects.order_by("order").first()
    assert first is not None
    assert first.slug == "cluster-munition-ban-policy"
    assert (load("themes").created, load("themes").unchanged) == (0, 6)
