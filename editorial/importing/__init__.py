"""Reading what others wrote: safe files, matched notes, proposed sources, and a report that accounts for every line.

Generic over what is imported; countries.importing reads country reports with it. Nothing here writes to the database.
"""
