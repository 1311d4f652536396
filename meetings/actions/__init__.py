"""Every write of meetings that touches more than one row: keyword-only, by=, reason=, atomic."""
