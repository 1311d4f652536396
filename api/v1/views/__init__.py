"""The addresses of version 1. Each view sees only what is published."""
