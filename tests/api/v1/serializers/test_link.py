"""Records where another record names them: enough to show a name and to go on."""

from __future__ import annotations

from api.v1.serializers.link import (
    MeetingNameSerializer,
    MunitionTypeLinkSerializer,
    OrganisationNameSerializer,
    TreatyLinkSerializer,
)
from countries.models import Treaty
from editorial.models import Organisation
from meetings.models import Meeting
from stockpiles.models import MunitionType


def test_a_treaty_goes_by_its_title() -> None:
    ccm = Treaty(slug="ccm", title="Convention on Cluster Munitions", short_name="CCM")
    assert TreatyLinkSerializer(ccm).data == {
        "slug": "ccm",
        "name": "Convention on Cluster Munitions",
        "url": "/api/v1/treaties/ccm/",
    }


def test_a_meeting_of_a_decision_by_its_short_name() -> None:
    meeting = Meeting(slug="9msp", name="Ninth Meeting of States Parties", short_name="9MSP")
    assert MeetingNameSerializer(meeting).data == {"slug": "9msp", "name": "9MSP"}


def test_a_type_and_an_organisation() -> None:
    rbk = MunitionTypeLinkSerializer(MunitionType(slug="rbk-500", designation="RBK-500")).data
    assert rbk == {"slug": "rbk-500", "designation": "RBK-500", "url": "/api/v1/munition-types/rbk-500/"}
    npa = Organisation(slug="npa", name="Norwegian People's Aid", abbreviation="NPA")
    assert OrganisationNameSerializer(npa).data == {
        "slug": "npa",
        "name": "Norwegian People's Aid",
        "abbreviation": "NPA",
    }
