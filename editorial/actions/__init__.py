"""Every write of the kernel that touches more than one row: keyword-only, by=, reason=, atomic."""
