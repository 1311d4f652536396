"""The meetings app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """What was said, by whom, where."""

    name = "meetings"
    label = "meetings"

    def ready(self) -> None:
        from meetings import checks  # noqa: F401 - they register themselves
        from meetings.actions import listing  # noqa: F401 - follows every release
        from meetings.importing import demo, reference_data  # noqa: F401 - they register their loaders
        from meetings.search import register

        register()
