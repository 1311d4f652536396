"""Taking in what others wrote: one importer of texts for every app, and what importers of tables share with it.

A text goes one way: reading (safe bytes, lines) → readers (a page of the archive, a paper, slides, our own Markdown; each
makes one TextAsRead: blocks, notes, problems) → source_proposals and source_library (the sources that its notes cite) →
text_import (a draft). What it becomes is a Destination, declared by the app whose record it is.
"""
