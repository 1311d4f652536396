"""The timeline of a whole, and its page at the desk."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from countries.models import Country, CountryProfile
from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.history import timeline as timelines
from editorial.history.index import index_of
from editorial.history.timeline import PER_PAGE, timeline
from editorial.models import Source, Tracked, recording
from meetings.models import Statement, StatementParty

from .whole import acts_of, numbers


def changes(record: Tracked) -> tuple[str, ...]:
    return acts_of(record)[0].lines[0].changes


def test_each_version_says_who_when_why_and_what_in_one_line_a_field(draft: CountryProfile, person) -> None:
    with recording(by=person("editor"), reason="Wrong year", public_note="The edition's year was wrong."):
        draft.edition = 2010
        draft.text += "\nOne more line.\n"
        draft.save()
    newest, first = acts_of(draft)
    assert (newest.by, newest.lines[0].action, newest.reason) == ("editor", "Changed", "Wrong year")
    assert newest.public_note == "The edition's year was wrong."
    assert newest.lines[0].changes == ("Edition: 2009 → 2010", "Text: rewritten (+16 characters)")
    assert (first.by, first.lines[0].action, first.lines[0].changes) == ("researcher", "Created", ())


def test_a_confirmed_change_names_the_second_person(peru: Country, sources: list[Source], person) -> None:
    def act() -> None:
        current = Country.objects.get(pk=peru.pk)
        current.name, current.source = "Perù", sources[0]
        current.save()

    made = propose(act, by=person("ana"), reason="As the UN writes").change_set
    assert made is not None
    confirm(change_set=made, by=person("boris"), read=fingerprint(made))
    newest, first = timeline(index_of(Country, peru.pk)).acts
    assert (newest.by, newest.confirmed_by, first.confirmed_by) == ("ana", "boris", "")


def test_choices_yes_and_no_and_related_records_are_written_in_words(sources: list[Source], peru: Country) -> None:
    with recording(by=None, reason="Checked"):
        sources[1].kind = "interview"
        sources[1].compare(by="Ana", on=date(2026, 3, 5))
        sources[1].save()
        peru.source = sources[1]
        peru.save()
    assert changes(sources[1]) == (
        "Kind: State statement → Interview or letter",
        "To be checked: yes → no",
        "Compared on: nothing → 2026-03-05",
        "Compared by: nothing → Ana",
    )
    assert changes(peru) == ("Source: nothing → peru-oslo-2008",)


def test_a_related_record_that_is_gone_is_named_as_deleted(sources: list[Source], peru: Country) -> None:
    with recording(by=None, reason="Named"):
        peru.source = sources[1]
        peru.save()
    with recording(by=None, reason="Then not"):
        peru.source = None
        peru.save()
        pk = sources[1].pk
        sources[1].delete()
    assert changes(peru) == (f"Source: {pk} (deleted) → nothing",)


def test_a_text_rewritten_at_the_same_length_is_not_missed(draft: CountryProfile) -> None:
    with recording(by=None, reason="Spelling"):
        draft.lead = draft.lead.replace("Oslo", "olsO")
        draft.save()
    assert changes(draft) == ("Lead summary: rewritten, same length",)


def test_the_last_line_of_a_page_too_says_what_changed(draft: CountryProfile) -> None:
    for year in range(2010, 2010 + PER_PAGE):
        with recording(by=None, reason=f"Now {year}"):
            draft.edition = year
            draft.save()
    found = timeline(index_of(CountryProfile, draft.pk))
    assert len(found.acts) == PER_PAGE
    assert found.acts[-1].lines[0].changes == ("Edition: 2009 → 2010",)
    assert found.page.has_next()
    (oldest,) = acts_of(draft, 2)
    assert [line.action for line in oldest.lines] == ["Created"]


def test_one_act_shows_the_record_and_its_parts_together(peru: Country, person) -> None:
    with recording(by=person("researcher"), reason="Entered"):
        statement = Statement.objects.create(title="Lima", text="Text.")
        party = StatementParty.objects.create(statement=statement, country=peru, role="deliverer")
    with recording(by=person("editor"), reason="It was the sponsor"):
        party.role = "lead"
        party.save()
    newest, first = acts_of(statement)
    assert (newest.by, newest.reason) == ("editor", "It was the sponsor")
    assert [(line.part.split()[0], line.action) for line in newest.lines] == [("statement", "Changed")]
    assert newest.lines[0].changes[0].startswith("Role: ")
    assert [line.action for line in first.lines] == ["Created", "Created"]
    assert "Peru" in first.lines[0].part
    with recording(by=person("editor"), reason="Not at all"):
        party.delete()
    assert acts_of(statement)[0].lines[0].action == "Deleted"


def test_long_texts_are_compared_a_portion_at_a_time(
    at_desk, draft: CountryProfile, person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timelines, "PORTION", 4)
    for number, text in enumerate(("A.", *["B."] * 8)):
        with recording(by=person("editor" if number % 2 else "researcher"), reason=f"{number} {text}"):
            draft.text, draft.edition = text, 2010 + number
            draft.save()
    portions = [[act.reason for act in acts_of(draft, field="text", portion=n)] for n in (1, 2, 3)]
    assert portions == [[], ["1 B."], ["0 A.", "First draft"]]
    assert len(numbers(draft, "edition")) == 10  # short values need none
    assert acts_of(draft, field="text", portion=2, person=person("researcher").pk) == []

    client = at_desk()
    address = reverse("admin:countries_countryprofile_history", args=[draft.pk])
    page = client.get(address + "?field=text&page=1").content.decode()
    assert "No version among those looked through matches" in page
    assert "Looked through 1–4 of 10 versions" in page
    assert 'href="?field=text&amp;portion=2"' in page
    page = client.get(address + "?field=text&portion=2").content.decode()
    assert "1 B." in page
    assert 'href="?field=text&amp;portion=1"' in page
    assert "Looked through" not in client.get(address + "?field=edition").content.decode()
    assert client.get(address + "?field=text&portion=x&page=x").status_code == 200


def test_the_page_offers_the_people_and_fields_of_this_whole(at_desk, draft: CountryProfile) -> None:
    client = at_desk("reader", "Read-only")
    address = reverse("admin:countries_countryprofile_history", args=[draft.pk])
    page = client.get(address + "?field=lead&person=")
    assert "First draft" in page.content.decode()
    assert ("lead", "Lead summary") in page.context["narrow"].fields["field"].choices
    assert [words for _, words in page.context["narrow"].fields["person"].choices] == ["Everybody", "researcher"]
    assert client.get(address + "?field=nonsense").status_code == 200


@pytest.mark.parametrize("narrow", ["", "?field=text", "?field=edition"])
def test_long_texts_stay_in_the_database_however_many_versions_there_are(
    at_desk, draft: CountryProfile, narrow: str
) -> None:
    client = at_desk()
    address = reverse("admin:countries_countryprofile_history", args=[draft.pk]) + narrow
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for year in range(2010, 2030):
        with recording(by=None, reason=f"Now {year}"):
            draft.edition, draft.text = year, f"Text of {year}."
            draft.save()
    with CaptureQueriesContext(connection) as many:
        page = client.get(address).content.decode()
    assert len(many) == len(one)
    asked = [q["sql"] for q in many if "historicalcountryprofile" in q["sql"]]
    assert any("text_digest" in sql for sql in asked)
    assert not [
        sql for sql in asked if '"text"' in re.sub(r'\w+\("countries_historicalcountryprofile"."text"\)', "", sql)
    ]
    assert "Edition: 2028 → 2029" in page


def test_only_who_may_see_the_record_sees_its_history(at_desk, draft: CountryProfile) -> None:
    address = reverse("admin:countries_countryprofile_history", args=[draft.pk])
    page = at_desk("reader", "Read-only").get(address).content.decode()
    assert draft.history.latest().history_change_reason in page
    outsider = at_desk("helper", "Read-only")
    outsider_user = outsider.get(reverse("admin:index")).wsgi_request.user
    outsider_user.groups.clear()
    assert outsider.get(address).status_code == 403
    assert outsider.get(reverse("admin:countries_countryprofile_history", args=[0])).status_code in (403, 404)
