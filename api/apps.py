"""The api app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The read-only JSON interface for partners."""

    name = "api"
    label = "api"
