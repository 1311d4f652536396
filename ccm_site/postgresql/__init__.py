"""A database of Django: see base.py."""
