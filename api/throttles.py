"""How often one address may ask the API: the site's own counts, behind Django REST framework's door."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from editorial.rate_limits import seconds_to_wait


class ByAddress(BaseThrottle):
    """Answers that are kept were given before anybody counted, so only what is made anew is limited."""

    seconds = 0

    def allow_request(self, request: Request, view: Any) -> bool:
        self.seconds = seconds_to_wait("api", request.META.get("REMOTE_ADDR", ""))
        return not self.seconds

    def wait(self) -> float:
        """Seconds, for Retry-After."""
        return self.seconds
