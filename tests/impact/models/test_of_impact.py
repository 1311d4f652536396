"""Where readers find a record of impact."""

from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline
from impact.models.of_impact import OfImpact


def test_on_the_page_of_its_state_each_table_at_places_of_its_own(peru):
    tables = (ContaminationClaim, ClearanceRecord, CasualtyFigure, PublishedDeadline)
    addresses = {table(pk=1, country=peru).get_absolute_url() for table in tables}
    assert len(addresses) == len(tables)
    assert all(address.startswith("/countries/peru/#") for address in addresses)
    assert {table.SHOWN_ON for table in tables} == {OfImpact.SHOWN_ON}
