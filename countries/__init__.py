"""Countries: who is bound by what, and what we know of them."""
