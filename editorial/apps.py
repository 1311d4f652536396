"""The editorial app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """How a researched fact becomes public."""

    name = "editorial"
    label = "editorial"

    def ready(self) -> None:
        from editorial.actions import audit  # noqa: F401 - it listens to sign-ins and changes of roles
        from editorial.importing import source_register  # noqa: F401 - it registers a loader
        from editorial.search.sources import follow_sources

        follow_sources()
