"""What every feed says beside its entries: whose it is, and on what terms."""

from __future__ import annotations

from editorial.installation import installation


class SignedFeed:
    """A part of each feed of the site."""

    def author_name(self) -> str:
        return installation().publisher

    def author_email(self) -> str | None:
        return installation().email or None

    def feed_copyright(self) -> str:
        site = installation()
        return f"{site.licence}, {site.licence_url}"
