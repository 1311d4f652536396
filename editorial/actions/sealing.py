"""Adding to the chain of seals. Nothing of it is ever changed."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from editorial.models import Release, ReleaseSeal, seal_of
from editorial.models.following import HowWritten
from editorial.rules.seal import FIRST, digest

from .confirming import one_at_a_time

ONE_CHAIN = 0x53454C  # the number of the advisory lock that whoever adds a seal takes


def seal_release(release: Release, how: object) -> None:
    """A new release is sealed with all that readers are served of it.

    Where its embargo was decided anew, the same content is sealed with the new moment, or with none.
    """
    if how is HowWritten.CREATED:
        salt = secrets.token_hex(16)
        content_sha256 = digest(release.sealed_content(salt))
    else:
        before = seal_of(release)
        salt, content_sha256 = before.salt, before.content_sha256
    _add(
        table=release._meta.label,
        release_id=release.pk,
        salt=salt,
        content_sha256=content_sha256,
        visible_from=None if release.taken_back_at else release.visible_from,
    )


def seal_together(*, title: str, releases: Sequence[Release], visible_from: datetime | None) -> ReleaseSeal:
    """Releases that came out as one, an edition of a year, have a seal over all of theirs."""
    salt = secrets.token_hex(16)
    content = {
        "title": title,
        "salt": salt,
        "releases": [
            {
                "kind": one.RECORD,
                "record": one.record_id,
                "number": one.number,
                "content_sha256": seal_of(one).content_sha256,
            }
            for one in releases
        ],
    }
    return _add(salt=salt, content=content, content_sha256=digest(content), visible_from=visible_from)


@transaction.atomic(savepoint=False)
def _add(**values: Any) -> ReleaseSeal:
    """The next link. Whoever publishes at the same moment waits here for the end of the other transaction."""
    one_at_a_time(ONE_CHAIN)
    newest = ReleaseSeal.objects.order_by("-position").first()
    seal = ReleaseSeal(
        position=newest.position + 1 if newest else 1, previous=newest.sha256 if newest else FIRST, **values
    )
    seal.sha256 = seal.computed()
    seal.save()
    return seal
