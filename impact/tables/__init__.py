"""Tables of contamination, clearance and casualties that leave the house, with plain values and sources."""
