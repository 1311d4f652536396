"""What a loader says of a row that it cannot take."""


class BadRow(ValueError):
    """A row that cannot be loaded; the message names the field, its value and the remedy."""
