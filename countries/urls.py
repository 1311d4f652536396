"""Public addresses of country profiles and treaties. The country's own page is composed at the roof."""

from django.urls import path

from countries.feeds import Corrections
from countries.models import ProfileTheme, Treaty
from countries.queries.addresses import country_slug
from countries.views import profile, profile_comparison, treaty
from editorial.views.addresses import leads_on

of_profile = leads_on(country=country_slug, theme=ProfileTheme)
of_treaty = leads_on(slug=Treaty)

_THEME = "countries/<slug:country>/<slug:theme>/"
_EDITION = _THEME + "<int:edition>/"
_RELEASE = _EDITION + "r<int:number>/"

urlpatterns = [
    path("treaties/", treaty.treaty_list, name="treaties"),
    path("treaties/<slug:slug>/", of_treaty(treaty.treaty_page), name="treaty"),
    path("treaties/<slug:slug>.csv", of_treaty(treaty.treaty_csv), name="treaty_csv"),
    path(
        "treaties/<slug:slug>/accumulation.csv", of_treaty(treaty.accumulation_csv), name="treaty_accumulation_csv"
    ),
    path(_THEME, of_profile(profile.theme_page), name="profile_theme"),
    path(_THEME + "history/", of_profile(profile.history_page), name="profile_history"),
    path(_THEME + "compare/", of_profile(profile_comparison.comparison_page), name="profile_compare"),
    path("feeds/corrections/", Corrections(), name="feed_corrections"),
    path(_EDITION, of_profile(profile.edition_page), name="profile_edition"),
    path(_EDITION + "cite.bib", of_profile(profile.cite_newest_bibtex), name="profile_edition_bibtex"),
    path(_EDITION + "cite.ris", of_profile(profile.cite_newest_ris), name="profile_edition_ris"),
    path(_RELEASE, of_profile(profile.release_page), name="profile_release"),
    path(_RELEASE + "cite.bib", of_profile(profile.cite_bibtex), name="profile_cite_bibtex"),
    path(_RELEASE + "cite.ris", of_profile(profile.cite_ris), name="profile_cite_ris"),
]
