"""Where the API describes itself. That follows from the code alone and takes half a second: each process makes it once."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import check_for_language, get_language
from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request

_made: dict[tuple[str | None, str], tuple[bytes, dict[str, str]]] = {}
"""The body and its headers, by language and form."""


class DescriptionView(SpectacularAPIView):
    """The description as YAML or JSON, as the request accepts it."""

    def _get_schema_response(self, request: Request) -> HttpResponseBase:
        renderer, media_type = self.perform_content_negotiation(request, force=True)
        asks_more = media_type != renderer.media_type or request.GET.get("version")
        if asks_more or not check_for_language(get_language() or ""):
            return super()._get_schema_response(request)
        key = (get_language(), media_type)
        if key not in _made:
            answer = super()._get_schema_response(request)
            answer.accepted_renderer, answer.accepted_media_type = renderer, media_type
            answer.renderer_context = self.get_renderer_context()
            _made[key] = (answer.render().content, dict(answer.items()))
        body, headers = _made[key]
        return HttpResponse(body, headers=headers)
