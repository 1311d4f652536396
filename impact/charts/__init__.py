"""Drawings of impact: clearance and casualties of the world, year by year, as they were published."""
