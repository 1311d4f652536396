"""Addresses of the API's description and its documentation. Its versions stand at the roof (ccm_site/urls.py)."""

from django.urls import path

from api import description

urlpatterns = [
    path("", description.documentation, name="api"),
    path("v1/schema/", description.schema, name="api-schema"),
]
