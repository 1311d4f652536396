"""Reads across the countries app, each as of a moment or a day that the caller names."""
