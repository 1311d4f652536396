"""Reads of contamination, clearance and casualties. None asks a clock: each takes the records or the day."""
