"""What is sent in the place of a passkey is refused in words; that one opens is in tests/journeys/test_signing_in.py."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from ccm_site.sign_in.adapter import NOT_RECOGNISED
from editorial.models import User

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/login/passkey/"
SOUND: dict[str, Any] = {
    "type": "public-key",
    "id": "gy2a",
    "rawId": "gy2a",
    "response": {"clientDataJSON": "e30", "authenticatorData": "SZYN", "signature": "MEYC", "userHandle": "MQ"},
    "clientExtensionResults": {},
}
OF_A_RESPONSE = SOUND["response"]
WRONG: list[Any] = [5, None, "é", "A", [], "YWJj" * 99]
SENT = [
    *("", "rubbish", "null", "[]", "5", '"x"', "{}", '{"id": 5}', '{"response": 5}', json.dumps(SOUND)),
    *(json.dumps({**SOUND, name: value}) for name in SOUND for value in WRONG),
    *(
        json.dumps({**SOUND, "response": {**OF_A_RESPONSE, name: value}})
        for name in OF_A_RESPONSE
        for value in WRONG
    ),
]


@pytest.mark.parametrize("sent", SENT, ids=range(len(SENT)))
def test_anything_that_is_no_passkey_leads_back_to_the_sign_in(client: Client, ana: User, sent: str) -> None:
    assert client.get(ADDRESS, HTTP_ACCEPT="application/json").json()["request_options"]["publicKey"]["challenge"]
    answer = client.post(ADDRESS, {"credential": sent})
    assert (answer.status_code, answer["Location"]) == (302, "/admin/login/")
    assert "_auth_user_id" not in client.session


def test_and_says_why(client: Client, ana: User) -> None:
    answer = client.post(ADDRESS, {"credential": json.dumps(SOUND)}, follow=True)
    assert NOT_RECOGNISED in answer.content.decode()


@pytest.mark.parametrize("sent", ['{"id": 5}', '"x"', json.dumps(SOUND)])
def test_the_same_holds_for_the_second_step_and_for_a_new_one(
    client: Client, ana: User, secret: str, sign_in: Callable[..., Any], at_desk: Callable[..., Client], sent: str
) -> None:
    sign_in(client=client)
    assert NOT_RECOGNISED in client.post("/admin/login/second-step/", {"credential": sent}).content.decode()
    page = at_desk("ben").post("/admin/account/passkeys/add/", {"credential": sent, "name": "x"})
    assert NOT_RECOGNISED in page.content.decode()
