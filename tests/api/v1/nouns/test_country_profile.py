"""Partners get published profiles with sections, numbered notes and the sources each note cites. Nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from countries.actions.country_profile import publish_edition
from countries.models import CountryProfile
from editorial.actions.publishing import approve, submit, withdraw
from editorial.models import Source, recording


def make_public(profile: CountryProfile, person, **kwargs):
    submit(record=profile, by=person("researcher"), reason="Ready")
    approve(record=profile, by=person("editor"), reason="Agreed")
    return publish_edition(profile=profile, by=person("publisher"), reason="Out", **kwargs)


@pytest.fixture
def published(draft: CountryProfile, person) -> CountryProfile:
    Source.objects.create(key="UNTC-XXVI-6", kind="treaty_action", title="Status of treaties", publisher="UNTC")
    draft.text = draft.text.replace("Seen in the depositary's table.", "See [@UNTC-XXVI-6, row Peru].")
    draft.save()
    make_public(draft, person)
    return draft


def test_list_names_state_theme_edition_and_release(client, published: CountryProfile) -> None:
    row = client.get("/api/v1/profiles/").json()["results"][0]
    assert row["country"] == {"iso3": "PER", "name": "Peru", "url": "http://testserver/api/v1/countries/PER/"}
    assert (row["theme"]["slug"], row["edition"], row["language"]) == ("cluster-munition-ban-policy", 2009, "en")
    assert row["release"]["number"] == 1
    assert row["release"]["sha256"] == published.releases.get().sha256


def test_detail_has_sections_notes_and_their_sources(client, published: CountryProfile) -> None:
    release = client.get(f"/api/v1/profiles/{published.pk}/").json()["release"]
    assert [s["title"] for s in release["sections"]] == ["", "Stockpiling"]
    assert release["footnotes"][0]["number"] == 1
    assert release["footnotes"][0]["sources"] == ["UNTC-XXVI-6"]
    assert release["sources"][0]["key"] == "UNTC-XXVI-6"
    assert "Status of treaties" in release["sources"][0]["citation"]


def test_a_release_stays_at_its_address(client, published: CountryProfile, person) -> None:
    before = client.get(f"/api/v1/profiles/{published.pk}/releases/1/").json()
    with recording(by=person("researcher"), reason="Correction"):
        published.lead = "A corrected lead."
        published.save()
    make_public(published, person, public_note="Lead corrected")
    assert client.get(f"/api/v1/profiles/{published.pk}/releases/1/").json() == before
    assert client.get(f"/api/v1/profiles/{published.pk}/").json()["lead"] == "A corrected lead."
    log = client.get(f"/api/v1/profiles/{published.pk}/releases/").json()
    assert [(r["number"], r["public_note"]) for r in log] == [(2, "Lead corrected"), (1, "")]


def test_drafts_embargoed_and_withdrawn_editions_never_appear(client, draft: CountryProfile, person) -> None:
    secret = Source.objects.create(key="secret-2026", title="A source that only the draft knows")
    draft.text = f"Leak.[^1]\n\n[^1]: [@{secret.key}].\n"
    draft.save()

    def seen() -> list[int]:
        pages = [client.get(a) for a in ("/api/v1/profiles/", "/api/v1/sources/")]
        assert all("secret" not in page.content.decode() for page in pages)
        return [
            client.get(f"/api/v1/profiles/{draft.pk}/{rest}").status_code
            for rest in ("", "releases/", "releases/1/")
        ] + [client.get("/api/v1/sources/secret-2026/").status_code]

    assert seen() == [404] * 4
    make_public(draft, person, visible_from=timezone.now() + timedelta(days=1))
    assert seen() == [404] * 4
    withdraw(record=draft, by=person("publisher"), reason="No", public_reason="Mistake")
    assert seen() == [404] * 4


def test_unpublished_changes_of_a_published_edition_stay_inside(client, published: CountryProfile, person) -> None:
    with recording(by=person("researcher"), reason="private reason"):
        published.lead, published.text = "leak lead", "leak text"
        published.save()
    for rest in ("", "releases/", "releases/1/"):
        body = client.get(f"/api/v1/profiles/{published.pk}/{rest}").content.decode()
        assert "leak" not in body
        assert "private" not in body


@pytest.mark.parametrize(
    ("query", "attr"),
    [
        ("edition=abc", "edition"),
        ("country=ZZZ", "country"),
        ("theme=nothing", "theme"),
        ("editon=2009", "editon"),
    ],
)
def test_bad_questions_name_their_parameter(client, published: CountryProfile, query: str, attr: str) -> None:
    response = client.get(f"/api/v1/profiles/?{query}")
    assert response.status_code == 400
    body = response.json()
    assert body["type"] == "validation_error"
    assert [e["attr"] for e in body["errors"]] == [attr]


@pytest.mark.parametrize(("query", "count"), [("country=PER", 1), ("edition=2009", 1), ("edition=2010", 0)])
def test_filters(client, published: CountryProfile, query: str, count: int) -> None:
    assert client.get(f"/api/v1/profiles/?{query}").json()["count"] == count


def test_as_many_queries_for_many_as_for_one(
    client, published: CountryProfile, person, django_assert_max_num_queries
) -> None:
    for edition in (2010, 2011, 2012):
        profile = CountryProfile.objects.create(
            country=published.country, theme=published.theme, edition=edition, lead="Lead.", text="Text."
        )
        make_public(profile, person)
    with django_assert_max_num_queries(4):
        assert client.get("/api/v1/profiles/").json()["count"] == 4


def test_pages_by_key_reach_every_row_once(client, published: CountryProfile, person) -> None:
    for edition in (2010, 2011, 2012):
        profile = CountryProfile.objects.create(
            country=published.country, theme=published.theme, edition=edition, lead="Lead.", text="Text."
        )
        make_public(profile, person)
    url, editions = "/api/v1/profiles/?cursor=&page_size=3", []
    while url:
        page = client.get(url).json()
        editions += [row["edition"] for row in page["results"]]
        url = page["next"]
    assert editions == [2009, 2010, 2011, 2012]


def test_write_is_refused(client, published: CountryProfile) -> None:
    answer = client.post("/api/v1/profiles/", {})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (405, "method_not_allowed")
    assert "POST" not in answer["Allow"]
    assert CountryProfile.objects.get() == published


def test_no_cookie_and_no_vary_on_cookies(client, published: CountryProfile) -> None:
    response = client.get("/api/v1/profiles/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
