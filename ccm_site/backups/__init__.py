"""The whole record in one file, and back: into an empty database of either kind."""
