"""Brings legacy country reports, and our own exports, in as draft editions."""
