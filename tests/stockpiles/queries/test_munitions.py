"""Types of munitions and the states on record for them."""

from datetime import date

import pytest

from countries.models import Country
from stockpiles.models import MunitionType
from stockpiles.queries.dossier import dossier
from stockpiles.queries.munitions import type_page, type_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def story(iso3, as_of=TODAY):
    return dossier(Country.objects.get(iso3=iso3), as_of=as_of)


def test_a_munition_page_knows_its_holders_and_its_definition():
    page = type_page(MunitionType.objects.get(slug="rbk-500"))
    assert [holder.country.name for holder in page.holders] == ["Peru"]
    assert page.munition_type.origin == "Russian/Soviet"
    assert [country.name for country in page.origins] == ["Russian Federation"]
    assert len(page.proof.sources) == 2
    assert page.classification.value.verdict == "undecided"


def test_the_list_of_types(django_assert_num_queries):
    with django_assert_num_queries(2):
        rows = type_rows()
    assert len(rows) == 23
    assert [c.name for c in next(r for r in rows if r.munition_type.slug == "m-971").holders] == ["Botswana"]
