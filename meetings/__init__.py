"""Meetings: what was said, by whom, where."""
