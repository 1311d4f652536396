"""The arithmetic of seals: what is hashed, and how one seal follows from the one before.

Anybody can repeat it with the standard library of Python; templates/editorial/verify_release.txt does.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

FIRST = "0" * 64
"""What the first seal names as the one before it."""


def digest(content: Any) -> str:
    """SHA-256 (hex) over JSON in its canonical form: keys in order, no white space, UTF-8."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def moment(at: datetime | None) -> str | None:
    """A moment as it is sealed: ISO 8601, UTC, to the microsecond where it has any."""
    return at.astimezone(UTC).isoformat() if at else None


def link(*, position: int, previous: str, content_sha256: str, visible_from: str | None) -> str:
    """SHA-256 (hex) of a seal: its place, the seal before it, the digest of its content, and from when readers see that.

    ``visible_from`` is as ``moment`` gives it; None where it was taken back before anybody saw it.
    """
    return digest(
        {
            "position": position,
            "previous": previous,
            "content_sha256": content_sha256,
            "visible_from": visible_from,
        }
    )
