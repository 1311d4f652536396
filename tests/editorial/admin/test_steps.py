"""The table of steps: each says what it asks, which permission it needs, and calls its one action."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.admin.steps import STEPS, CorrectionForm, FirstPublicationForm
from editorial.models import recording
from editorial.rules.transitions import Step
from tests.editorial.admin.taking import take


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


def newest(profile: CountryProfile) -> tuple[str, str, str, str]:
    version = profile.history.first()
    return (version.history_user.username, version.status, version.history_change_reason, version.public_note)


def record(*, published_before: bool) -> Any:
    kept = SimpleNamespace(exists=lambda: published_before)
    return SimpleNamespace(releases=SimpleNamespace(kept=lambda: kept))


PUBLISHED_BEFORE, NEVER_OUT = record(published_before=True), record(published_before=False)


def test_every_step_of_the_rules_is_in_the_table_in_the_order_of_the_work() -> None:
    assert tuple(STEPS) == get_args(Step)
    assert [step.permission for step in STEPS.values()] == [
        *("change", "review", "review", "review"),
        *["publish"] * 4,
        "withdraw",
    ]
    assert len({step.label for step in STEPS.values()} | {step.done for step in STEPS.values()}) == 18


@pytest.mark.parametrize("name", STEPS)
def test_no_step_is_taken_without_words(name: Step) -> None:
    form = STEPS[name].form(NEVER_OUT, {})
    assert not form.is_valid()
    assert form.prefix == name


@pytest.mark.parametrize("name", STEPS)
def test_every_form_carries_the_version_that_was_read_and_keeps_its_words_on_another(name: Step) -> None:
    assert STEPS[name].form(NEVER_OUT, read="12")["read"].value() == "12"
    posted = STEPS[name].form(NEVER_OUT, QueryDict(f"{name}-read=12&{name}-reason=Note+3"))
    posted.shown_again("13")
    assert posted["read"].value() == "13"
    assert "reason" not in posted.fields or posted["reason"].value() == "Note 3"


def test_only_a_correction_tells_readers_what_changed() -> None:
    assert STEPS["publish"].asks(NEVER_OUT) is FirstPublicationForm
    assert STEPS["publish"].asks(PUBLISHED_BEFORE) is CorrectionForm


def test_an_embargo_lies_ahead() -> None:
    for moment, valid in ((timedelta(hours=-1), False), (timedelta(hours=1), True)):
        given = {"reason": "Agreed", "visible_from": f"{timezone.now() + moment:%Y-%m-%dT%H:%M}"}
        assert FirstPublicationForm(given).is_valid() is valid


@pytest.mark.parametrize("name", ["submit", "approve", "review_again", "send_back"])
def test_a_step_calls_its_one_action_with_who_and_why(name: Step, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[dict[str, Any]] = []
    monkeypatch.setattr(publishing, name, lambda **given: called.append(given))
    STEPS[name].take("record", "Ana", {"reason": "Note 3", "read": "7"}, _not_asked)
    assert called == [{"record": "record", "by": "Ana", "read": "7", "reason": "Note 3"}]


def test_a_withdrawal_tells_the_team_what_it_tells_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[dict[str, Any]] = []
    monkeypatch.setattr(publishing, "withdraw", lambda **given: called.append(given))
    STEPS["withdraw"].take("record", "Ana", {"public_reason": "Wrong state"}, _not_asked)
    said = {"reason": "Wrong state", "public_reason": "Wrong state"}
    assert called == [{"record": "record", "by": "Ana", "read": "", **said}], (
        "the desk is never silent on what was read"
    )


def test_publishing_is_the_records_own_action_and_a_correction_needs_no_second_reason() -> None:
    called: list[dict[str, Any]] = []
    words = {"public_note": "Year corrected", "change_kind": "minor", "visible_from": None}
    STEPS["publish"].take("record", "Ana", words, lambda **given: called.append(given))
    assert called == [{"record": "record", "by": "Ana", "read": "", "reason": "Year corrected", **words}]


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


def _not_asked(**given: Any) -> None:
    raise AssertionError
