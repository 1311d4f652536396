"""What a backup or a restore says when it does not go on."""

from __future__ import annotations


class BackupRefused(RuntimeError):
    """Nothing was written, or what was written is undone; the words say why, and what to do."""
