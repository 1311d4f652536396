"""Reads across the kernel's tables."""

from .addresses import slug_today
from .alike_sources import Alike, alike_sources
from .citations import cited_sources, rendered, text_problems, unknown_keys
from .releases import Withdrawal, release_spans, with_standing_releases, withdrawals
from .where_used import public_sources, public_sources_counted, public_uses, sources_seen
