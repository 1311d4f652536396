"""Public pages of meetings, statements, themes and action plans."""
