"""The researchers' admin site: Django's, under the Monitor's name, with a first page by task."""

from __future__ import annotations

from typing import Any

from csp.constants import NONCE, SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib.admin import AdminSite, autodiscover
from django.contrib.auth.views import redirect_to_login
from django.core.checks import CheckMessage
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse

from editorial.installation import installation

# Django's admin sets style attributes, and the text editor brings its rules in one <style> element that carries the
# page's nonce. Scripts stay as strict as everywhere.
with_admin_styles: Any = csp_update({"style-src-attr": [UNSAFE_INLINE], "style-src-elem": [SELF, NONCE]})


class MonitorAdminSite(AdminSite):
    """Plain Django admin: everything works without JavaScript, and nothing is deleted many at a time."""

    index_title = "Today’s work"
    enable_nav_sidebar = False
    empty_value_display = "–"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        from editorial.admin.work import tell_what_is_over

        tell_what_is_over(request)
        name = installation().name
        return {**super().each_context(request), "site_header": name, "site_title": name}

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return with_admin_styles(super().admin_view(view, cacheable))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """There is one way in (ccm_site/sign_in/addresses.py), and none around the second factor."""
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"), reverse("account_login"))

    # The doors of the apps register with this site while they are imported, so it can import them only when asked; and
    # they are a third of all there is to import, which no command and no reader needs. Whoever is asked second waits
    # until the first has them all: Python imports a module once.

    def check(self, app_configs: Any) -> list[CheckMessage]:
        autodiscover()
        return super().check(app_configs)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from ccm_site.pages.desk import todays_work

        return super().index(request, {**(extra_context or {}), "work": todays_work(self, request)})

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from editorial.admin import researched_text, work
        from editorial.admin.begun_page import begun_forms

        autodiscover()
        return [
            path("work/", self.admin_view(work.work_page), name="work"),
            path("work/<int:job>/", self.admin_view(work.job_page), name="work_job"),
            path("work/<int:job>/again/", self.admin_view(work.job_step), {"step": "again"}, name="work_again"),
            path(
                "work/<int:job>/take-back/",
                self.admin_view(work.job_step),
                {"step": "take-back"},
                name="work_take_back",
            ),
            path("work/<int:job>/<str:name>", self.admin_view(work.job_file), name="work_file"),
            path("begun/", self.admin_view(begun_forms), name="begun_forms"),
            path("texts/sources/", self.admin_view(researched_text.sources), name="researched_text_sources"),
            path("texts/check/", self.admin_view(researched_text.check), name="researched_text_check"),
            path("texts/preview/", self.admin_view(researched_text.preview), name="researched_text_preview"),
            *super().get_urls(),
        ]
