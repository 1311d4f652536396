"""A release has a page for ever, its record one that follows the newest, its shelf a log."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone


def test_the_page_of_a_record_follows_its_newest_release(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    page = read(life.page)
    assert "It holds eight bombs." in page
    assert "In short, eight." in page
    assert "This is an earlier release" not in page
    assert f'<link rel="canonical" href="http://testserver{life.page}r2/">' in page


def test_a_release_stays_at_its_address_and_leads_to_the_newest(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    page = read(life.page + "r1/")
    assert "It holds seven bombs." in page
    assert "It holds eight bombs." not in page
    assert f"This is an earlier release of this {life.noun.kind}, kept as it was published." in page
    assert f'href="{life.page}r2/">Read the newest release</a>' in page


def test_text_notes_sources_and_fingerprint_stand_on_the_page(life, read) -> None:
    release = life.bring_out("seven")
    page = read(life.page)
    assert "Seen by <em>nobody</em>." in page
    assert '<a href="/sources/seven-source/">' in page
    assert release.sha256 in page
    contents = page.split('class="contents"')[1].split("</nav>")[0]
    for title in ("Plans", "Notes", "Sources", "Changes", "Cite this version"):
        assert f">{title}</a>" in contents
    targets = {part.split('"', 1)[0] for part in contents.split('href="#')[1:]}
    assert targets <= {part.split('"', 1)[0] for part in page.split(' id="')[1:]}


def test_a_record_without_notes_and_sources_has_no_empty_parts(life, read) -> None:
    life.write("seven")
    life.press.change(life.record, text="Nothing is cited.")
    life.publish()
    page = read(life.page)
    for anchor in ("notes", "sources"):
        assert f'id="{anchor}"' not in page
        assert f'href="#{anchor}"' not in page


def test_changes_say_what_was_corrected_and_where_to_compare(life, read) -> None:
    life.bring_out("seven")
    assert "Compare" not in read(life.page)
    life.bring_out("eight", note="One more was found.")
    changes = read(life.page).split('id="changes"')[1].split("</section>")[0]
    assert "One more was found." in changes
    assert f'<a href="{life.page}r1/">Release r1</a>' in changes
    assert "<strong>Release r2</strong> (this one)" in changes
    assert f'href="{life.compare(1, 2).replace("&", "&amp;")}">Compare with r1</a>' in changes
    assert f'<a href="{life.shelf}compare/" class="no-print">Compare</a>' in read(life.page)


def test_the_log_has_every_release_and_every_withdrawal(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    log = read(life.log)
    assert f"First publication of this {life.noun.kind}." in log
    assert log.index("One more was found.") < log.index("First publication")
    assert f'href="{life.compare(1, 2).replace("&", "&amp;")}">Compare with r1</a>' in log
    assert f'<link rel="alternate" type="application/atom+xml" title="Corrections" href="{life.feed}">' in log
    life.take_back("Its figures were of <another> state.")
    log = read(life.log)
    assert log.count("Its figures were of &lt;another&gt; state.") == 2
    assert f'href="{life.page}r1/"' not in log
    assert "Compare" not in log
    assert life.noun.newest_words not in log


def test_a_draft_is_nowhere(life, answers, read) -> None:
    life.write("secret")
    assert answers([*life.of_release(1), *life.followers(), life.log]) == {404}
    life.bring_out("seven")
    life.write("secret")
    for address in (*life.of_release(1), *life.followers(), life.log, life.feed):
        assert "secret" not in read(address), address
    assert answers(life.of_release(2)) == {404}


def test_a_release_under_embargo_is_nowhere_until_the_moment_comes(life, answers, read) -> None:
    later = timezone.now() + timedelta(days=2)
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.", visible_from=later)
    assert answers(life.of_release(2)) == {404}
    for address in (*life.of_release(1), *life.followers(), life.log, life.feed):
        found = read(address)
        assert "eight" not in found, address
        assert "One more was found." not in found, address
    with time_machine.travel(later):
        assert answers(life.of_release(2)) == {200}
        for address in (life.page, life.api, life.page + "text.txt"):
            assert "eight" in read(address), address
        for address in (life.log, life.feed, life.api + "releases/"):
            assert "One more was found." in read(address), address


def test_a_first_release_under_embargo_is_nowhere(life, answers) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    assert answers([*life.of_release(1), *life.followers(), life.log]) == {404}


@pytest.mark.parametrize("ending", ["r0/", "r2/", "r99999999999999999999/", "r99999999999999999999/cite.bib"])
def test_releases_that_never_were_are_not_found(life, answers, ending: str) -> None:
    life.bring_out("seven")
    assert answers([life.page + ending]) == {404}


def test_staff_see_no_more_than_readers(life, admin_client) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    assert admin_client.get(life.page, follow=True).status_code == 404


def test_as_many_queries_for_many_releases_as_for_one(life, client, django_assert_max_num_queries) -> None:
    life.bring_out("seven")
    addresses = (life.page, life.page + "r1/", life.log, life.feed, life.page + "cite.bib", life.api + "releases/")
    asked = {}
    for address in addresses:
        with django_assert_max_num_queries(6) as first:
            client.get(address)
        asked[address] = len(first)
    for number in range(2, 6):
        life.bring_out(f"word-{number}", note="Again.")
    for address in addresses:
        with django_assert_max_num_queries(asked[address]):
            client.get(address)


def test_words_of_people_are_never_run(life, read) -> None:
    life.write("seven")
    life.press.change(life.record, lead="<b>lead</b>", text="<script>alert(1)</script>")
    life.publish()
    page = read(life.page)
    assert "<script>alert" not in page
    assert "&lt;b&gt;lead&lt;/b&gt;" in page


def test_a_page_is_three_questions_and_its_answer_in_the_api_two(life, client, django_assert_num_queries) -> None:
    """What stands on its shelf, what is ready of it, and how far the record reaches, of which the API says nothing here."""
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    for address, asked in ((life.page, 3), (life.page + "r1/", 3), (life.log, 3), (life.api, 2)):
        with django_assert_num_queries(asked):
            assert client.get(address).status_code == 200
