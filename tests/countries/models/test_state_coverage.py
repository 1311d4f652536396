"""The texts read on a state stand once, with their place on its page."""

import pytest
from django.db import IntegrityError, transaction

from countries.models import StateCoverage
from editorial.models import recording

pytestmark = pytest.mark.django_db


def test_a_state_has_one_list_of_texts(peru):
    with recording(by=None, reason="Made for a test"):
        read = StateCoverage.objects.create(country=peru, note="[@monitor-peru-2023]")
        assert (str(read), read.get_absolute_url()) == ("Texts read on Peru", "/countries/peru/#not-recorded")
        with pytest.raises(IntegrityError), transaction.atomic():
            StateCoverage.objects.create(country=peru, note="[@monitor-peru-2024]")
