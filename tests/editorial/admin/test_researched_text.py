"""What the editor asks the server while somebody writes."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import CountryProfile
from editorial.actions.source_library import merge_sources
from editorial.models import Source
from editorial.texts import LONGEST_TEXT

SOURCES, CHECK, PREVIEW = (reverse(f"admin:researched_text_{name}") for name in ("sources", "check", "preview"))


def keys(client: Client, query: str) -> list[str]:
    return [source["key"] for source in client.get(SOURCES, {"q": query}).json()["sources"]]


def test_sources_whose_key_begins_with_the_words_come_first(at_desk, sources: list[Source]) -> None:
    client = at_desk()
    assert keys(client, "oslo") == ["oslo-notes-2008", "peru-oslo-2008"]
    assert keys(client, "statement peru") == ["peru-oslo-2008"]
    assert keys(client, "república") == ["laRepublica-2007-05-29"]
    assert keys(client, "nowhere") == []


def test_without_words_the_newest_sources_are_offered(at_desk, sources: list[Source]) -> None:
    assert keys(at_desk(), "") == ["oslo-notes-2008", "peru-oslo-2008", "laRepublica-2007-05-29"]


def test_a_merged_source_is_not_offered(at_desk, sources: list[Source], person) -> None:
    merge_sources(source=sources[2], into=sources[1], by=person("editor"), reason="The same statement")
    assert keys(at_desk(), "oslo") == ["peru-oslo-2008"]


def test_sources_are_offered_with_their_citation_line_in_few_queries(
    at_desk, sources: list[Source], django_assert_num_queries
) -> None:
    client = at_desk()
    with django_assert_num_queries(3):  # session, person, sources
        answer = client.get(SOURCES, {"q": "oslo"}).json()
    assert "Notes taken in Oslo" in answer["sources"][0]["line"]


def test_problems_are_listed_by_name_with_the_words_they_are_about(at_desk, sources: list[Source]) -> None:
    text = "Peru signed.[^1] It spoke.[^2] See [@nobody-2001].\n\n[^1]: [@peru-oslo-2008].\n\n[^3]: Unused.\n"
    problems = at_desk().post(CHECK, {"text": text}).json()["problems"]
    assert [(p["kind"], p["line"], p["quote"]) for p in problems] == [
        ("undefined-mark", 1, "[^2]"),
        ("unknown-source", 1, "@nobody-2001"),
        ("unused-note", 5, "[^3]"),
    ]
    assert all(p["quote"].lstrip("@") in text and p["message"] for p in problems)


def test_a_text_without_problems_says_so(at_desk, sources: list[Source]) -> None:
    text = "Peru signed.[^1]\n\n[^1]: [@peru-oslo-2008].\n"
    assert at_desk().post(CHECK, {"text": text}).json() == {"problems": []}


def test_the_preview_is_what_readers_will_see(at_desk, sources: list[Source]) -> None:
    text = "## Stockpiling\n\nPeru spoke in Oslo.[^a]\n\n[^a]: [@peru-oslo-2008, p. 2].\n"
    html = at_desk().post(PREVIEW, {"text": text}).json()["html"]
    assert "<h2" in html
    assert "Statement by Peru" in html
    assert 'href="#fn-preview-1"' in html or 'href="#preview' in html or 'role="doc-noteref"' in html


def test_the_preview_is_sanitised(at_desk, db: None) -> None:
    html = at_desk().post(PREVIEW, {"text": "<script>alert(1)</script> [a](javascript:alert(2))"}).json()["html"]
    assert "<script" not in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize("address", [CHECK, PREVIEW])
def test_a_text_beyond_measure_is_refused_and_a_text_is_never_read_from_an_address(at_desk, address: str) -> None:
    client = at_desk()
    answer = client.post(address, {"text": "a" * (LONGEST_TEXT + 1)})
    assert (answer.status_code, f"{LONGEST_TEXT:,}" in answer.json()["detail"]) == (413, True)
    answer = client.post(address, {"text": "![" * 20_000})
    assert (answer.status_code, "20,000 opening brackets" in answer.json()["detail"]) == (413, True)
    unread = client.get(address, {"text": "a"})
    assert (unread.status_code, unread["Allow"], unread.content) == (405, "POST", b"")


@pytest.mark.parametrize("address", [SOURCES, CHECK, PREVIEW])
def test_nobody_outside_the_team_is_answered(db: None, client: Client, address: str) -> None:
    answer = client.post(address, {"text": "a"})
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("admin:login"))


def test_the_form_carries_the_editor_and_works_as_a_plain_textarea(at_desk, draft: CountryProfile) -> None:
    page = at_desk().get(reverse("admin:countries_countryprofile_change", args=[draft.pk])).content.decode()
    start = page.index('<textarea name="text"')
    opening = page[start : page.index(">", start)]
    for expected in (
        "data-researched-text",
        f'data-check-url="{CHECK}"',
        f'data-preview-url="{PREVIEW}"',
        "spellcheck",
    ):
        assert expected in opening
    assert "Peru signed on 3 December 2008.[^1]" in page
    assert page.count("js/desk/researched-text.js") == 1
    assert "<script>" not in page, "no inline script"


def test_scripts_are_strict_and_styles_are_open_only_for_the_admin(at_desk, draft: CountryProfile) -> None:
    answer = at_desk().get(reverse("admin:countries_countryprofile_change", args=[draft.pk]))
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["style-src-attr"] == "'unsafe-inline'"
    nonce = policy["style-src-elem"].removeprefix("'self' 'nonce-").removesuffix("'")
    assert f'nonce="{nonce}"' in answer.content.decode()
    assert "style-src-attr" not in Client().get("/nowhere/")["Content-Security-Policy"]
