"""The stockpiles app."""

from django.apps import AppConfig


class StockpilesConfig(AppConfig):
    """What exists, what is destroyed, by when."""

    name = "stockpiles"
    label = "stockpiles"
