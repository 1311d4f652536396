"""Every change is kept, with who, when and why; no change leaves no trace."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.models import recording


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


def test_outermost_change_wins(peru: Country, person) -> None:
    with recording(by=person("editor"), reason="From the form"), recording(by=None, reason="Inside an action"):
        peru.name = "Perú"
        peru.save()
    assert peru.history.latest().history_change_reason == "From the form"


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
