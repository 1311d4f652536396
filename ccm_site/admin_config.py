"""Puts the Monitor's own admin site in the place of Django's default one."""

from django.contrib.admin.apps import SimpleAdminConfig


class MonitorAdminConfig(SimpleAdminConfig):
    """The admin with the researchers' dashboard as its first page. It finds its doors when one is first asked for."""

    default_site = "ccm_site.admin_site.MonitorAdminSite"
