"""The meetings app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """What was said, by whom, where."""

    name = "meetings"
