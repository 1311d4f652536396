"""What the sheets of stocks share beside the columns of all claims."""

import pytest

from stockpiles.importing.extension_request import EXTENSION_REQUESTS
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "CHL", "obligation": "Range", "source": "A letter", "requested_on": "2020"}


@pytest.mark.parametrize(
    ("article", "tables"), [("3", ["ExtensionRequest"]), ("4", ["ClearanceObligation", "ExtensionRequest"])]
)
def test_an_obligation_is_made_for_clearance_alone(article, tables):
    assert [made.model.__name__ for made in read_row(EXTENSION_REQUESTS, {**ROW, "article": article})] == tables
