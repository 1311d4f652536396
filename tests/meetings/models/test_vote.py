"""How a state voted, once by each source."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def test_a_source_says_one_thing_of_a_state_and_another_source_may_say_otherwise() -> None:
    vote, zimbabwe = make_vote(2016), make_country("ZWE", "Zimbabwe")
    say(vote, zimbabwe, "no")
    say(vote, zimbabwe, "absent", make_source("another"))
    with pytest.raises(IntegrityError), transaction.atomic():
        say(vote, zimbabwe, "yes")
    assert [str(one) for one in vote.votes.all()] == [
        "Zimbabwe, A/RES/2016, General Assembly: against",
        "Zimbabwe, A/RES/2016, General Assembly: did not vote",
    ]
    assert vote.votes.first().get_absolute_url() == f"/votes/a-res-2016/#vote-{vote.pk}-zimbabwe"
