"""Readers: each takes the lines of a file apart in its own way, and all make one TextAsRead of it.

Page of the archive (archive_page), paper or speech (paper), slides, and the Markdown that the Monitor exports
(own_markdown). No reader asks the database.
"""
