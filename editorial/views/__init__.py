"""Pages of the source library, and what every public list is made of."""
