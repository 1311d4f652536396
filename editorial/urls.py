"""Public addresses of the source library."""

from django.urls import path, re_path

from editorial.models.source import KEY
from editorial.views import source

urlpatterns = [
    path("sources/", source.source_list, name="sources"),
    path("sources.csv", source.source_csv, name="sources_csv"),
    re_path(rf"^sources/(?P<key>{KEY})/$", source.source_page, name="source"),
]
