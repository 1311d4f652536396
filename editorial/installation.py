"""What this installation is called, who publishes it, how to reach them, and on what terms its content may be used.

Said once, in the settings (MONITOR_NAME and those beside it); every page, file, feed, citation and description asks here.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Installation:
    """``publisher`` is who is cited; ``email`` and ``address`` may be "", and ``licence_url`` leads to the terms."""

    name: str
    publisher: str
    email: str
    address: str
    licence: str
    licence_url: str

    @property
    def is_reachable(self) -> bool:
        return bool(self.email or self.address)


def on_record(what: str) -> str:
    """The source line of a drawing that counts what this site has: "Votes on record at …, each with its source"."""
    return f"{what} on record at {installation().name}, each with its source"


def installation() -> Installation:
    """As the settings say it now."""
    return Installation(
        name=settings.MONITOR_NAME,
        publisher=settings.MONITOR_PUBLISHER or settings.MONITOR_NAME,
        email=settings.MONITOR_CONTACT_EMAIL,
        address=settings.MONITOR_CONTACT_ADDRESS,
        licence=settings.MONITOR_LICENCE,
        licence_url=settings.MONITOR_LICENCE_URL,
    )
