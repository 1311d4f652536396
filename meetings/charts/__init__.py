"""Charts of what was said and voted."""
