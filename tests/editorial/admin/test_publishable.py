"""The way of a reviewed record to the public at the desk: each step writes the record and its history."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from countries.models import CountryProfile, ProfileRelease
from editorial.actions import publishing
from editorial.models import Status, recording
from tests.editorial.admin.taking import take

LIST = reverse("admin:countries_countryprofile_changelist")


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


def form_values(client: Client, profile: CountryProfile) -> dict[str, Any]:
    form = client.get(address("change", profile)).context["adminform"].form
    return {name: "" if (value := form[name].value()) is None else value for name in form.fields}


def newest(profile: CountryProfile) -> tuple[str, str, str, str]:
    version = profile.history.first()
    return (version.history_user.username, version.status, version.history_change_reason, version.public_note)


def offered(client: Client, profile: CountryProfile) -> list[str]:
    return [step.name for step in client.get(address("change", profile)).context["offered"]]


def test_the_whole_way_from_draft_to_a_correction_and_back(at_desk, draft: CountryProfile) -> None:
    researcher, editor = at_desk("researcher"), at_desk("editor", "Editor")
    publisher = at_desk("publisher", "Publisher")

    take(researcher, draft, "submit", reason="First edition")
    draft.refresh_from_db()
    assert (draft.status, draft.submitted_by.username) == (Status.IN_REVIEW, "researcher")
    assert newest(draft) == ("researcher", "in_review", "First edition", "")

    take(editor, draft, "send_back", reason="Note 1 names no document")
    draft.refresh_from_db()
    assert (draft.status, draft.submitted_by) == (Status.DRAFT, None)
    assert newest(draft) == ("editor", "draft", "Note 1 names no document", "")

    take(researcher, draft, "submit", reason="Named it")
    take(editor, draft, "approve", reason="All notes read")
    draft.refresh_from_db()
    assert (draft.status, draft.reviewed_by.username) == (Status.IN_REVIEW, "editor")
    assert newest(draft) == ("editor", "in_review", "All notes read", "")

    take(publisher, draft, "publish", reason="Agreed")
    draft.refresh_from_db()
    assert (draft.status, draft.published_by.username) == (Status.PUBLISHED, "publisher")
    assert newest(draft) == ("publisher", "published", "Agreed", "")
    assert ProfileRelease.objects.get(profile=draft).label == "r1"

    values = form_values(researcher, draft) | {"text": draft.text + "\nA correction.\n", "reason": "Corrected"}
    researcher.post(address("change", draft), values | {"_submit": "1"})
    draft.refresh_from_db()
    assert draft.status == Status.IN_REVIEW
    assert draft.text.endswith("A correction.\n")
    assert newest(draft)[2] == "Corrected"

    take(editor, draft, "approve", reason="Read")
    take(publisher, draft, "publish", public_note="One sentence added.", change_kind="minor")
    release = ProfileRelease.objects.filter(profile=draft).order_by("-number").first()
    assert (release.label, release.change_kind, release.public_note) == ("r2", "minor", "One sentence added.")
    assert newest(draft) == ("publisher", "published", "One sentence added.", "One sentence added.")

    take(publisher, draft, "withdraw", public_reason="The figures were another state's.")
    draft.refresh_from_db()
    assert (draft.status, draft.withdrawal_reason) == (Status.WITHDRAWN, "The figures were another state's.")
    assert newest(draft)[3] == "The figures were another state's."


def test_the_form_says_what_readers_see_before_during_and_after_an_embargo(at_desk, published, person) -> None:
    publisher, editor = person("publisher"), at_desk("editor", "Editor")

    def way() -> str:
        page = editor.get(address("change", published)).content.decode()
        return " ".join(page.split('class="way"')[1].split("<script")[0].split())

    publishing.withdraw(record=published, by=publisher, reason="Wrong", public_reason="Of another state.")
    assert "Withdrawn by publisher" in way()
    assert "r1 (withdrawn)" in way()
    assert 'class="viewsitelink"' not in editor.get(address("change", published)).content.decode()

    with recording(by=person("researcher"), reason="Mended"):
        published.lead = "Mended."
        published.save()
    publishing.submit(record=published, by=person("researcher"), reason="Ready")
    publishing.approve(record=published, by=person("editor"), reason="Read")
    later = timezone.now() + timedelta(days=2)
    publishing.publish(record=published, by=publisher, reason="Agreed", public_note="Mended.", visible_from=later)
    during = way()
    assert "What was published before was withdrawn by publisher" in during
    assert "Readers are told: Of another state." in during
    assert f'Readers see r2 from <time datetime="{later.isoformat()}">' in during
    assert "go on seeing" not in during
    assert 'class="viewsitelink"' not in editor.get(address("change", published)).content.decode()

    with time_machine.travel(later):
        editor = at_desk("editor", "Editor")  # the session before is over by then
        assert "readers go on seeing r2" in way()
        assert "Readers see r2 from" not in way()
        assert 'class="viewsitelink"' in editor.get(address("change", published)).content.decode()


def test_a_text_with_a_problem_is_not_submitted_and_the_message_names_it(at_desk, draft: CountryProfile) -> None:
    with recording(by=None, reason="A slip"):
        draft.text = "Peru signed.[^1] It spoke.[^2]\n\n[^1]: A note.\n"
        draft.save()
    client = at_desk()
    assert "the mark [^2] has no note" in client.get(address("change", draft)).content.decode()
    page = take(client, draft, "submit", reason="Ready", follow=True).content.decode()
    assert "This cannot be submitted yet." in page
    assert "the mark [^2] has no note" in page
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_saving_and_submitting_keeps_the_text_even_when_it_cannot_be_submitted(at_desk, draft) -> None:
    client = at_desk()
    values = form_values(client, draft) | {"text": "Peru signed.[^9]", "reason": "Rewritten", "_submit": "1"}
    page = client.post(address("change", draft), values, follow=True).content.decode()
    assert "the mark [^9] has no note" in page
    draft.refresh_from_db()
    assert (draft.text, draft.status) == ("Peru signed.[^9]", Status.DRAFT)


def test_line_ends_as_browsers_send_them_change_nothing(at_desk, published: CountryProfile) -> None:
    """Saving an untouched form leaves a published edition published, to the last line end."""
    client, before = at_desk(), published.history.count()
    values = {name: str(value).replace("\n", "\r\n") for name, value in form_values(client, published).items()}
    assert "\r\n" in values["text"]
    assert client.post(address("change", published), values | {"reason": "Only looked"}).status_code == 302
    text, status = published.text, published.status
    published.refresh_from_db()
    assert (published.text, published.status, published.history.count()) == (text, status, before)


def test_each_step_is_offered_only_to_those_who_may_take_it(at_desk, draft, person) -> None:
    researcher, editor = at_desk("researcher"), at_desk("editor", "Editor")
    publisher, reader = at_desk("publisher", "Publisher"), at_desk("reader", "Read-only")
    assert [offered(c, draft) for c in (researcher, editor, publisher, reader)] == [["submit"]] * 3 + [[]]

    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    assert offered(researcher, draft) == []
    assert offered(editor, draft) == offered(publisher, draft) == ["approve", "send_back"]
    assert "An editor reviews it." in researcher.get(address("change", draft)).content.decode() or (
        "a second person reviews it" in researcher.get(address("change", draft)).content.decode()
    )

    publishing.approve(record=draft, by=person("editor"), reason="Read")
    assert offered(editor, draft) == ["send_back"]
    assert "A publisher publishes it." in editor.get(address("change", draft)).content.decode()
    assert offered(publisher, draft) == ["publish", "send_back"]

    publishing.publish(record=draft, by=person("publisher"), reason="Agreed")
    assert offered(editor, draft) == []
    assert offered(publisher, draft) == ["withdraw"]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("approve", {"approve-reason": "Read"}),
        ("review_again", {"review_again-reason": "A source"}),
        ("send_back", {"send_back-reason": "No"}),
        ("publish", {"publish-reason": "Agreed"}),
        ("withdraw", {"withdraw-public_reason": "No"}),
    ],
)
def test_a_step_that_the_role_does_not_cover_is_forbidden(at_desk, in_review, step: str, words) -> None:
    before = in_review.history.count()
    assert at_desk("other").post(address(step, in_review), words).status_code == 403
    assert in_review.history.count() == before


def test_nobody_approves_what_they_wrote(at_desk, draft: CountryProfile, person) -> None:
    """The editor corrected a sentence and the researcher submitted it: a third person reviews."""
    with recording(by=person("editor"), reason="One sentence"):
        draft.text = draft.text.replace("unknown", "not known")
        draft.save()
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    editor, other = at_desk("editor", "Editor"), at_desk("other", "Editor")
    assert "approve" not in offered(editor, draft)
    assert "a second person reviews it" in editor.get(address("change", draft)).content.decode()
    assert take(editor, draft, "approve", reason="Read").status_code == 403
    assert "approve" in offered(other, draft)


def test_a_one_person_team_may_approve_its_own_and_the_record_shows_it(at_desk, in_review, settings) -> None:
    settings.MONITOR_REVIEWER_MUST_DIFFER = False
    alone = at_desk("researcher", "Publisher")
    take(alone, in_review, "approve", reason="Read again")
    in_review.refresh_from_db()
    assert in_review.review_waived
    assert "author and reviewer are the same person" in alone.get(address("change", in_review)).content.decode()


@pytest.mark.parametrize("step", ["submit", "approve", "review_again", "send_back", "publish", "withdraw"])
def test_no_step_is_taken_by_a_link(at_desk, draft: CountryProfile, step: str) -> None:
    answer = at_desk("boss", "").get(address(step, draft))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    draft.refresh_from_db()
    assert (draft.status, draft.history.count()) == (Status.DRAFT, 1)


def test_the_author_reads_why_a_draft_came_back_until_it_goes_on(at_desk, in_review, person) -> None:
    editor, researcher = at_desk("editor", "Editor"), at_desk("researcher")
    take(editor, in_review, "send_back", reason="Note 1 names no document")
    page = researcher.get(address("change", in_review)).content.decode()
    assert "Sent back by editor" in page
    assert "Note 1 names no document" in page
    take(researcher, in_review, "submit", reason="Named")
    assert "Sent back by" not in researcher.get(address("change", in_review)).content.decode()


def test_the_reviewer_reads_what_changed_since_the_publication(at_desk, published, person) -> None:
    assert (
        "What changed since" not in at_desk("editor", "Editor").get(address("change", published)).content.decode()
    )
    with recording(by=person("researcher"), reason="Corrected"):
        published.text = published.text.replace("unknown", "36 bombs")
        published.save()
    publishing.submit(record=published, by=person("researcher"), reason="Ready")
    editor = at_desk("editor", "Editor")
    form = editor.get(address("change", published))
    assert "What changed since r1" in form.content.decode()
    compared = editor.get(form.context["changes_url"]).content.decode()
    assert "unknown" in compared
    assert "36 bombs" in compared


def test_the_second_round_begins_with_what_changed_since_the_first(at_desk, in_review, press) -> None:
    editor = at_desk("editor", "Editor")
    assert "since-look" not in editor.get(address("change", in_review)).content.decode()
    take(editor, in_review, "send_back", reason="How many?")
    press.change(in_review, text=in_review.text.replace("unknown", "36 <bombs>"))
    publishing.submit(record=in_review, by=press.researcher, reason="Counted")
    page = editor.get(address("change", in_review)).content.decode()
    folded = page.split('class="since-look')[1].split("On a page of its own")[0]
    assert "What changed since you read it last" in folded
    assert "36 &lt;bombs&gt;" in folded
    link = folded.rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert "36 &lt;bombs&gt;" in editor.get(link).content.decode()


def test_an_author_who_goes_on_writing_was_not_sent_back(at_desk, in_review, person) -> None:
    with recording(by=person("researcher"), reason="One more sentence"):
        in_review.text += "\nMore.\n"
        in_review.save()
    page = at_desk("researcher").get(address("change", in_review)).content.decode()
    assert in_review.status == Status.DRAFT
    assert "Sent back by" not in page


def test_what_is_missing_is_asked_for_again_with_the_words_kept(
    at_desk, published: CountryProfile, person
) -> None:
    with recording(by=person("researcher"), reason="Corrected"):
        published.lead += " It ratified in 2012."
        published.save()
    publishing.submit(record=published, by=person("researcher"), reason="Ready")
    publishing.approve(record=published, by=person("editor"), reason="Read")
    answer = take(at_desk("publisher", "Publisher"), published, "publish", public_note="Ratification added.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Ratification added." in page
    assert "This field is required" in page
    assert published.releases.count() == 1


def test_an_unfinished_send_back_writes_nothing(at_desk, in_review: CountryProfile) -> None:
    answer = take(at_desk("editor", "Editor"), in_review, "send_back", reason=" ")
    assert answer.status_code == 422
    in_review.refresh_from_db()
    assert in_review.status == Status.IN_REVIEW


def test_a_step_taken_meanwhile_is_refused_with_its_reason(at_desk, in_review: CountryProfile, person) -> None:
    editor = at_desk("editor", "Editor")
    publishing.send_back(record=in_review, by=person("second"), reason="No source")
    page = take(editor, in_review, "approve", reason="Read", follow=True).content.decode()
    assert "Only a record in review" in page


def test_a_published_edition_is_not_deleted(at_desk, published: CountryProfile) -> None:
    answer = at_desk("publisher", "Publisher").post(
        address("delete", published), {"post": "yes", "reason": "Tidying"}, follow=True
    )
    assert "what was published stays published" in answer.content.decode()
    assert CountryProfile.objects.filter(pk=published.pk).exists()


def test_the_list_shows_what_one_decides_by(at_desk, in_review: CountryProfile, person) -> None:
    with recording(by=person("editor"), reason="Second draft"):
        CountryProfile.objects.create(
            country=in_review.country, theme=in_review.theme, edition=2010, text="Mark.[^1] And [@nobody]."
        )
    rows = {row.edition: row for row in at_desk().get(LIST).context["cl"].result_list}
    page = at_desk().get(LIST).content.decode()
    assert (rows[2009].problem_count, rows[2010].problem_count) == (0, 2)
    assert rows[2010].newest_version.history_user.username == "editor"
    assert "In review" in page
    assert 'class="problem-count">2<' in page


def test_the_list_asks_as_many_questions_for_many_editions_as_for_one(at_desk, draft: CountryProfile) -> None:
    client = at_desk()
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    with recording(by=None, reason="Many"):
        for year in range(2010, 2030):
            CountryProfile.objects.create(country=draft.country, theme=draft.theme, edition=year, text=draft.text)
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(one)
    assert not [q for q in many if '"countries_countryprofile"."text",' in q["sql"]], "texts stay in the database"


def test_the_number_of_problems_follows_the_text_and_the_library(at_desk, draft: CountryProfile, sources) -> None:
    client = at_desk()

    def problems() -> int:
        return client.get(LIST).context["cl"].result_list[0].problem_count

    assert problems() == 0
    with recording(by=None, reason="Cites a source that is not there yet"):
        draft.text += "\nSee [@later-2010].\n"
        draft.save()
    assert problems() == 1
    with recording(by=None, reason="Now it is"):
        type(sources[0]).objects.create(key="later-2010", title="Later")
    assert problems() == 0


def test_the_form_has_a_preview_and_room_for_a_lead_of_some_sentences(at_desk, draft: CountryProfile) -> None:
    client = at_desk()
    page = client.get(address("change", draft)).content.decode()
    assert f'<a href="{address("preview", draft)}">Preview</a>' in page
    lead = page.split('id="id_lead"')[0].rpartition("<textarea")[2]
    assert 'rows="4"' in lead
    assert "Preview</a>" not in client.get(reverse("admin:countries_countryprofile_add")).content.decode()


def test_the_form_of_a_published_record_reads_each_thing_about_once(
    at_desk, published: CountryProfile, django_assert_max_num_queries
) -> None:
    client, there = at_desk("editor", "Editor"), address("change", published)
    client.get(there)
    with django_assert_max_num_queries(34) as asked:
        assert client.get(there).status_code == 200
    assert not [
        one for one in asked.captured_queries if '"countries_profilerelease"."resolved_text"' in one["sql"]
    ]
