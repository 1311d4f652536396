"""What the installation says of itself comes from its settings, each time anew."""

from __future__ import annotations

from typing import Any

from editorial.installation import installation, on_record


def test_without_a_word_it_is_the_ccm_monitor_and_publishes_itself() -> None:
    site = installation()
    assert (site.name, site.publisher) == ("CCM Monitor", "CCM Monitor")
    assert site.licence_url == "https://creativecommons.org/licenses/by/4.0/"
    assert not site.is_reachable


def test_one_that_is_called_otherwise(settings: Any) -> None:
    settings.MONITOR_NAME, settings.MONITOR_PUBLISHER = "Ban Watch", "Watch Trust"
    settings.MONITOR_CONTACT_ADDRESS = "1 High Street"
    site = installation()
    assert (site.name, site.publisher, site.is_reachable) == ("Ban Watch", "Watch Trust", True)
    assert on_record("Votes") == "Votes on record at Ban Watch, each with its source"
