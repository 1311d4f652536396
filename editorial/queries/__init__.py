"""Reads across the kernel's tables."""

from .addresses import slug_today
from .alike_sources import Alike, alike_sources
from .citations import cited_sources, text_problems, unknown_keys
from .proof import NO_PROOF, Proof, named_by, proof_of, proofs, unsourced
from .releases import Withdrawal, release_spans, withdrawals
from .where_used import public_sources, public_sources_counted, public_uses

__all__ = [
    "NO_PROOF",
    "Alike",
    "Proof",
    "Withdrawal",
    "alike_sources",
    "cited_sources",
    "named_by",
    "proof_of",
    "proofs",
    "public_sources",
    "public_sources_counted",
    "public_uses",
    "release_spans",
    "slug_today",
    "text_problems",
    "unknown_keys",
    "unsourced",
    "withdrawals",
]
