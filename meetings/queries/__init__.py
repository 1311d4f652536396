"""Reads across meetings: what readers see of meetings, statements and positions at a moment."""
