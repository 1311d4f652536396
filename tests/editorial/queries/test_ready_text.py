"""What is served of a release is what its release says, made by this build of the code, or it is made at once."""

from __future__ import annotations

from datetime import timedelta

import time_machine
from django.utils import timezone

from editorial.actions.ready_text import ready_texts
from editorial.queries.ready_text import (
    ADDRESS_MARK,
    answer_of,
    made_answer,
    made_from,
    made_page,
    marked,
    page_of,
)
from tests.factories.public_life import answers, life, read

__all__ = ["answers", "life", "read"]

LIE = "another text"


def rows(life):
    return ready_texts(life.noun.model)


def test_what_is_stored_is_what_would_be_made_now(life) -> None:
    release = life.bring_out("seven")
    kept = rows(life).get(release=release)
    whole = type(release).objects.get(pk=release.pk)
    assert (kept.page, kept.answer, kept.made_from) == (made_page(whole), made_answer(whole), made_from(whole))
    assert "It holds seven bombs." in kept.page


def test_it_is_served_by_one_query(life, django_assert_num_queries) -> None:
    release = life.bring_out("seven")
    rows(life).update(page=LIE, answer=LIE)
    for served in (page_of, answer_of):
        with django_assert_num_queries(1):
            assert served(release) == LIE


def test_what_another_build_made_is_made_anew(life, read, monkeypatch) -> None:
    release = life.bring_out("seven")
    rows(life).update(page=LIE, answer=LIE)
    monkeypatch.setattr("editorial.queries.ready_text.build", lambda: "newer")
    whole = type(release).objects.get(pk=release.pk)
    assert (page_of(release), answer_of(release)) == (made_page(whole), made_answer(whole))
    for address in (life.page, life.page + "r1/", life.api):
        assert "It holds seven bombs." in read(address)
        assert LIE not in read(address)


def test_where_none_is_stored_it_is_made(life, read) -> None:
    life.bring_out("seven")
    before = [read(address) for address in (life.page, life.api)]
    rows(life).all().delete()
    assert [read(address) for address in (life.page, life.api)] == before


def test_what_is_ready_of_a_withdrawn_release_is_never_served(life, answers) -> None:
    release = life.bring_out("seven")
    (stored,) = rows(life).all()
    life.take_back()
    assert not rows(life).exists()
    stored.save(force_insert=True)  # as if somebody had put it back
    assert answers([*life.of_release(1), *life.followers()]) == {410}
    life.bring_out("eight", note="Of this state.")
    assert answers(life.of_release(1)) == {410}
    assert "seven" not in page_of(type(release).objects.get(number=2))


def test_what_is_ready_before_the_end_of_an_embargo_waits_for_it(life, answers, read) -> None:
    later = timezone.now() + timedelta(days=2)
    life.bring_out("seven", visible_from=later)
    rows(life).update(page=made_page(life.noun.model.objects.get()).replace("seven", LIE))
    assert answers([*life.of_release(1), *life.followers()]) == {404}
    with time_machine.travel(later):
        assert LIE in read(life.page)


def test_only_paths_of_this_site_are_marked() -> None:
    said = '{"url":"/a/","page":"https://b/","text":"\\"url\\":\\"/x/\\""}'
    assert marked(said) == said.replace('"/a/"', f'"{ADDRESS_MARK}/a/"')


def test_a_profile_that_turns_out_to_be_in_another_language_is_shown_in_it(
    press, peru, ban_policy, client
) -> None:
    release = press.edition(peru, ban_policy)
    press.change(release.profile, language="es")
    page = client.get(release.profile.get_absolute_url()).content.decode()
    assert '<div class="prose" lang="es">' in page
