"""Public pages of country profiles. They depend on the address alone."""
