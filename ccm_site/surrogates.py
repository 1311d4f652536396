"""What a CDN in front may keep, for how long and under which keys (purging tells it what has changed).

Without it every reader's request comes to the site, which answers "unchanged" for a quarter of a millisecond. With
CDN_SECONDS a CDN answers by itself: for so long at the most, never past midnight (UTC) or the end of an embargo, and
until it is told that something changed on which the page rests. A withdrawal is then effective when the CDN has heard
of it, which is a worker's next second and not the next request: an installation chooses that.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from editorial.models import EVERYTHING, NamedInAddress, Subjects, public_word, subject_of

from .page_cache import PRIVATE, Application, Environ, Start, subjects_at
from .purging import ANYTHING


class Surrogates:
    """Wraps the application as a server calls it, and says of public answers what a CDN may do with them."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or path.startswith(PRIVATE):
            return self.application(environ, start)
        # before the page is made: a change that comes meanwhile is told to the CDN after it got the page
        said = surrogate_headers(subjects_at(path), timezone.now())

        def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start(status, [*headers, *said] if may_be_kept(status, headers) else headers, *more)

        return self.application(environ, begin)


def may_be_kept(status: str, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether every reader would get the same answer."""
    given = {name.lower(): value for name, value in headers}
    control = given.get("cache-control", "")
    is_good = status[:3] in ("200", "304") and "set-cookie" not in given
    return is_good and "no-store" not in control and "private" not in control


def surrogate_headers(subjects: Subjects, now: datetime) -> list[tuple[str, str]]:
    """The two headers of the Edge Architecture that CDNs read, and take away before a reader sees them."""
    ends = [now + timedelta(seconds=settings.MONITOR_CDN_SECONDS), _midnight(now)]
    if (embargo := public_word.until(now, subjects)) is not None:
        ends.append(embargo)
    seconds = max(0, int((min(ends) - now).total_seconds()))
    return [("Surrogate-Control", f"max-age={seconds}"), ("Surrogate-Key", " ".join(keys_of(subjects)))]


def keys_of(subjects: Subjects) -> list[str]:
    """The keys of a page that rests on these subjects. One that is named by an address is asked for by it: one query."""
    if subjects is None:
        return [EVERYTHING, ANYTHING]
    keys = [EVERYTHING]
    for one in subjects:
        if isinstance(one, NamedInAddress):
            found = one.model._base_manager.filter(**{one.column: one.value}).values_list("pk", flat=True)
            keys += [subject_of(one.model, pk) for pk in found]
        else:
            keys.append(one)
    return keys


def _midnight(now: datetime) -> datetime:
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time.min, UTC)
