"""The content security policy of the settings, put together once: nearly every answer bears it as it stands there."""

from __future__ import annotations

from functools import cached_property

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase

OWN = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")
"""What a view with a policy of its own has left on its answer."""


class ContentPolicy(CSPMiddleware):
    """As the library does it, which puts the same words together anew for each answer."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        has_its_own = any(name in vars(response) for name in OWN) or hasattr(request, "_csp_nonce")
        if has_its_own or response.status_code >= 400:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.policy)
        return response

    @cached_property
    def policy(self) -> str:
        return build_policy()
