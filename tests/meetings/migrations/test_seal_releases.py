"""What was released before there were seals is sealed as what is released today."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.db import connection

from editorial.models import ReleaseSeal
from editorial.queries.seals import verify
from tests.factories.meetings import make_statement, publish_statement

migration = import_module("meetings.migrations.0006_seal_releases")


def test_every_release_is_sealed_in_the_order_in_which_they_were_made(press, peru, ban_policy) -> None:
    first = press.edition(peru, ban_policy)
    second = publish_statement(make_statement("In Lima", [(peru, "deliverer")]))
    third = press.release(first.profile, note="A day.", lead="Two.")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM editorial_releaseseal")
    assert any(verify())
    migration.seal(apps, None)
    assert not any(verify())
    assert [seal.release() for seal in ReleaseSeal.objects.all()] == [first, second, third]
