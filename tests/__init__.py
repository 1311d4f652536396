"""Tests mirror the layout of the code."""
