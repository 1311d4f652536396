"""Who stands behind a resolution, once in each role by each source."""

import pytest
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import ResolutionSponsor
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote

pytestmark = pytest.mark.django_db


def test_a_state_may_have_several_roles_each_once_by_a_source() -> None:
    of = {"resolution": make_vote(2018).resolution, "country": make_country(), "source": make_source()}
    with recording(by=None, reason="Named"):
        for role in ("submitter", "lead"):
            made = ResolutionSponsor.objects.create(**of, role=role)
        ResolutionSponsor.objects.create(**{**of, "source": make_source("another")}, role="lead")
        with pytest.raises(IntegrityError), transaction.atomic():
            ResolutionSponsor.objects.create(**of, role="lead")
    assert str(made) == "Peru, A/RES/2018: lead sponsor"
