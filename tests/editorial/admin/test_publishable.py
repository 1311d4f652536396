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


@pytest.fixture
def in_review(draft: CountryProfile, person) -> CountryProfile:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    return draft


@pytest.fixture
def approved(in_review: CountryProfile, person) -> CountryProfile:
    publishing.approve(record=in_review, by=person("editor"), reason="Read")
    return in_review


@pytest.fixture
def published(approved: CountryProfile, person) -> CountryProfile:
    publishing.publish(record=approved, by=person("publisher"), reason="Agreed")
    return approved


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


class TestSmallChange:
    """An editor corrects a word in the form and says so."""

    def test_it_is_offered_to_who_may_review_before_publication(self, at_desk, draft, person) -> None:
        researcher, editor = at_desk("researcher"), at_desk("editor", "Editor")
        box = 'name="small_change"'
        assert box not in researcher.get(address("change", draft)).content.decode()
        assert box in editor.get(address("change", draft)).content.decode()
        assert box not in editor.get(reverse("admin:countries_countryprofile_add")).content.decode()
        publishing.submit(record=draft, by=person("researcher"), reason="Ready")
        publishing.approve(record=draft, by=person("editor"), reason="Read")
        publishing.publish(record=draft, by=person("publisher"), reason="Out")
        assert box not in editor.get(address("change", draft)).content.decode()

    def test_the_editor_stays_a_reviewer_and_the_publisher_sees_each_word(self, at_desk, in_review) -> None:
        editor, publisher = at_desk("editor", "Editor"), at_desk("publisher", "Publisher")
        values = form_values(editor, in_review) | {
            "text": in_review.text.replace("The size", "The siez"),
            "small_change": "on",
            "reason": "Typing",
        }
        assert editor.post(address("change", in_review), values).status_code == 302
        in_review.refresh_from_db()
        assert in_review.status == Status.IN_REVIEW
        assert newest(in_review)[2] == "Typing; small change (spelling, typing)"
        assert "approve" in offered(editor, in_review)
        take(editor, in_review, "approve", reason="Read")
        page = publisher.get(address("change", in_review)).content.decode()
        assert "<del>size</del> <ins>siez</ins>" in page.split('class="small-changes"')[1]
        history = editor.get(address("history", in_review)).content.decode()
        assert "small change (spelling, typing)" in history
        assert take(publisher, in_review, "publish", reason="Agreed").status_code == 302

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"text": "Peru signed on 4 December 2008.[^1]\n\n[^1]: A note.\n"}, "A figure"),
            ({"language": "es"}, "More than the lead and the text differs: Language"),
        ],
    )
    def test_more_than_that_is_refused_in_the_form_with_the_words_kept(
        self, at_desk, in_review, changes: dict[str, str], why: str
    ) -> None:
        editor = at_desk("editor", "Editor")
        before = in_review.history.count()
        values = form_values(editor, in_review) | changes | {"small_change": "on", "reason": "Typing"}
        answer = editor.post(address("change", in_review), values)
        assert answer.status_code == 200
        assert why in answer.content.decode()
        assert next(iter(changes.values())).splitlines()[0] in answer.content.decode()
        assert in_review.history.count() == before

    def test_a_researcher_who_sends_the_mark_all_the_same_is_an_author(self, at_desk, in_review) -> None:
        client = at_desk("other")
        values = form_values(client, in_review) | {"lead": in_review.lead + " More.", "small_change": "on"}
        client.post(address("change", in_review), values | {"reason": "More"})
        in_review.refresh_from_db()
        assert in_review.status == Status.DRAFT

    def test_who_corrected_and_approved_does_not_publish(self, at_desk, in_review) -> None:
        alone = at_desk("alone", "Publisher")
        values = form_values(alone, in_review) | {"lead": in_review.lead.replace("signed", "singed")}
        alone.post(address("change", in_review), values | {"small_change": "on", "reason": "Typing"})
        take(alone, in_review, "approve", reason="Read")
        page = alone.get(address("change", in_review))
        assert "publish" not in [step.name for step in page.context["offered"]]
        assert "a second person publishes it" in page.content.decode()
        assert take(alone, in_review, "publish", reason="Out").status_code == 403


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


