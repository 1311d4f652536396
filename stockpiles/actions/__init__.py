"""Writes that touch more than one record of stockpiles. Keyword-only, with author and reason, all or nothing."""
