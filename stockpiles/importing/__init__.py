"""Figures, requests and reports from tables: read row by row, refused row by row."""
