"""The API's own addresses: its description, its documentation, its versions."""

from csp.decorators import csp_update
from django.urls import include, path
from drf_spectacular.views import SpectacularSwaggerSplitView

from .description import DescriptionView

# The documentation's own scripts set style attributes; everything else stays as strict as on every page.
documentation = csp_update({"style-src": ["'unsafe-inline'"]})(
    SpectacularSwaggerSplitView.as_view(url_name="api-schema")
)

urlpatterns = [
    path("", documentation, name="api"),
    path("v1/schema/", DescriptionView.as_view(), name="api-schema"),
    path("v1/", include("api.v1.urls", namespace="v1")),
]
