"""What comes in from outside: reference data, papers and slides, pasted lists."""
