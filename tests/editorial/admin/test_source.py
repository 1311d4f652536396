"""The source library at the desk."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from countries.models import Country, CountryProfile
from editorial.models import Source, recording

LIST = reverse("admin:editorial_source_changelist")


@pytest.fixture
def cited(draft: CountryProfile, sources: list[Source]) -> CountryProfile:
    with recording(by=None, reason="Cited"):
        draft.text = "Peru spoke.[^1] It signed.\n\n[^1]: [@peru-oslo-2008, p. 2]; see also [@oslo-notes-2008].\n"
        draft.save()
    return draft


def test_the_form_says_where_a_source_is_used(at_desk, cited: CountryProfile, sources, peru: Country) -> None:
    with recording(by=None, reason="Named"):
        peru.source = sources[1]
        peru.save()
    page = at_desk().get(reverse("admin:editorial_source_change", args=[sources[1].pk])).content.decode()
    assert reverse("admin:countries_countryprofile_change", args=[cited.pk]) in page
    assert "(note 1, p. 2)" in page
    assert "1 countries name it" in page


def test_a_source_on_which_nothing_rests_says_so(at_desk, sources) -> None:
    page = at_desk().get(reverse("admin:editorial_source_change", args=[sources[0].pk])).content.decode()
    assert "Nothing rests on it." in page


def test_the_list_shows_what_is_to_be_checked_and_how_often_each_is_used(at_desk, cited) -> None:
    client = at_desk()
    page = client.get(LIST, {"to_be_checked__exact": "1"})
    assert [source.key for source in page.context["cl"].result_list] == ["peru-oslo-2008"]
    assert {source.key: source.use_count for source in client.get(LIST).context["cl"].result_list} == {
        "laRepublica-2007-05-29": 0,
        "oslo-notes-2008": 1,
        "peru-oslo-2008": 1,
    }


def test_the_list_asks_as_many_questions_for_many_sources_as_for_few(at_desk, sources) -> None:
    client = at_desk()
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    with recording(by=None, reason="Many"):
        for i in range(30):
            Source.objects.create(key=f"source-{i}", title=f"Title {i}")
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(few)


def test_merging_asks_first_and_writes_only_after_the_confirmation(at_desk, cited, sources) -> None:
    client = at_desk()
    chosen = {"action": "merge", "_selected_action": [sources[1].pk, sources[2].pk]}
    asked = client.post(LIST, chosen)
    assert asked.status_code == 200
    assert "Statement by Peru" in asked.content.decode()
    assert Source.objects.in_library().count() == 3

    without_reason = client.post(LIST, chosen | {"confirmed": "yes", "keep": sources[1].pk, "reason": ""})
    assert "This field is required" in without_reason.content.decode()
    assert Source.objects.in_library().count() == 3

    done = client.post(
        LIST, chosen | {"confirmed": "yes", "keep": sources[1].pk, "reason": "The same statement"}, follow=True
    )
    assert "1 merged into peru-oslo-2008." in done.content.decode()
    sources[2].refresh_from_db()
    assert sources[2].merged_into == sources[1]
    version = sources[2].history.first()
    assert (version.history_user.username, version.history_change_reason) == ("researcher", "The same statement")
    assert {use.source.key for use in sources[1].uses.all()} == {"peru-oslo-2008"}
    assert sources[1].uses.count() == 2


def test_one_source_alone_cannot_be_merged(at_desk, sources) -> None:
    answer = at_desk().post(LIST, {"action": "merge", "_selected_action": [sources[1].pk]}, follow=True)
    assert "Choose two to twenty sources" in answer.content.decode()


def test_who_may_only_read_cannot_merge(at_desk, sources) -> None:
    client = at_desk("reader", "Read-only")
    chosen = {"action": "merge", "_selected_action": [sources[1].pk, sources[2].pk]}
    client.post(LIST, chosen | {"confirmed": "yes", "keep": sources[1].pk, "reason": "Try"})
    assert Source.objects.in_library().count() == 3
