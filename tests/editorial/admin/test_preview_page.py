"""The preview of a draft: what readers would see, for the team alone."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from countries.models import CountryProfile
from editorial.models import recording


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


def test_the_preview_shows_the_team_what_readers_would_see_and_is_never_kept(at_desk, draft, sources) -> None:
    with recording(by=None, reason="Cited"):
        draft.text = "Peru spoke.[^a]\n\n[^a]: [@peru-oslo-2008, p. 2].\n"
        draft.save()
    answer = at_desk("reader", "Read-only").get(address("preview", draft))
    page = answer.content.decode()
    assert "Preview for the team: draft. Readers do not see this." in page
    assert "Statement by Peru" in page
    assert draft.lead in page
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert "noindex" in page
    assert draft.releases.count() == 0


def test_a_preview_is_for_the_team_alone(client: Client, draft: CountryProfile) -> None:
    answer = client.get(address("preview", draft))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("admin:login"))
