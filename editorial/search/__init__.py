"""Search over everything published: one interface, two databases.

``find`` answers a question; ``matching`` gives the records of one kind for a list's own query. Apps register what
they have with ``searchable`` and the names that stand for each other with ``named``; the index follows every release
and every saved row by itself, and ``rebuild_index`` makes it anew.
"""

from .answer import Facet, Hit, SearchPage, SearchRequest
from .finding import find, matching
from .index import ALWAYS, Searchable, SearchDocument, indexed_once, joined, kinds, plain_text