@pytest.mark.parametrize(
    ("step", "who", "said"),
    [
        ("submit", "Researcher", {"reason": "Mine to submit"}),
        ("approve", "Editor", {"reason": "All notes read"}),
        ("send_back", "Editor", {"reason": "Note 1 names nothing"}),
        ("publish", "Publisher", {"public_note": "Figures added.", "change_kind": "minor"}),
        ("withdraw", "Publisher", {"public_reason": "Of another state."}),
    ],
)
def test_a_step_on_another_version_than_was_read_is_refused_and_shows_what_changed(
    at_desk, published: CountryProfile, person, step: str, who: str, said: dict[str, str]
) -> None:
    """Somebody reads; the author saves and brings it back to the same place; the step of the first is refused."""
    researcher, editor = person("researcher"), person("editor")

    def bring_on(words: str) -> None:
        with recording(by=researcher, reason=f"It says {words}"):
            published.text = published.text.replace("unknown", words)
            published.save()
        if step != "submit":
            publishing.submit(record=published, by=researcher, reason="Ready")
        if step == "publish":
            publishing.approve(record=published, by=editor, reason="Read")

    bring_on("unknown, and large")
    somebody = at_desk("somebody", who)
    form = next(
        one.form for one in somebody.get(address("change", published)).context["offered"] if one.name == step
    )
    read = form["read"].value()
    bring_on("unknown <36 bombs>")

    before = published.history.count()
    answer = take(somebody, published, step, read=read, **said)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "This was changed since you opened it" in page
    assert "It says unknown &lt;36 bombs&gt;" in page, "the act, with its reason"
    assert "<ins>" in page
    assert "36 bombs" in page.split('class="compare-field"')[1]
    for words in said.values():
        assert words in page
    published.refresh_from_db()
    assert (published.history.count(), published.releases.count()) == (before, 1)

    again = answer.context["step"].form["read"].value()
    assert take(somebody, published, step, read=again, **said).status_code == 302, "read by now"
    assert published.history.count() == before + 1


def test_a_source_that_changed_under_an_approval_leads_to_a_new_one(at_desk, draft, person, sources) -> None:
    """The publisher is told which line of which source; the reviewer sees exactly that, and approves again."""
    with recording(by=person("researcher"), reason="Cites"):
        draft.text = f"Peru signed.[^1]\n\n[^1]: [@{sources[0].key}].\n"
        draft.save()
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    editor, publisher = at_desk("editor", "Editor"), at_desk("publisher", "Publisher")
    read = next(one for one in publisher.get(address("change", draft)).context["offered"] if one.name == "publish")
    with recording(by=person("researcher"), reason="As printed"):
        was, sources[0].title = sources[0].title, "Another <title>"
        sources[0].save()

    answer = take(publisher, draft, "publish", read=str(read.form["read"].value()), reason="Agreed")
    page = answer.content.decode()
    assert (answer.status_code, draft.releases.count()) == (422, 0)
    assert "This is not what was approved" in page
    assert f"Source {sources[0].key}, citation" in page
    assert was in page
    assert "Another &lt;title&gt;" in page
    assert "Agreed" in page, "what was typed stays"
    assert f'action="{address("review_again", draft)}"' in page

    shown = editor.get(address("change", draft))
    assert [one.name for one in shown.context["offered"]] == ["review_again", "send_back"]
    assert "What would be published is not what editor approved" in shown.content.decode()
    asked = next(one for one in shown.context["offered"] if one.name == "review_again").form["reason"].value()
    assert f"Source {sources[0].key}, citation" in asked
    take(publisher, draft, "review_again", reason=asked)
    assert newest(draft)[:2] == ("publisher", "in_review")
    assert f"Source {sources[0].key}, citation" in newest(draft)[2]

    shown = editor.get(address("change", draft))
    assert [one.words for one in shown.context["offered"]] == ["Approve again", "Send back"]
    assert "editor approved this on" in shown.content.decode()
    assert "Another &lt;title&gt;" in shown.content.decode().split('class="otherwise"')[1]
    take(editor, draft, "approve", reason="Compared")
    assert "otherwise" not in editor.get(address("change", draft)).content.decode().split('class="way"')[1]
    assert take(publisher, draft, "publish", reason="Agreed").status_code == 302
    assert "Another &lt;title&gt;" in draft.releases.get().notes_html


def test_a_form_that_does_not_say_what_was_read_is_refused(at_desk, in_review: CountryProfile) -> None:
    answer = at_desk("editor", "Editor").post(address("approve", in_review), {"approve-reason": "All notes read"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "did not say which version you had read" in page
    assert "All notes read" in page
    in_review.refresh_from_db()
    assert in_review.reviewed_at is None


def test_words_typed_for_a_step_that_is_not_open_any_more_can_be_read_on_its_page(
    at_desk, in_review: CountryProfile, person
) -> None:
    editor = at_desk("editor", "Editor")
    read = editor.get(address("change", in_review)).context["offered"][0].form["read"].value()
    publishing.send_back(record=in_review, by=person("second"), reason="No source")
    answer = take(editor, in_review, "approve", read=read, reason="Fifteen notes read")
    page = answer.content.decode()
    assert "Fifteen notes read" in page
    assert "This step is not open any more" in page
    assert f'action="{address("approve", in_review)}"' not in page
    assert "Steps on its way to the public" in page


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
