"""What an act would write is kept as a change set, and nothing of it is written."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.utils import timezone

from countries.models import Country, CountryName, Treaty, TreatyAction
from editorial.actions.proposing import propose
from editorial.models import (
    ChangeSet,
    ChangeSetState,
    Source,
    TwoAuthors,
    public_word,
    recording,
    tracked_models,
)
from editorial.rules.transitions import Refused
from tests.doors import everything

NEW_NAME = {"name": "Perú", "kind": "also"}


def rename(country: Country, name: str = "Perù") -> str:
    country = Country.objects.get(pk=country.pk)
    country.name = name
    country.save()
    return "saved"


def test_an_act_is_kept_and_nothing_of_it_is_written(peru: Country, person) -> None:
    person("ana")
    before, mark = everything(), public_word(timezone.now())
    waiting = len(connection.run_on_commit)
    made = propose(lambda: rename(peru), by=person("ana"), reason="As the UN writes", public_note="Spelling.")
    [(ana,), kept] = [ChangeSet.objects.get().authors.values_list("username"), ChangeSet.objects.get()]
    assert everything() == before
    assert public_word(timezone.now()) == mark
    said = [act.__qualname__ for _, act, *_ in connection.run_on_commit[waiting:]]
    assert said == ["tell_if_committed.<locals>.<lambda>"], "that it was proposed, and nothing of what was undone"
    assert made.answer == "saved"
    assert (kept.reason, kept.public_note, ana[0], kept.state) == (
        "As the UN writes",
        "Spelling.",
        "ana",
        ChangeSetState.OPEN,
    )
    [row] = kept.rows.all()
    assert (row.kind, row.table, row.row_id, row.whole_id) == (
        "changed",
        "countries.country",
        peru.public_id,
        peru.public_id,
    )
    assert row.before["name"] == "Peru"
    assert row.after["name"] == "Perù"
    assert {name for name in row.after if row.after[name] != row.before[name]} == {"name"}


def test_new_rows_name_each_other_by_what_lasts(peru: Country, person) -> None:
    def act() -> None:
        chile = Country.objects.create(name="Chile", slug="chile", iso3="CHL")
        CountryName.objects.create(country=chile, name="Chili", kind="also")

    made = propose(act, by=person("ana"), reason="Missing").change_set
    assert made is not None
    chile, name = made.rows.all()
    assert (chile.kind, name.kind, chile.before, name.before) == ("created", "created", None, None)
    assert name.after["country"] == str(chile.row_id)
    assert name.whole_id == chile.row_id
    assert made.title == "Country: Chile"


def test_what_the_act_undid_by_itself_is_in_no_set(peru: Country, person) -> None:
    def act() -> None:
        try:
            with transaction.atomic():
                CountryName.objects.create(country=peru, name="Refused", kind="also")
                raise ValueError
        except ValueError:
            CountryName.objects.create(country=peru, name="Kept", kind="also")

    made = propose(act, by=person("ana"), reason="Names").change_set
    assert made is not None
    assert [row.after["name"] for row in made.rows.all()] == ["Kept"]


def test_a_row_says_which_country_it_is_about_and_which_it_was_about(peru: Country, person) -> None:
    niger = Country.objects.create(name="Niger", slug="niger", iso3="NER")
    treaty = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    act = TreatyAction.objects.create(treaty=treaty, country=niger, kind="signature", date="2008-12-03")

    def of_peru() -> None:
        act.country = peru
        act.save()

    made = propose(of_peru, by=person("ana"), reason="It was Peru").change_set
    assert made is not None
    [row] = made.rows.all()
    assert (row.subject_id, row.former_subject_id) == (peru.public_id, niger.public_id)
    removed = propose(TreatyAction.objects.get().delete, by=person("ana"), reason="Never").change_set
    assert removed is not None
    assert [row.subject_id for row in removed.rows.all()] == [niger.public_id]


def test_a_deletion_takes_the_parts_first(peru: Country, person) -> None:
    CountryName.objects.create(country=peru, **NEW_NAME)
    made = propose(Country.objects.get(pk=peru.pk).delete, by=person("ana"), reason="Twice").change_set
    assert made is not None
    assert [(row.kind, row.table, row.after) for row in made.rows.all()] == [
        ("deleted", "countries.countryname", None),
        ("deleted", "countries.country", None),
    ]
    assert {row.whole_id for row in made.rows.all()} == {peru.public_id}
    assert Country.objects.count() == CountryName.objects.count() == 1


def test_an_act_that_comes_to_nothing_leaves_no_set(peru: Country, person) -> None:
    def there_and_back() -> None:
        rename(peru, "Perù")
        rename(peru, "Peru")
        Country.objects.create(name="Chile", slug="chile", iso3="CHL").delete()

    assert propose(there_and_back, by=person("ana"), reason="Tried").change_set is None
    assert not ChangeSet.objects.exists()


def test_what_goes_wrong_in_the_act_is_told_and_nothing_is_kept(peru: Country, person) -> None:
    def act() -> None:
        rename(peru)
        raise Refused("Not like this.")

    with pytest.raises(Refused, match="Not like this"):
        propose(act, by=person("ana"), reason="Spelling")
    peru.refresh_from_db()
    assert peru.name == "Peru"
    assert not ChangeSet.objects.exists()


def test_inside_another_act_nothing_is_proposed(peru: Country, person) -> None:
    with recording(by=person("ana"), reason="Another"), pytest.raises(TwoAuthors):
        propose(lambda: rename(peru), by=person("ana"), reason="Spelling")


class TestAmending:
    @pytest.fixture
    def proposed(self, peru: Country, person) -> ChangeSet:
        made = propose(lambda: rename(peru, "Perù"), by=person("ana"), reason="Spelling").change_set
        assert made is not None
        return made

    def test_the_act_sees_what_was_proposed_and_the_set_takes_both(self, peru, proposed, person) -> None:
        seen: list[str] = []

        def act() -> None:
            seen.append(Country.objects.get(pk=peru.pk).name)
            country = Country.objects.get(pk=peru.pk)
            country.note = "Spelling of the depositary."
            country.save()

        kept = propose(act, by=person("ben"), reason="And a note", amending=proposed).change_set
        assert seen == ["Perù"]
        assert kept is not None
        assert kept.pk == proposed.pk
        assert kept.revision == 2
        [row] = kept.rows.all()
        assert (row.before["name"], row.after["name"], row.after["note"]) == (
            "Peru",
            "Perù",
            "Spelling of the depositary.",
        )
        assert {user.username for user in kept.authors.all()} == {"ana", "ben"}

    def test_taking_all_of_it_out_again_takes_it_back(self, peru, proposed, person) -> None:
        assert propose(lambda: rename(peru, "Peru"), by=person("ana"), reason="No", amending=proposed) == (
            type(propose(lambda: None, by=person("ana"), reason=""))("saved", None)
        )
        proposed.refresh_from_db()
        assert proposed.state == ChangeSetState.TAKEN_BACK
        assert proposed.decided_by == person("ana")

    def test_what_is_decided_is_not_amended(self, peru, proposed, person) -> None:
        proposed.state, proposed.decided_at, proposed.decided_by = "declined", timezone.now(), person("ben")
        proposed.save()
        with pytest.raises(Refused, match="propose a new change"):
            propose(lambda: rename(peru), by=person("ana"), reason="Again", amending=proposed)


def test_no_tracked_table_has_what_a_set_could_not_keep() -> None:
    for model in tracked_models():
        assert not model._meta.many_to_many, model
        assert not any(getattr(f, "auto_now", False) for f in model._meta.concrete_fields), model
    assert Source in tracked_models()


def test_a_set_is_named_after_the_first_fact_and_not_after_its_source(peru: Country, person) -> None:
    def act() -> None:
        source = Source.objects.create(key="letter", title="A letter")
        CountryName.objects.create(country=Country.objects.get(pk=peru.pk), source=source, **NEW_NAME)
        for name in ("Chile", "Chad"):
            Country.objects.create(name=name, slug=name.lower(), iso3=name[:3].upper(), source=source)

    made = propose(act, by=person("ana"), reason="A table").change_set
    assert made is not None
    assert made.title == "Country name: Perú, and 2 more"
