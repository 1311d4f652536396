"""Filters of the lists, with the names that the public addresses use."""
