"""The API's own addresses: its description, its documentation, its versions."""

from csp.decorators import csp_update
from django.urls import include, path
from django.views.decorators.http import require_safe
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

# The documentation's own scripts set style attributes; everything else stays as strict as on every page.
# It is a page to look at: asked for anything else (OPTIONS), it would look for a template that it does not have.
documentation = require_safe(
    csp_update({"style-src": ["'unsafe-inline'"]})(SpectacularSwaggerSplitView.as_view(url_name="api-schema"))
)

urlpatterns = [
    path("", documentation, name="api"),
    path("v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("v1/", include("api.v1.urls", namespace="v1")),
]
