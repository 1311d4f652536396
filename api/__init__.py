"""API: the read-only JSON interface for partners."""
