"""What the API makes ready and gives for files: one line of JSON each, with paths."""

from __future__ import annotations

import json

import pytest

from api import entries
from tests.factories.meetings import make_country, make_meeting, make_statement, publish_statement

pytestmark = pytest.mark.django_db


def test_a_statement_is_its_answer_without_the_meeting_and_without_a_host(client) -> None:
    statement = make_statement(parties=[(make_country(), "deliverer")], meeting=make_meeting())
    release = publish_statement(statement)
    answer = client.get(f"/api/v1/statements/{statement.pk}/").content.decode().replace("http://testserver", "")
    entry = entries.statement(release)
    assert "\n" not in entry
    assert {**json.loads(entry), "meeting": json.loads(entries.meeting(statement.meeting))} == json.loads(answer)


def test_a_profile_is_what_its_release_answers_beside_its_number_and_addresses(
    client, press, peru, ban_policy
) -> None:
    release = press.edition(peru, ban_policy)
    answer = client.get(f"/api/v1/profiles/{release.profile_id}/").json()["release"]
    frozen = json.loads(entries.profile(release))
    assert frozen.items() <= answer.items()
    assert set(answer) - set(frozen) == {
        *("number", "url", "page", "released_at", "change_kind", "public_note", "sha256", "sealed")
    }
