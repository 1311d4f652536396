"""The policy of the settings stands on every answer; a view may have its own."""

from __future__ import annotations

import pytest
from csp.constants import HEADER
from csp.decorators import csp_exempt, csp_update
from csp.middleware import CSPMiddleware
from django.http import HttpResponse

from ccm_site.content_policy import ContentPolicy


def plain(request):
    return HttpResponse("Page")


def nonced(request):
    return HttpResponse(f"Page {request.csp_nonce}")


VIEWS = {
    "plain": plain,
    "updated": csp_update({"style-src": ["'unsafe-inline'"]})(plain),
    "exempt": csp_exempt()(plain),
    "missing": lambda request: HttpResponse("No", status=404),
}


def said(answer: HttpResponse) -> set[str]:
    return set(answer.get(HEADER, "").split("; "))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_it_says_what_the_library_says(rf, view) -> None:
    ours, theirs = (layer(view)(rf.get("/")) for layer in (ContentPolicy, CSPMiddleware))
    assert said(ours) == said(theirs)


def test_a_page_with_a_nonce_has_a_policy_of_its_own(rf, settings) -> None:
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"script-src": ["NONCE_PLACEHOLDER"]}}
    request = rf.get("/")
    ContentPolicy(nonced)(request)
    assert request._csp_nonce


def test_a_policy_that_is_there_stays(rf) -> None:
    answer = HttpResponse(headers={HEADER: "default-src 'none'"})
    assert said(ContentPolicy(lambda request: answer)(rf.get("/"))) == {"default-src 'none'"}
