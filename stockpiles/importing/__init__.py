"""The sheets of figures, requests and reports: one declaration of each for the desk and for the reference data."""
