"""The stockpiles app."""

from django.apps import AppConfig


class StockpilesConfig(AppConfig):
    """What exists, what is destroyed, by when."""

    name = "stockpiles"
    label = "stockpiles"

    def ready(self) -> None:
        from stockpiles import checks, search  # noqa: F401 - registers its checks
        from stockpiles.importing import reference_data  # noqa: F401 - registers its loaders
        from stockpiles.queries import treaty_effects  # noqa: F401 - registers what follows from entry into force

        search.register()
