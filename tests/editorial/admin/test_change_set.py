"""The page on which a second person reads a proposed change and decides."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, CountryName, Treaty, TreatyAction
from editorial.actions.confirming import fingerprint
from editorial.actions.proposing import propose
from editorial.models import ChangeSet, ReviewComment
from editorial.rules.calendar import spoken
from editorial.rules.roles import EDITOR, PUBLISHER, READ_ONLY, RESEARCHER

pytestmark = pytest.mark.usefixtures("peru_is_sourced")

LIST = reverse("admin:editorial_changeset_changelist")


@pytest.fixture
def proposed(peru: Country, person: Any) -> ChangeSet:
    def act() -> None:
        country = Country.objects.get(pk=peru.pk)
        country.name = "Perù"
        country.save()
        CountryName.objects.create(country=peru, name="Pérou", kind="also")

    made = propose(act, by=person("researcher"), reason="As the UN writes", public_note="Spelling.").change_set
    assert made is not None
    return made


def page_of(made: ChangeSet, page: str = "change") -> str:
    return reverse(f"admin:editorial_changeset_{page}", args=[made.pk])


def read_on(client: Client, made: ChangeSet) -> dict[str, str]:
    return {"read": client.get(page_of(made)).context["read"]}


@pytest.fixture
def editor(at_desk: Any) -> Client:
    return at_desk("editor", EDITOR)


def test_the_page_says_what_becomes_of_each_field_and_why(editor: Client, proposed: ChangeSet) -> None:
    words = editor.get(page_of(proposed)).content.decode()
    for expected in (
        "<del>Peru</del>",
        "<ins>Perù</ins>",
        "<ins>Pérou</ins>",
        "As the UN writes",
        "Spelling.",
        "New",
    ):
        assert expected in words
    assert "researcher" in words
    assert ">Confirm</button>" in words


def test_the_editor_confirms_what_was_read_and_goes_to_the_next(
    editor: Client, proposed: ChangeSet, peru: Country, person: Any
) -> None:
    other = propose(
        lambda: CountryName.objects.create(country=peru, name="Piruw", kind="also"),
        by=person("researcher"),
        reason="In Quechua",
    ).change_set
    assert other is not None
    done = editor.post(page_of(proposed, "confirm"), read_on(editor, proposed) | {"words": "Right."}, follow=True)
    peru.refresh_from_db()
    assert peru.name == "Perù"
    assert str(peru.history.latest().confirmed_by) == "editor"
    assert done.redirect_chain[-1][0] == page_of(other)
    assert "Confirmed. Readers see it now" in " ".join(map(str, done.context["messages"]))


def test_an_older_page_confirms_nothing(editor: Client, proposed: ChangeSet, peru: Country, person: Any) -> None:
    read = read_on(editor, proposed)
    propose(
        lambda: CountryName.objects.create(country=peru, name="Piruw", kind="also"),
        by=person("researcher"),
        reason="One more",
        amending=proposed,
    )
    done = editor.post(page_of(proposed, "confirm"), read, follow=True)
    assert "This was changed since you opened it" in " ".join(map(str, done.context["messages"]))
    assert "Piruw" in done.content.decode()
    peru.refresh_from_db()
    assert peru.name == "Peru"


def test_declining_asks_for_words(editor: Client, proposed: ChangeSet) -> None:
    refused = editor.post(page_of(proposed, "decline"), read_on(editor, proposed), follow=True)
    assert "Say why this is declined" in " ".join(map(str, refused.context["messages"]))
    editor.post(page_of(proposed, "decline"), read_on(editor, proposed) | {"words": "The list says Peru."})
    proposed.refresh_from_db()
    assert (proposed.state, proposed.decision_words) == ("declined", "The list says Peru.")


def test_its_author_sees_no_button_to_confirm_and_is_refused(
    at_desk: Any, proposed: ChangeSet, peru: Country
) -> None:
    author = at_desk("researcher", EDITOR)  # who reviews others
    page = author.get(page_of(proposed))
    assert ">Confirm</button>" not in page.content.decode()
    assert "Take it back" in page.content.decode()
    author.post(page_of(proposed, "confirm"), {"read": page.context["read"]})
    peru.refresh_from_db()
    assert peru.name == "Peru"
    author.post(page_of(proposed, "take_back"), {"read": page.context["read"]})
    proposed.refresh_from_db()
    assert proposed.state == "taken_back"


@pytest.mark.parametrize("role", [RESEARCHER, READ_ONLY])
def test_who_does_not_review_decides_nothing(at_desk: Any, proposed: ChangeSet, role: str) -> None:
    somebody = at_desk("somebody", role)
    read = read_on(somebody, proposed)
    for decision in ("confirm", "decline"):
        assert somebody.post(page_of(proposed, decision), read | {"words": "No."}).status_code == 403
    proposed.refresh_from_db()
    assert proposed.is_open


def test_what_stands_against_it_is_said_before_anybody_presses(
    editor: Client, proposed: ChangeSet, peru: Country
) -> None:
    peru.name = "Piru"
    peru.save()
    words = editor.get(page_of(proposed)).content.decode()
    assert "This cannot be confirmed as it is." in words
    assert "is “Piru” now" in words
    assert ">Confirm</button>" not in words


def test_an_accession_shows_what_it_would_lead_to(editor: Client, peru: Country, person: Any) -> None:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    made = propose(
        lambda: TreatyAction.objects.create(
            treaty=ccm, country=peru, kind="accession", date="2012-09-26", source=peru.source
        ),
        by=person("researcher"),
        reason="Depositary notification",
    ).change_set
    assert made is not None
    trial = editor.get(page_of(made)).context["trial"]
    led = {one.about: (one.now, one.then) for one in trial.effects}
    assert led[f"CCM: States Parties, by deposit, {spoken(timezone.localdate())}"] == ("0", "1")
    assert not TreatyAction.objects.exists()


def test_the_list_begins_with_what_waits_and_finds_by_words(editor: Client, proposed: ChangeSet) -> None:
    page = editor.get(LIST, {"state__exact": "open", "q": "Pérou"})
    assert page.context["title"] == "Proposed changes"
    assert str(proposed) in page.content.decode()
    assert str(proposed) not in editor.get(LIST, {"q": "Chad"}).content.decode()


def test_nobody_adds_or_deletes_one_by_hand(editor: Client, proposed: ChangeSet) -> None:
    assert editor.get(reverse("admin:editorial_changeset_add")).status_code == 403
    assert editor.post(page_of(proposed, "delete"), {"post": "yes"}).status_code == 403
    assert ChangeSet.objects.count() == 1


def test_the_first_page_of_the_desk_leads_to_it(editor: Client, at_desk: Any, proposed: ChangeSet) -> None:
    work = {task.title: task for task in editor.get(reverse("admin:index")).context["work"]}
    assert [item.title for item in work["Changes to confirm"].items] == [str(proposed)]
    own = {task.title: task for task in at_desk().get(reverse("admin:index")).context["work"]}
    assert [item.title for item in own["My proposed changes"].items] == [str(proposed)]
    assert "Changes to confirm" not in own


def test_a_new_record_that_is_only_proposed_is_gone_on_with_in_its_form(at_desk: Any, peru: Country) -> None:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    desk = at_desk()
    values = {"treaty": ccm.pk, "country": peru.pk, "kind": "signature", "date": "2008-12-03", "reason": "Oslo"}
    desk.post(reverse("admin:countries_treatyaction_add"), values)
    made = ChangeSet.objects.get()
    where = desk.get(page_of(made)).context["edit_url"]
    form = desk.get(where)
    words = form.content.decode()
    assert "The form shows what you propose" in words
    assert 'name="_save"' in words
    assert "deletelink" not in words
    assert "_addanother" not in words
    assert form.context["adminform"].form["reason"].value() == "Oslo"
    mended = values | {"date": "2008-12-04", "reason": "Read again", "seen_version": form.context["mark"]}
    done = desk.post(where, mended, follow=True)
    made.refresh_from_db()
    assert done.redirect_chain[-1][0] == page_of(made)
    assert (made.rows.get().after["date"], made.reason, made.revision) == ("2008-12-04", "Read again", 2)
    assert not TreatyAction.objects.exists()


def test_a_fact_without_a_source_is_said_to_be_without(
    editor: Client, peru: Country, sources: Any, person: Any
) -> None:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")

    def entered(**more: Any) -> ChangeSet:
        values = {"treaty": ccm, "country": peru, "kind": "signature", "date": "2008-12-03", **more}
        made = propose(
            lambda: TreatyAction.objects.create(**values), by=person("researcher"), reason="Oslo"
        ).change_set
        assert made is not None
        return made

    assert "No source is named." in editor.get(page_of(entered())).content.decode()
    sourced = editor.get(page_of(entered(source=sources[0]))).content.decode()
    assert "No source is named." not in sourced
    assert sources[0].line() in html.unescape(sourced)


class TestSeveralRecords:
    @pytest.fixture
    def both(self, peru: Country, person: Any) -> ChangeSet:
        def act() -> None:
            CountryName.objects.create(country=peru, name="Pérou", kind="also")
            Country.objects.create(name="Chile", slug="chile", iso3="CHL", source=peru.source)

        made = propose(act, by=person("researcher"), reason="Names").change_set
        assert made is not None
        return made

    def test_each_has_a_tick_and_what_is_not_ticked_is_left_out(
        self, editor: Client, both: ChangeSet, peru: Country
    ) -> None:
        page = editor.get(page_of(both))
        words = page.content.decode()
        assert words.count('name="take"') == 2
        assert words.count(" checked>") == 2
        chosen = {"read": page.context["read"], "choose": "1", "take": str(peru.public_id)}
        refused = editor.post(page_of(both, "confirm"), chosen, follow=True)
        assert "Say why the rest is left out" in told(refused)
        editor.post(page_of(both, "confirm"), chosen | {"words": "Chile is there."})
        assert CountryName.objects.get().name == "Pérou"
        assert not Country.objects.filter(name="Chile").exists()
        assert "Left out" in editor.get(page_of(both)).content.decode()

    def test_what_the_chosen_ones_would_lead_to_is_shown_before(
        self, editor: Client, both: ChangeSet, peru: Country
    ) -> None:
        Country.objects.create(name="Chile", slug="chile", iso3="CHL")
        page = editor.get(page_of(both))
        assert page.context["trial"].conflicts
        chosen = {"read": page.context["read"], "choose": "1", "take": str(peru.public_id), "words": "Not Chile."}
        tried = editor.post(page_of(both, "try"), chosen)
        assert tried.status_code == 200
        assert tried.context["trial"].conflicts == ()
        assert tried.content.decode().count(" checked>") == 1
        assert "Not Chile.</textarea>" in tried.content.decode()
        assert not CountryName.objects.exists()

    def test_nonsense_for_a_choice_is_no_choice(self, editor: Client, both: ChangeSet) -> None:
        sent = {**read_on(editor, both), "choose": "1", "take": "'; drop table", "words": "None."}
        assert "Nothing is chosen" in told(editor.post(page_of(both, "confirm"), sent, follow=True))


def test_what_a_long_set_would_lead_to_is_shown_when_it_is_asked_for(
    editor: Client, peru: Country, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act() -> None:
        for name in ("Chile", "Chad"):
            Country.objects.create(name=name, slug=name.lower(), iso3=name[:3].upper(), source=peru.source)

    monkeypatch.setattr("editorial.admin.change_set.TRIED_AT_ONCE", 1)
    made = propose(act, by=person("researcher"), reason="Names").change_set
    assert made is not None
    page = editor.get(page_of(made))
    assert not page.context["trial"].is_tried
    assert "For 2 records this takes some seconds" in page.content.decode()
    chosen = {"choose": "1", "take": [str(row.whole_id) for row in made.rows.all()]}
    asked = editor.post(page_of(made, "try"), chosen)
    assert asked.context["trial"].is_tried
    assert "No standing, count, deadline or total changes." in asked.content.decode()


class TestWhatCannotWait:
    def test_a_publisher_shows_it_at_once_and_an_editor_reads_it_afterwards(
        self, at_desk: Any, editor: Client, peru: Country, person: Any
    ) -> None:
        publisher = at_desk("publisher", PUBLISHER)
        made = propose(changing(peru), by=person("publisher"), reason="Wrong").change_set
        assert made is not None
        page = publisher.get(page_of(made))
        assert "It cannot wait: show readers now" in page.content.decode()
        publisher.post(page_of(made, "hurry"), {"read": page.context["read"], "words": "Names another state."})
        peru.refresh_from_db()
        assert peru.name == "Perù"
        work = {task.title: task for task in editor.get(reverse("admin:index")).context["work"]}
        assert [item.title for item in work["Urgent changes to read afterwards"].items] == [str(made)]
        page = editor.get(page_of(made))
        assert "No second person has read it yet." in page.content.decode()
        editor.post(page_of(made, "note_read"), {"read": page.context["read"], "words": "Right."})
        assert "Read afterwards by editor" in editor.get(page_of(made)).content.decode()
        again = {task.title for task in editor.get(reverse("admin:index")).context["work"]}
        assert "Urgent changes to read afterwards" not in again

    def test_an_editor_cannot(self, at_desk: Any, peru: Country, person: Any) -> None:
        author = at_desk("researcher", EDITOR)
        made = propose(changing(peru), by=person("researcher"), reason="Wrong").change_set
        assert made is not None
        page = author.get(page_of(made))
        assert "cannot wait" not in page.content.decode()
        sent = {"read": page.context["read"], "words": "Quick."}
        assert author.post(page_of(made, "hurry"), sent).status_code == 403
        peru.refresh_from_db()
        assert peru.name == "Peru"

    def test_who_signed_in_long_ago_proves_who_they_are_first(
        self, at_desk: Any, peru: Country, person: Any, settings: Any
    ) -> None:
        """Nobody else has read it; confirming, which is the reading of a second person, asks nothing."""
        publisher = at_desk("publisher", PUBLISHER)
        made = propose(changing(peru), by=person("researcher"), reason="Wrong").change_set
        assert made is not None
        sent = {"read": publisher.get(page_of(made)).context["read"], "words": "Names another state."}
        settings.MONITOR_RECENT_SIGN_IN = 0.000001  # minutes
        asked = publisher.post(page_of(made, "hurry"), sent)
        assert "show once more that it is you" in asked.content.decode()
        assert dict(asked.context["carried"]) == sent
        peru.refresh_from_db()
        assert peru.name == "Peru"
        assert publisher.post(page_of(made, "decline"), {**sent, "words": "No."}).status_code == 302


def changing(peru: Country) -> Any:
    def act() -> None:
        current = Country.objects.get(pk=peru.pk)
        current.name = "Perù"
        current.save()

    return act


def told(response: Any) -> str:
    return " ".join(str(one) for one in response.context["messages"])


def test_comments_stand_at_a_field_of_a_row_and_stop_confirming_until_they_are_settled(
    at_desk: Any, editor: Client, proposed: ChangeSet, peru: Country
) -> None:
    row = proposed.rows.get(order=1)
    said = {"words": "Which spelling list?", "about": f"row:{row.row_id}:name"}
    assert editor.post(page_of(proposed, "comment"), said)["Location"] == page_of(proposed) + "#comments"
    page = editor.get(page_of(proposed)).content.decode()
    assert 'id="row-1-name"' in page
    assert "#row-1-name" in page
    assert "1 comment</a> is open: settle it before it is confirmed" in page
    assert "Confirm</button>" not in page
    decision = {"read": fingerprint(proposed), "words": ""}
    assert "Which spelling list?" in str(list(get_messages_of(editor, page_of(proposed, "confirm"), decision)))
    assert Country.objects.get(pk=peru.pk).name == "Peru"

    author = at_desk("researcher")
    question = ReviewComment.objects.get()
    first_page = author.get("/admin/").content.decode()
    assert "Which spelling list?" in first_page
    author.post(page_of(proposed, "reply"), {"comment": question.pk, "words": "The UN's."})
    assert "Which spelling list?" not in author.get("/admin/").content.decode().partition("My proposed")[0]
    editor.post(page_of(proposed, "reply"), {"comment": question.pk, "settle": "1"})
    editor.post(page_of(proposed, "confirm"), decision)
    assert Country.objects.get(pk=peru.pk).name == "Perù"
    late = editor.post(page_of(proposed, "comment"), {"words": "Too late"})
    assert "is confirmed already" in late.content.decode()


def test_a_colleague_whom_nobody_asked_does_not_comment_on_it(at_desk: Any, proposed: ChangeSet) -> None:
    assert at_desk("another").post(page_of(proposed, "comment"), {"words": "Hm"}).status_code == 403


def get_messages_of(client: Client, address: str, said: dict[str, str]) -> list[str]:
    return [str(one) for one in client.post(address, said, follow=True).context["messages"]]
