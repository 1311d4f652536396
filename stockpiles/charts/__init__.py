"""Drawings of stockpiles: destruction by year, progress of the world, reports, deadlines and programmes."""
