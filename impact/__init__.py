"""What the munitions leave behind: contaminated land, its clearance, and the people who were hurt."""
