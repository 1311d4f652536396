"""Telling a CDN in front what readers see otherwise by now, by the keys of surrogates."""

from __future__ import annotations

import urllib.request
from collections.abc import Collection

from django.conf import settings

from editorial.actions.job_kinds import TryLater, Work
from editorial.actions.jobs import ask_for

ANYTHING = "anything"
"""The key of pages that may show anything, so that every change is one of theirs."""
PATIENCE = 10  # seconds


def tell_of_marks(subjects: Collection[str]) -> None:
    """Have the CDN told of changed subjects, if this transaction is committed: the request is a row of it."""
    if not settings.MONITOR_CDN_PURGE_URL:
        return
    ask_for("purge", title="Tell the CDN what has changed", by=None, given={"keys": [*sorted(subjects), ANYTHING]})


def purge(work: Work) -> None:
    """The work of the kind "purge": one request that names the keys. Raises TryLater where the CDN does not take it."""
    keys = " ".join(work.given["keys"])
    name, _, value = settings.MONITOR_CDN_PURGE_HEADER.partition(":")
    headers = {"Surrogate-Key": keys, **({name.strip(): value.strip()} if value else {})}
    asked = urllib.request.Request(settings.MONITOR_CDN_PURGE_URL, method="POST", headers=headers, data=b"")  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE):  # noqa: S310 - an operator's own setting
            pass
    except OSError as problem:  # among them whatever an answer says that is not 2xx
        raise TryLater(f"The CDN did not take it ({problem}).") from problem
    with work.finishing() as end:
        end(f"Told: {keys}.")
