"""Public addresses of the kernel: the source library, and the seals of everything that was released."""

from django.urls import path, re_path

from editorial.models.source import KEY
from editorial.public import seals
from editorial.resting import reads
from editorial.views import source

urlpatterns = [
    path("about/seals/", reads()(seals.seals_page), name="seals"),
    path("about/seals.json", reads()(seals.seals_json), name="seals_json"),
    path("about/seals.txt", reads()(seals.seals_text), name="seals_text"),
    path("sources/", source.source_list, name="sources"),
    path("sources.csv", source.source_csv, name="sources_csv"),
    re_path(rf"^sources/(?P<key>{KEY})/$", reads()(source.source_page), name="source"),
]
