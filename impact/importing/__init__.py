"""The sheets of contamination, clearance and casualties: one declaration of each for the desk and for the reference data."""
