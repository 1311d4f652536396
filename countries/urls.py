"""Public addresses of country profiles and treaties. The country's own page is composed at the roof."""

from django.urls import path

from countries.feeds import Corrections
from countries.views import profile, profile_comparison, treaty

_THEME = "countries/<slug:country>/<slug:theme>/"
_RELEASE = _THEME + "<int:edition>/r<int:number>/"

urlpatterns = [
    path("treaties/", treaty.treaty_list, name="treaties"),
    path("treaties/<slug:slug>/", treaty.treaty_page, name="treaty"),
    path("treaties/<slug:slug>.csv", treaty.treaty_csv, name="treaty_csv"),
    path("treaties/<slug:slug>/accumulation.csv", treaty.accumulation_csv, name="treaty_accumulation_csv"),
    path(_THEME, profile.theme_page, name="profile_theme"),
    path(_THEME + "history/", profile.history_page, name="profile_history"),
    path(_THEME + "compare/", profile_comparison.comparison_page, name="profile_compare"),
    path("feeds/corrections/", Corrections(), name="feed_corrections"),
    path(_THEME + "<int:edition>/", profile.edition_page, name="profile_edition"),
    path(_RELEASE, profile.release_page, name="profile_release"),
    path(_RELEASE + "cite.bib", profile.cite_bibtex, name="profile_cite_bibtex"),
    path(_RELEASE + "cite.ris", profile.cite_ris, name="profile_cite_ris"),
]
