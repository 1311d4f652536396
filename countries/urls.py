"""Public addresses of country profiles and treaties. The country's own page is composed at the roof."""

from django.urls import path

from countries.models import Treaty
from countries.views import treaty
from countries.views.profile import PROFILES, THEME
from editorial.public.urls import newest_page, public_urls
from editorial.views.addresses import leads_on

of_treaty = leads_on(slug=Treaty)

urlpatterns = [
    path("treaties/", treaty.treaty_list, name="treaties"),
    path("treaties/<slug:slug>/", of_treaty(treaty.treaty_page), name="treaty"),
    path("treaties/<slug:slug>.csv", of_treaty(treaty.treaty_csv), name="treaty_csv"),
    path(
        "treaties/<slug:slug>/accumulation.csv", of_treaty(treaty.accumulation_csv), name="treaty_accumulation_csv"
    ),
    path(THEME, newest_page(PROFILES), name="profile_theme"),
    *public_urls(PROFILES),
]
