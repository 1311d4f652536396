"""The source library at the desk."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, CountryProfile
from editorial.actions.source_library import merge_sources
from editorial.models import Source, recording
from editorial.queries import alike_sources

pytestmark = pytest.mark.usefixtures("team_of_one")

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


def test_the_form_says_that_another_entry_was_merged_into_it(at_desk, sources, person) -> None:
    merge_sources(source=sources[2], into=sources[1], by=person("editor"), reason="The same day")
    page = at_desk().get(reverse("admin:editorial_source_change", args=[sources[1].pk])).content.decode()
    assert "another entry was merged into it" in page


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


def change(source: Source) -> str:
    return reverse("admin:editorial_source_change", args=[source.pk])


def values_of(client, source: Source) -> dict:
    form = client.get(change(source)).context["adminform"].form
    found = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    return found | {"reason": "Compared with the document"}


def test_taking_the_mark_away_notes_the_day_and_who(at_desk, sources) -> None:
    client = at_desk()
    values = values_of(client, sources[1])
    values.pop("to_be_checked")
    assert client.post(change(sources[1]), values).status_code == 302
    sources[1].refresh_from_db()
    assert (sources[1].to_be_checked, sources[1].compared_by) == (False, "researcher")
    assert sources[1].compared_on == timezone.localdate()


def test_another_day_and_name_are_kept_and_a_day_to_come_is_refused(at_desk, sources) -> None:
    client = at_desk()
    values = values_of(client, sources[1])
    values.pop("to_be_checked")
    late = (timezone.localdate() + timedelta(days=1)).isoformat()
    page = client.post(change(sources[1]), values | {"compared_on": late}).content.decode()
    assert "This day is still to come." in page
    client.post(change(sources[1]), values | {"compared_on": "2026-03-05", "compared_by": "Ana Ruiz"})
    sources[1].refresh_from_db()
    assert (sources[1].compared_on, sources[1].compared_by) == (date(2026, 3, 5), "Ana Ruiz")


def test_a_source_that_is_to_be_checked_again_forgets_who_compared_it(at_desk, sources) -> None:
    client = at_desk()
    client.post(change(sources[0]), values_of(client, sources[0]) | {"to_be_checked": "on"})
    sources[0].refresh_from_db()
    assert (sources[0].to_be_checked, sources[0].compared_on, sources[0].compared_by) == (True, None, "")


def test_the_list_to_go_down_begins_with_what_nobody_compared(at_desk, sources) -> None:
    page = at_desk().get(LIST)
    assert [source.key for source in page.context["cl"].result_list] == [
        "peru-oslo-2008",
        "laRepublica-2007-05-29",
        "oslo-notes-2008",
    ]
    assert "5 March 2026, Ana Ruiz" in page.content.decode()


ALIKE = reverse("admin:editorial_source_alike")


def test_entries_that_may_be_one_document_stand_together_with_the_way_to_merge_them(at_desk, sources) -> None:
    with recording(by=None, reason="Made for a test"):
        one = Source.objects.create(key="a", title="A page", url="https://www.site.example/page/")
        other = Source.objects.create(key="b", title="Another", url="http://site.example/page#top")
        Source.objects.create(key="c", title="“Conferencia en Lima”")
    client = at_desk()
    page = client.get(ALIKE)
    assert [[source.key for source in alike.sources] for alike in page.context["found"]] == [
        ["a", "b"],
        ["c", "laRepublica-2007-05-29"],
    ]
    assert "The same address: site.example/page" in page.content.decode()
    asked = client.post(LIST, {"action": "merge", "_selected_action": [one.pk, other.pk]})
    assert list(asked.context["sources"]) == [one, other]


def test_dates_symbols_and_authors_tell_entries_of_one_title_apart(at_desk, db) -> None:
    with recording(by=None, reason="Made for a test"):
        Source.objects.create(key="a", title="Article 7 Report", document_date="2012")
        Source.objects.create(key="b", title="Article 7 Report", document_date="2013")
        Source.objects.create(key="c", title="Article 7 Report")
    assert [[s.key for s in alike.sources] for alike in at_desk().get(ALIKE).context["found"]] == [["a", "c"]]
    with CaptureQueriesContext(connection) as queries:
        alike_sources()
    assert len(queries) == 1


def test_nothing_alike_is_said(at_desk, sources) -> None:
    assert "No two entries share an address or a title." in at_desk().get(ALIKE).content.decode()
