"""Every feed says whose it is."""

from __future__ import annotations

from typing import Any

from editorial.public.signed import SignedFeed


def test_a_feed_names_its_publisher_and_the_terms(settings: Any) -> None:
    settings.MONITOR_PUBLISHER, settings.MONITOR_CONTACT_EMAIL = "Watch Trust", "desk@example.org"
    feed = SignedFeed()
    assert (feed.author_name(), feed.author_email()) == ("Watch Trust", "desk@example.org")
    assert (
        feed.feed_copyright() == "Creative Commons Attribution 4.0, https://creativecommons.org/licenses/by/4.0/"
    )
    settings.MONITOR_CONTACT_EMAIL = ""
    assert feed.author_email() is None
