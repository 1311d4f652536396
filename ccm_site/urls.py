"""Every address of the site. Public addresses follow the contract; none changes without a redirect."""

from django.urls import include, path

from ccm_site.late_addresses import LateAddresses
from ccm_site.pages import (
    about,
    country_dossier,
    country_list,
    errors,
    home,
    matrix,
    metrics,
    service,
    site_search,
    sitemaps,
)
from countries.views.of_state import of_state
from editorial.resting import reads

handler400, handler403, handler404, handler500 = errors.unread, errors.refused, errors.missing, errors.fault
urlpatterns = [
    # first, because they have many addresses and are told from all others by their beginning
    LateAddresses("api/v1/", "api.v1.urls", namespace="v1"),
    path("admin/", include("ccm_site.sign_in.addresses")),
    LateAddresses("admin/", "ccm_site.desk_urls", namespace="admin"),
    path("", reads()(home.home), name="home"),
    path("countries/", country_list.country_list, name="countries"),
    path("countries.csv", country_list.country_file, {"ending": "csv"}, name="countries_csv"),
    path("countries.xlsx", country_list.country_file, {"ending": "xlsx"}, name="countries_xlsx"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("matrix.csv", matrix.matrix_file, {"ending": "csv"}, name="matrix_csv"),
    path("matrix.xlsx", matrix.matrix_file, {"ending": "xlsx"}, name="matrix_xlsx"),
    path("countries/<slug:country>/", of_state(country_dossier.country_page), name="country"),
    path("", include("countries.urls")),
    path("", include("meetings.urls")),
    path("", include("stockpiles.urls")),
    path("", include("impact.urls")),
    path("", include("editorial.urls")),
    path("search/", reads("q", "kind", "country", "page")(site_search.site_search), name="search"),
    path("about/", reads()(about.about), name="about"),
    path("about/data/", reads()(about.about_data), name="about_data"),
    path("robots.txt", reads()(service.robots), name="robots"),
    path("sitemap.xml", reads()(sitemaps.index), name="sitemap"),
    path("sitemap-<slug:section>-<int:part>.xml", reads()(sitemaps.part), name="sitemap_part"),
    path("sitemap-<slug:section>.xml", reads()(sitemaps.section), name="sitemap_section"),
    path("healthz", service.healthz, name="healthz"),
    path("readyz", service.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("api/", include("api.urls")),
]
