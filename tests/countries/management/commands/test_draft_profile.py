"""draft_profile prints a draft that import_profile reads, and writes nothing."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from countries.models import CountryProfile
from editorial.importing.readers.own_markdown import read_own_markdown
from editorial.importing.reading import read_text


def run(*given: str, **options: object) -> str:
    out = StringIO()
    call_command("draft_profile", *given, stdout=out, **options)
    return out.getvalue()


def test_what_is_printed_can_be_imported(peru, ban_policy) -> None:
    text = run("per", edition=2030)
    assert text == run("peru", edition=2030)
    read = read_own_markdown(read_text(text.encode(), name="peru.md"))
    assert read is not None
    assert (read.facts["country"], read.facts["edition"]) == ("PER", 2030)
    assert "\n## Transparency reports\n" in text
    assert not CountryProfile.objects.exists()


def test_an_unknown_state_and_a_missing_theme_are_said(peru) -> None:
    with pytest.raises(CommandError, match="There is no state XXX"):
        run("XXX")
    with pytest.raises(CommandError, match="load the reference data"):
        run("PER")
