"""Public addresses of country profiles and treaties. The country's own page is composed at the roof."""

from django.urls import path

from countries.models import PublishedTotal, Treaty
from countries.queries.addresses import country_slug
from countries.views import changes, groups, medium, national_law, published_total, treaty
from countries.views.changes_feed import ChangesFeed
from countries.views.profile import PROFILES, THEME
from editorial.public.urls import newest_page, public_urls
from editorial.resting import reads, rests_on
from editorial.views.addresses import View, leads_on, with_files

led_on = leads_on(country=country_slug)


def of_treaty(view: View) -> View:
    """Treaties rest on acts, which may stand anywhere, and neither on texts nor on stocks."""
    return leads_on(slug=Treaty)(rests_on()(view))


def of_totals(view: View) -> View:
    """Totals rest on nothing else."""
    return rests_on(PublishedTotal.SHOWN_ON)(view)


urlpatterns = [
    path("groups/", rests_on()(groups.group_list), name="groups"),
    path("treaties/", rests_on()(treaty.treaty_list), name="treaties"),
    path("treaties/<slug:slug>/", of_treaty(treaty.treaty_page), name="treaty"),
    path("treaties/<slug:slug>.csv", of_treaty(treaty.treaty_csv), name="treaty_csv"),
    path(
        "treaties/<slug:slug>/accumulation.csv",
        reads()(of_treaty(treaty.accumulation_csv)),
        name="treaty_accumulation_csv",
    ),
    path("media/<int:pk>/", medium.medium_file, name="medium"),
    *with_files("laws", rests_on()(national_law.law_page), "laws"),
    *with_files("published-totals", of_totals(published_total.total_page), "published_totals"),
    path("changes/", changes.change_list, name="changes"),
    path("changes.csv", changes.change_list, {"ending": "csv"}, name="changes_csv"),
    path("changes/<uuid:change>/", reads()(changes.change_page), name="change"),
    path("countries/<slug:country>/changes/", led_on(changes.state_changes), name="state_changes"),
    path(
        "countries/<slug:country>/changes.csv",
        led_on(changes.state_changes),
        {"ending": "csv"},
        name="state_changes_csv",
    ),
    path("feeds/changes/", reads()(ChangesFeed()), name="changes_feed"),
    path("feeds/changes/<slug:kind>/", reads()(ChangesFeed()), name="changes_of_kind_feed"),
    path("feeds/changes/countries/<slug:country>/", reads()(led_on(ChangesFeed())), name="state_changes_feed"),
    path(THEME, newest_page(PROFILES), name="profile_theme"),
    *public_urls(PROFILES),
]
