"""English: as the Monitor writes it."""
