"""The impact app."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """Contamination, clearance and casualties."""

    name = "impact"
    label = "impact"
