"""The API's description and its documentation, as pages.

REST framework, which makes them, is imported when they are asked for: it costs a start as much as half the Monitor.
"""

from __future__ import annotations

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from editorial.installation import installation


# The documentation's own scripts set style attributes; everything else stays as strict as on every page.
# It is a page to look at: asked for anything else (OPTIONS), it would look for a template that it does not have.
@require_safe
@csp_update({"style-src": ["'unsafe-inline'"]})
@csrf_exempt
def documentation(request: HttpRequest) -> HttpResponseBase:
    from drf_spectacular.views import SpectacularSwaggerSplitView

    title = f"{installation().name} API"
    return SpectacularSwaggerSplitView.as_view(url_name="api-schema", title=title)(request)


@csrf_exempt
def schema(request: HttpRequest) -> HttpResponseBase:
    from .description import DescriptionView

    return DescriptionView.as_view()(request)
