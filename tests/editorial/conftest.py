"""One record of each noun that is published in releases."""

from tests.factories.public_life import answers, life, read

__all__ = ["answers", "life", "read"]
