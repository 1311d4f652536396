"""Anybody can verify what was released, and learns nothing of what is not out."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from editorial.actions.embargo import take_back
from editorial.actions.sealing import seal_together
from editorial.models import ReleaseSeal, seal_of

RECIPE = Path(settings.BASE_DIR) / "templates/editorial/verify_release.txt"
ADDRESSES = ("/about/seals/", "/about/seals.json", "/about/seals.txt")


def verify(given: str) -> subprocess.CompletedProcess[str]:
    """The published recipe, run as a reader runs it: by itself, without anything of the Monitor."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-I", str(RECIPE)], input=given, capture_output=True, text=True, check=False
    )


def seals(client) -> list[dict]:
    return client.get("/about/seals.json").json()["seals"]


def test_the_recipe_verifies_one_release_by_what_the_api_leads_to(life, client) -> None:
    release = life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    address = client.get(life.api + "releases/1/").json()["sealed"]
    assert address == f"http://testserver{life.page}r1/sealed.json"
    sealed = client.get(address).content.decode()
    done = verify(sealed)
    assert done.stdout == f"Whole up to seal 1 {seal_of(release).sha256}\n", done.stderr
    given = json.loads(sealed)
    page = client.get(life.page + "r1/").content.decode()
    assert given["content"]["body_html"] in page
    assert given["content"]["lead"] in page
    assert given["seal"]["sha256"] == seals(client)[0]["sha256"]


def test_a_release_whose_seal_is_lost_is_told_so(life, client) -> None:
    life.bring_out("seven")
    ReleaseSeal.objects.all()._raw_delete("default")
    assert client.get(life.page + "r1/sealed.json").status_code == 404


@pytest.mark.parametrize("name", ["body_html", "public_note", "released_at", "sha256"])
def test_the_recipe_refuses_one_that_was_changed(life, client, name: str) -> None:
    life.bring_out("seven")
    given = client.get(life.page + "r1/sealed.json").json()
    given["content"][name] += " "
    assert "is not what seal 1 was made of" in verify(json.dumps(given)).stderr


def test_the_recipe_verifies_the_whole_chain(life, client) -> None:
    release = life.bring_out("seven")
    waits = life.bring_out("secret", note="Later.", visible_from=timezone.now() + timedelta(days=1))
    seal_together(title="Edition 2009", releases=[release], visible_from=release.visible_from)
    seal_together(title="Secret edition", releases=[release, waits], visible_from=waits.visible_from)
    whole = client.get("/about/seals.json").content.decode()
    done = verify(whole)
    assert done.stdout.startswith("Whole up to seal 4 "), done.stderr
    forged = json.loads(whole)
    forged["seals"][0]["visible_from"] = "2001-01-01T00:00:00+00:00"
    assert "Seal 1 does not have its own hash" in verify(json.dumps(forged)).stderr
    del forged["seals"][0]
    assert "does not name the one before it" in verify(json.dumps(forged)).stderr


def test_what_waits_is_a_bare_hash_until_its_moment(life, client, read) -> None:
    later = timezone.now() + timedelta(days=2)
    life.bring_out("seven")
    waits = life.bring_out("secret", note="Secret note.", visible_from=later)
    seal_together(title="Secret edition", releases=[waits], visible_from=later)
    seal = seal_of(waits)
    hidden = (seal.content_sha256, seal.salt, f"{later:%Y-%m-%d}", "secret", "Secret", life.names(2), "/r2/")
    for address in ADDRESSES:
        words = read(address)
        assert seal.sha256 in words
        assert [one for one in hidden if one in words] == [], address
    assert set(seals(client)[1]) == {"position", "previous", "sha256"}
    assert client.get(life.page + "r2/sealed.json", follow=True).status_code == 404
    with time_machine.travel(later):
        assert seals(client)[1]["content_sha256"] == seal.content_sha256
        assert f"{life.page}r2/" in read("/about/seals/")
        assert seals(client)[2]["content"]["title"] == "Secret edition"


def test_what_was_withdrawn_keeps_its_place_without_its_title(life, client, read) -> None:
    if life.noun.name == "statement":
        life.press.change(life.record, title="A blunder in Lima")
    life.bring_out("seven")
    life.take_back("Of another state.")
    for address in ADDRESSES:
        assert "blunder" not in read(address).lower(), address
    (seal,) = seals(client)
    assert (seal["withdrawn"], seal["sealed"], seal["number"]) == (True, "", 1)
    assert "Withdrawn" in read("/about/seals/")


def test_what_nobody_saw_before_it_was_withdrawn_stays_a_bare_hash(life, client) -> None:
    later = timezone.now() + timedelta(days=2)
    life.bring_out("seven", visible_from=later)
    life.take_back("Of another state.")
    with time_machine.travel(later + timedelta(days=1)):
        assert set(seals(client)[0]) == {"position", "previous", "sha256"}


def test_the_page_shows_the_recipe_that_is_tested(life, read) -> None:
    life.bring_out("seven")
    page = html.unescape(read("/about/seals/"))
    assert " ".join(RECIPE.read_text().split()) in page
    text = read("/about/seals.txt")
    assert text.startswith(f"1 {ReleaseSeal.objects.get().sha256} ")
    assert f"{life.page}r1/" in text


def test_many_seals_are_no_more_queries(life, client, django_assert_max_num_queries) -> None:
    life.bring_out("word")
    for number in range(5):
        life.bring_out(f"word-{number}", note="More.")
    with django_assert_max_num_queries(9):
        assert client.get("/about/seals/").content.decode().count('id="seal-') == 6


def test_several_together_stay_a_bare_hash_where_one_of_them_was_taken_back(life, client) -> None:
    later = timezone.now() + timedelta(days=2)
    waits = life.bring_out("secret", visible_from=later)
    seal_together(title="Secret edition", releases=[waits], visible_from=later)
    life.record.refresh_from_db()
    take_back(record=life.record, by=life.press.publisher, reason="Not yet")
    life.bring_out("eight")  # it has the number of the one that never was
    with time_machine.travel(later):
        assert [set(one) == {"position", "previous", "sha256"} for one in seals(client)] == [
            True,
            True,
            True,
            False,
        ]
