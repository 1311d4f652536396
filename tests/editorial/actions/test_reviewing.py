"""Comments, the checklist, embargoes: what stands between a review and readers."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.actions.commenting import comment, settle
from editorial.actions.reviewing import checklist, unsourced
from editorial.rules.transitions import Refused
from tests.editorial.admin.taking import take


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


@pytest.fixture
def approved(draft: CountryProfile, person) -> CountryProfile:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    return draft


def test_an_open_comment_stops_publication_by_name_until_it_is_settled(approved: CountryProfile, person) -> None:
    one = comment(record=approved, by=person("editor"), text=" Note 1: which table? ", at=timezone.now())
    with pytest.raises(Refused, match="Note 1: which table"):
        publishing.publish(record=approved, by=person("publisher"), reason="Out")
    settle(record=approved, number=one.pk, by=person("editor"), at=timezone.now())
    assert publishing.publish(record=approved, by=person("publisher"), reason="Out").number == 1


def test_the_checklist_names_what_is_missing_and_what_deserves_a_look(
    draft: CountryProfile, at_desk, person
) -> None:
    draft.text += "\nIn 2010 nothing was said.\n"
    found = {check.words: check for check in checklist(draft)}
    assert found["Every paragraph that names a figure or a date has a note"].details == (
        "In 2010 nothing was said.",
    )
    assert not found["Every paragraph that names a figure or a date has a note"].is_required
    assert not found["A second person has approved it"].done
    assert found["The summary is written"].done
    draft.refresh_from_db()
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    page = at_desk("editor", "Editor").get(address("change", draft)).content.decode()
    assert "A second person has approved it" in page
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    assert all(check.done for check in checklist(draft))
    otherwise = {check.words: check.done for check in checklist(draft, is_as_approved=False)}
    assert not otherwise["A second person has approved it"], "what would be printed is another by now"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## 2009\n\nNo figure.", []),
        ("In 2009.[^a]\n\n[^a]: 5.", []),
        ("In 2009 [@key].", []),
        ("In 2009.", ["In 2009."]),
    ],
)
def test_paragraphs_without_a_source(text: str, found: list[str]) -> None:
    assert unsourced(text) == found


def test_an_embargo_is_set_at_the_desk_ends_by_time_alone_and_is_reported(
    at_desk, approved: CountryProfile, client
) -> None:
    publisher = at_desk("publisher", "Publisher")
    answer = take(publisher, approved, "publish", reason="Out", visible_from="2020-01-01T00:00")
    assert "This moment is past" in answer.content.decode()
    later = timezone.now() + timedelta(days=3)
    words = {"reason": "Out", "visible_from": later.strftime("%Y-%m-%dT%H:%M")}
    assert take(publisher, approved, "publish", **words).status_code == 302
    public = "/countries/peru/cluster-munition-ban-policy/2009/"
    assert client.get(public).status_code == 404
    said = report()
    assert "1 profile releases still under embargo." in said
    assert "0 became visible" in said

    import time_machine as clock

    with clock.travel(later + timedelta(minutes=1), tick=False):
        assert client.get(public).status_code == 200
        said = report()
        assert "Peru: Cluster Munition Ban Policy 2009 r1" in said
        assert "1 became visible" in said
        assert "0 became visible" in report("--since", timezone.now().isoformat())


def report(*args: str) -> str:
    out = StringIO()
    call_command("publish_due", *args, stdout=out)
    return out.getvalue()


def test_a_release_withdrawn_before_its_moment_is_not_waited_for(press, peru, ban_policy) -> None:
    later = timezone.now() + timedelta(days=3)
    press.withdraw(press.release(press.draft(peru, ban_policy), visible_from=later).profile, "Not yet.")
    assert "embargo" not in report()


@pytest.mark.django_db
def test_a_bad_moment_is_named() -> None:
    with pytest.raises(CommandError, match="--since yesterday"):
        report("--since", "yesterday")
