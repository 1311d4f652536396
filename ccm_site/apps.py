"""The roof as a Django app: it carries the commands that set up a whole installation."""

from django.apps import AppConfig, apps
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class SiteConfig(AppConfig):
    """Wires the apps together, looks at what is deployed, and keeps the roles of the team in step with every migration."""

    name = "ccm_site"

    def ready(self) -> None:
        from ccm_site.deployment import no_demo_password  # these need the models
        from ccm_site.wiring import wire

        wire()
        register(no_demo_password, Tags.security, deploy=True)

        # Django announces a migration app by app; after the last one every permission is in place.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_keep_roles, sender=last)


def _keep_roles(**kwargs: object) -> None:
    from editorial.actions.roles import ensure_roles  # models are not loaded when this module is

    ensure_roles()
