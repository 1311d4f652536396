"""The countries app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class CountriesConfig(AppConfig):
    """Who is bound by what, and what we know of them."""

    name = "countries"
    label = "countries"

    def ready(self) -> None:
        from countries.models.treaty_action_triggers import put_up, take_down

        pre_migrate.connect(take_down, sender=self)
        post_migrate.connect(put_up, sender=self)

        from countries import (
            checks,  # noqa: F401 - they register themselves
            search,
        )
        from countries.actions import treaty_facts  # noqa: F401 - it registers what releases carry

        search.register()

        from countries.importing import (  # they register loaders
            demo,  # noqa: F401
            reference_data,  # noqa: F401
        )
        from countries.queries import access  # noqa: F401 - it registers who may see which countries
