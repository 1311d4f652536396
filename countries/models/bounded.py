"""What a source says before a figure."""

from django.db import models


class FigureBound(models.TextChoices):
    """How far a figure reaches. Empty: the source gives it as it is."""

    ABOUT = "about", "About"
    ALMOST = "almost", "Almost"
    AT_LEAST = "at_least", "At least"
    MORE_THAN = "more_than", "More than"
    UP_TO = "up_to", "Up to"


BOUND_HELP = "What the source says before the figure; empty where it says nothing."
