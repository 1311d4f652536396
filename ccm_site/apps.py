"""The roof as a Django app: it carries the commands that set up a whole installation."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class SiteConfig(AppConfig):
    """Keeps the roles of the team in step after every migration, and looks at what is deployed."""

    name = "ccm_site"
    label = "ccm_site"

    def ready(self) -> None:
        from ccm_site import deployment  # noqa: F401 - it registers what `check --deploy` looks for

        # Django announces a migration app by app; after the last one every permission is in place.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_keep_roles, sender=last)

        from ccm_site import search  # what it registers needs the models

        search.register()


def _keep_roles(**kwargs: object) -> None:
    from editorial.actions.roles import ensure_roles  # models are not loaded when this module is

    ensure_roles()
