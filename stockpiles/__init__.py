"""Stockpiles: what exists, what is destroyed, by when."""
