"""Every address of the site. Public addresses follow the contract; none changes without a redirect."""

from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from ccm_site.late_addresses import LateAddresses
from ccm_site.pages import about, country_dossier, country_list, home, service, site_search
from ccm_site.pages.sitemaps import SITEMAPS
from countries.queries.addresses import country_slug
from editorial.views.addresses import leads_on

urlpatterns = [
    path("", home.home, name="home"),
    path("countries/", country_list.country_list, name="countries"),
    path("countries.csv", country_list.country_csv, name="countries_csv"),
    path(
        "countries/<slug:country>/", leads_on(country=country_slug)(country_dossier.country_page), name="country"
    ),
    path("", include("countries.urls")),
    path("", include("meetings.urls")),
    path("", include("stockpiles.urls")),
    path("", include("editorial.urls")),
    path("search/", site_search.site_search, name="search"),
    path("about/", about.about, name="about"),
    path("about/data/", about.about_data, name="about_data"),
    path("robots.txt", service.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("healthz", service.healthz, name="healthz"),
    LateAddresses("admin/", "ccm_site.desk_urls", namespace="admin"),
    LateAddresses("api/v1/", "api.v1.urls", namespace="v1"),
    path("api/", include("api.urls")),
]
