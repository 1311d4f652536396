"""Tables that leave the house: what each page shows, as headings and rows with plain values and sources."""
