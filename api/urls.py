"""Addresses of the API's description and its documentation. Its versions stand at the roof (ccm_site/urls.py)."""

from django.urls import path

from api import documents
from editorial.resting import reads

urlpatterns = [
    path("", reads("script", "lang", "version")(documents.documentation), name="api"),
    path("v1/schema/", documents.schema, name="api-schema"),
]
