"""Puts the Monitor's own admin site in the place of Django's default one."""

from django.contrib.admin.apps import AdminConfig


class MonitorAdminConfig(AdminConfig):
    """The admin with the researchers' dashboard as its first page."""

    default_site = "ccm_site.admin_site.MonitorAdminSite"
