"""Settings: base, and on it development, testing and production."""
