"""Every change is kept, with who, when and why; no change leaves no trace."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from simple_history.models import HistoricalRecords

from countries.models import Country
from editorial.models import recording
from editorial.models.tracked import TwoAuthors


def test_versions_carry_author_reason_and_public_note(peru: Country, person) -> None:
    researcher = person("researcher")
    with recording(by=researcher, reason="Spelling", public_note="Official name corrected") as change:
        peru.official_name = "The Republic of Peru"
        peru.save()
    version = peru.history.latest()
    assert (version.history_user, version.history_change_reason) == (researcher, "Spelling")
    assert (version.public_note, version.change_id) == ("Official name corrected", change.id)


def test_saving_without_a_change_writes_no_version(peru: Country) -> None:
    before = peru.history.count()
    peru.save()
    Country.objects.get(pk=peru.pk).save()
    assert peru.history.count() == before


def test_equal_values_in_another_type_are_no_change(draft) -> None:
    draft.edition = "2009"
    assert draft.changed_fields() == []


class TestOneActInsideAnother:
    def test_what_was_said_of_either_is_kept_under_one_number(self, peru: Country, ban_policy, person) -> None:
        with recording(by=person("editor"), reason="From the form.", public_note="Name corrected") as outer:
            with recording(by=None, reason="Inside an action", public_note="And a title"):
                peru.name = "Perú"
                peru.save()
            ban_policy.order = 9
            ban_policy.save()
        inside, outside = peru.history.latest(), ban_policy.history.latest()
        assert inside.history_change_reason == "From the form; Inside an action"
        assert inside.public_note == "Name corrected; And a title"
        assert (outside.history_change_reason, outside.public_note) == ("From the form.", "Name corrected")
        assert inside.change_id == outside.change_id == outer.id
        assert inside.history_user == outside.history_user == person("editor")

    def test_the_same_words_are_said_once(self, peru: Country, person) -> None:
        with recording(by=person("editor"), reason="Spelling"), recording(by=person("editor"), reason="Spelling"):
            peru.name = "Perú"
            peru.save()
        assert (peru.history.latest().history_change_reason, peru.history.latest().public_note) == ("Spelling", "")

    def test_words_of_the_inner_alone_are_kept(self, peru: Country, person) -> None:
        with (
            recording(by=None, reason=""),
            recording(by=person("editor"), reason="Spelling", public_note="Name corrected"),
        ):
            peru.name = "Perú"
            peru.save()
        version = peru.history.latest()
        assert (version.history_user, version.history_change_reason) == (person("editor"), "Spelling")
        assert version.public_note == "Name corrected"

    def test_another_person_inside_is_refused(self, peru: Country, person) -> None:
        with (
            recording(by=person("editor"), reason="Mine"),
            pytest.raises(TwoAuthors, match="Record the two one after the other"),
            recording(by=person("researcher"), reason="Not mine"),
        ):
            peru.save()
        assert peru.history.count() == 1


def test_outside_any_recording_a_version_has_no_reason_and_no_number(peru: Country) -> None:
    peru.name = "Perú"
    peru.save()
    version = peru.history.latest()
    assert (version.history_user, version.history_change_reason) == (None, "")
    assert (version.public_note, version.change_id) == ("", None)


def test_outside_any_recording_the_author_is_who_is_signed_in(peru: Country, person, monkeypatch) -> None:
    request = RequestFactory().post("/")
    request.user = person("editor")
    monkeypatch.setattr(HistoricalRecords.context, "request", request, raising=False)
    peru.name = "Perú"
    peru.save()
    assert peru.history.latest().history_user == person("editor")


def test_rows_of_one_act_share_its_number(peru: Country, ban_policy, person) -> None:
    with recording(by=person("editor"), reason="One act"):
        peru.name, ban_policy.order = "Perú", 9
        peru.save()
        ban_policy.save()
    assert peru.history.latest().change_id == ban_policy.history.latest().change_id


def test_deleting_leaves_the_history(peru: Country, person) -> None:
    pk = peru.pk
    with recording(by=person("admin"), reason="Entered twice"):
        peru.delete()
    last = Country.history.filter(id=pk).latest()
    assert (last.history_type, last.history_change_reason) == ("-", "Entered twice")


def test_recording_ends_after_an_error(peru: Country) -> None:
    with pytest.raises(RuntimeError), recording(by=None, reason="Lost"):
        raise RuntimeError
    peru.name = "Perú"
    peru.save()
    assert peru.history.latest().history_change_reason == ""
