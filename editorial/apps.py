"""The editorial app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """How a researched fact becomes public."""

    name = "editorial"
