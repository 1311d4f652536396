"""Search over everything published: one interface, two databases.

``find`` answers a question; ``matching`` gives the records of one kind for a list's own query. Apps register what
they have with ``searchable``; the index follows every release and every saved row by itself, and
``rebuild_index`` makes it anew.
"""

from .backend import Facet, Hit, SearchPage, SearchRequest, find, matching
from .index import Searchable, SearchDocument, kinds, plain_text, searchable

__all__ = [
    "Facet",
    "Hit",
    "SearchDocument",
    "SearchPage",
    "SearchRequest",
    "Searchable",
    "find",
    "kinds",
    "matching",
    "plain_text",
    "searchable",
]
