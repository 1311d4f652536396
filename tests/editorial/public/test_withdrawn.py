"""What was taken back answers 410 with its tombstone, for ever; what it said is gone."""

from __future__ import annotations

import html
from datetime import timedelta

import time_machine
from django.utils import timezone

from tests.factories.sitemap import whole_sitemap

REASON = "Its figures were of <another> state."
SAID = "Its figures were of &lt;another&gt; state."


def test_every_address_answers_that_it_is_gone_and_why(life, answers, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    life.take_back(REASON)
    gone = [*life.of_release(1), *life.of_release(2), *life.followers()]
    assert answers(gone) == {410}
    for address in gone:
        words = html.unescape(read(address))
        assert "seven" not in words, address
        assert "eight" not in words, address
        assert REASON in words or "compare" in address, address


def test_a_tombstone_speaks_of_its_release_alone_and_leads_to_the_log(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    life.take_back(REASON)
    page = read(life.page + "r1/")
    assert ", r1<" in page or "Release r1<" in page
    assert ", r2<" not in page
    assert "Release r2<" not in page
    log = page.split(life.noun.log_title)[0].rpartition('href="')[2].split('"')[0].split("#")
    assert f'id="{log[1]}"' in read(log[0])
    assert ", r2<" in read(life.page) or "Release r2<" in read(life.page)


def test_logs_and_feeds_name_it_by_its_number(life, read) -> None:
    if life.noun.name == "statement":
        life.press.change(life.record, title="A blunder in Lima")
    life.bring_out("seven")
    life.take_back(REASON)
    for address in (life.log, life.feed):
        assert SAID in read(address)
        assert "blunder" not in read(address).lower(), address


def test_what_nobody_saw_before_it_was_withdrawn_has_no_tombstone(life, answers, read) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    life.take_back(REASON)
    for address in (life.page, life.page + "r1/", life.log):
        assert answers([address]) == {404}
        assert SAID not in read(address)
    assert SAID not in read(life.feed)


def test_the_next_release_brings_nothing_back_before_its_time_or_after(life, answers, read) -> None:
    later = timezone.now() + timedelta(days=2)
    life.bring_out("seven")
    life.take_back(REASON)
    life.bring_out("eight", note="Written anew.", visible_from=later)
    assert answers([*life.of_release(1), *life.followers()]) == {410}
    assert answers(set(life.of_release(2)) - {life.compare(2, 2)}) == {404}
    assert read(life.compare(2, 2)) == read(life.compare(9, 9))  # nothing to compare is out, whatever is asked
    assert "Written anew." not in read(life.log) + read(life.feed)
    with time_machine.travel(later):
        assert answers([*life.of_release(2), *life.followers()]) == {200}
        assert answers(life.of_release(1)) == {410}
        assert SAID in read(life.page + "r1/")
        assert read(life.api + "releases/").count('"number"') == 1
        assert "Compare with" not in read(life.page) + read(life.log)


def test_a_tombstone_says_what_it_was_and_where_to_look_instead(life, client, read) -> None:
    release = life.bring_out("seven")
    life.take_back(REASON)
    newer = life.bring_out("eight", note="Written anew.")
    answer = client.get(life.page + "r1/")
    page = " ".join(answer.content.decode().split())
    for words in (release.title, release.sha256, f"{release.visible_from:%Y-%m-%d}", SAID, life.noun.label(newer)):
        assert words in page
    assert f'href="{newer.get_absolute_url()}"' in page
    assert "eight" not in page  # the lead of the next one is its own
    assert answer["Cache-Control"] == "no-cache"
    assert '<meta name="robots" content="noindex">' in page
    assert life.page + "r1/" not in whole_sitemap(client)


def test_the_api_says_the_same(life, client) -> None:
    release = life.bring_out("seven")
    life.take_back(REASON)
    answer = client.get(life.api + "releases/1/")
    (stone,) = answer.json()["withdrawn"]
    assert answer.json()["errors"] == [
        {"code": "withdrawn", "detail": "This was published and then withdrawn.", "attr": None}
    ]
    assert (stone["title"], stone["number"], stone["sha256"]) == (release.title, 1, release.sha256)
    assert (stone["public_reason"], stone["successor"]) == (REASON, "")
    assert stone["page"] == f"http://testserver{life.page}r1/"
    assert stone["log"].startswith("http://testserver/")
    assert set(stone) == {
        *("title", "number", "page", "visible_from", "released_at", "withdrawn_at", "public_reason", "sha256"),
        *("log", "successor"),
    }
    assert answer["Cache-Control"] == "no-cache"
    life.bring_out("eight", note="Written anew.")
    (stone,) = client.get(life.api + "releases/1/").json()["withdrawn"]
    assert stone["successor"] == f"http://testserver{life.page}r2/"


def test_many_withdrawn_releases_are_no_more_queries(life, client, django_assert_max_num_queries) -> None:
    for number in range(1, 5):
        life.bring_out(f"word-{number}", note="More." if number > 1 else "")
    life.take_back(REASON)
    with django_assert_max_num_queries(12):
        assert client.get(life.page).content.decode().count("<h2>") == 4
