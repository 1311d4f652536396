"""Template tags of stockpiles."""
