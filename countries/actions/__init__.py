"""Every write of countries that touches more than one row: keyword-only, by=, reason=, atomic."""
