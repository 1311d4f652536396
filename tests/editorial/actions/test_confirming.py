"""A second person confirms exactly what was read, whole, under both names; nothing is written over another's change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from countries.models import Country, CountryName, Treaty, TreatyAction
from editorial.actions.confirming import (
    Conflicts,
    confirm,
    decline,
    fingerprint,
    hurry,
    note_read,
    take_back,
)
from editorial.actions.proposing import propose
from editorial.actions.restoring import bring_back
from editorial.models import ChangeSet, ChangeSetState, PublicationCounter, Source, User, recording
from editorial.rules.transitions import Refused

pytestmark = pytest.mark.usefixtures("peru_is_sourced")


def changing(record, **values) -> Callable[[], None]:
    def act() -> None:
        current = type(record).objects.get(pk=record.pk)
        for name, value in values.items():
            setattr(current, name, value)
        current.save()

    return act


@pytest.fixture
def proposed(person) -> Callable[..., ChangeSet]:
    def make(act: Callable[[], object], by: str = "ana", reason: str = "As the UN writes") -> ChangeSet:
        made = propose(act, by=person(by), reason=reason, public_note="Corrected.").change_set
        assert made is not None
        return made

    return make


def test_confirming_writes_it_under_both_names_and_one_number_at_one_moment(peru, proposed, person) -> None:
    def act() -> None:
        changing(peru, name="Perù")()
        CountryName.objects.create(country=peru, name="Pérou", kind="also")

    made = proposed(act)
    confirm(change_set=made, by=person("ben"), read=fingerprint(made), words="Seen in the list.")
    peru.refresh_from_db()
    name = CountryName.objects.get()
    versions = [peru.history.latest(), name.history.get()]
    assert peru.name == "Perù"
    assert name.country_id == peru.pk
    for version in versions:
        assert (str(version.history_user), str(version.confirmed_by)) == ("ana", "ben")
        assert version.change_id == made.public_id
        assert (version.history_change_reason, version.public_note) == ("As the UN writes", "Corrected.")
        assert version.history_date == made.decided_at
    assert (made.state, made.decision_words, made.waived) == (ChangeSetState.CONFIRMED, "Seen in the list.", False)
    assert name.public_id == made.rows.get(kind="created").row_id


def test_nobody_confirms_what_they_wrote(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    propose(changing(peru, note="Looked at."), by=person("ben"), reason="Also", amending=made)
    made.refresh_from_db()
    for author in ("ana", "ben"):
        with pytest.raises(Refused, match="second person"):
            confirm(change_set=made, by=person(author), read=fingerprint(made))
    peru.refresh_from_db()
    assert peru.name == "Peru"
    assert made.is_open


def test_a_team_of_one_may_and_it_shows(peru, proposed, person, settings) -> None:
    settings.MONITOR_REVIEWER_MUST_DIFFER = False
    made = proposed(changing(peru, name="Perù"))
    confirm(change_set=made, by=person("ana"), read=fingerprint(made))
    assert made.waived
    assert str(peru.history.latest().confirmed_by) == "ana"


def test_the_database_holds_that_author_and_confirmer_differ(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    made.state, made.decided_at, made.decided_by = ChangeSetState.CONFIRMED, made.proposed_at, person("ana")
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_it_is_confirmed_once(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    read = fingerprint(made)
    confirm(change_set=made, by=person("ben"), read=read)
    with pytest.raises(Refused, match="confirmed already"):
        confirm(change_set=made, by=person("eve"), read=read)
    assert peru.history.count() == 3  # made, given its source, renamed


def test_what_was_amended_since_it_was_read_is_not_confirmed(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    read = fingerprint(made)
    propose(changing(peru, name="Piru"), by=person("ana"), reason="No, this", amending=made)
    with pytest.raises(Refused, match="changed since you opened it"):
        confirm(change_set=made, by=person("ben"), read=read)


class TestTheSourceOfAFact:
    @pytest.fixture
    def accession(self, peru, sources, proposed) -> ChangeSet:
        treaty = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
        return proposed(
            lambda: TreatyAction.objects.create(
                treaty=treaty, country=peru, kind="accession", date="2026-01-05", source=sources[0]
            )
        )

    def test_is_part_of_what_is_read(self, accession, sources, person) -> None:
        read = fingerprint(accession)
        sources[0].title = "Something else"
        sources[0].save()
        with pytest.raises(Refused, match="changed since you opened it"):
            confirm(change_set=accession, by=person("ben"), read=read)

    def test_that_is_gone_is_named(self, accession, sources, person) -> None:
        sources[0].delete()
        with pytest.raises(Conflicts) as refused:
            confirm(change_set=accession, by=person("ben"), read=fingerprint(accession))
        assert "It names a source that is not there." in refused.value.problems[0]
        assert not TreatyAction.objects.exists()
        assert accession.is_open


class TestWhatChangedMeanwhile:
    def test_another_field_stands_beside_it(self, peru, proposed, person) -> None:
        made = proposed(changing(peru, name="Perù"))
        changing(peru, note="By somebody else.")()
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        peru.refresh_from_db()
        assert (peru.name, peru.note) == ("Perù", "By somebody else.")

    def test_the_same_value_needs_no_version(self, peru, proposed, person) -> None:
        made = proposed(changing(peru, name="Perù"))
        changing(peru, name="Perù")()
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        assert peru.history.count() == 3  # made, given its source, renamed

    def test_the_same_field_is_a_conflict_with_all_three_values_and_nothing_is_written(
        self, peru, proposed, person
    ) -> None:
        def act() -> None:
            CountryName.objects.create(country=peru, name="Pérou", kind="also")
            changing(peru, name="Perù")()

        made = proposed(act)
        changing(peru, name="Piru")()
        with pytest.raises(Conflicts) as refused:
            confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        [words] = refused.value.problems
        assert "was “Peru” when this was proposed, is “Piru” now; proposed is “Perù”" in words
        assert not CountryName.objects.exists()
        made.refresh_from_db()
        assert made.is_open

    def test_a_record_to_be_deleted_must_be_as_it_was(self, peru, proposed, person) -> None:
        made = proposed(Country.objects.get(pk=peru.pk).delete)
        changing(peru, note="Still needed.")()
        with pytest.raises(Conflicts, match="changed since"):
            confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        assert Country.objects.exists()

    def test_a_part_added_to_what_is_deleted_is_not_swept_along(self, peru, proposed, person) -> None:
        made = proposed(Country.objects.get(pk=peru.pk).delete)
        CountryName.objects.create(country=peru, name="Pérou", kind="also")
        with pytest.raises(Conflicts) as refused:
            confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        assert "was added to it meanwhile" in refused.value.problems[0]
        assert CountryName.objects.exists()

    def test_what_was_deleted_meanwhile_is_not_changed(self, peru, proposed, person) -> None:
        made = proposed(changing(peru, name="Perù"))
        Country.objects.get(pk=peru.pk).delete()
        with pytest.raises(Conflicts) as refused:
            confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        assert "It was deleted meanwhile." in refused.value.problems[0]

    def test_a_rule_of_its_form_is_asked_again(self, peru, proposed, person) -> None:
        made = proposed(lambda: Country.objects.create(name="Other", slug="other", iso3="OTH", source=peru.source))
        Country.objects.create(name="First", slug="first", iso3="OTH")
        with pytest.raises(Conflicts) as refused:
            confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        assert "already exists" in refused.value.problems[0]

    def test_what_another_record_names_is_not_deleted(self, peru, proposed, person, sources) -> None:
        made = proposed(Source.objects.get(pk=sources[0].pk).delete)
        treaty = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
        TreatyAction.objects.create(
            treaty=treaty, country=peru, kind="accession", date="2026-01-05", source=sources[0]
        )
        with pytest.raises(Conflicts) as refused:
            confirm(change_set=made, by=person("ben"), read=fingerprint(made))
        assert "It cannot be deleted while" in refused.value.problems[0]


def test_what_is_brought_back_keeps_its_number_and_its_name(peru, proposed, person) -> None:
    number, name = peru.pk, peru.public_id
    confirm_all(proposed(Country.objects.get(pk=peru.pk).delete), person)
    assert not Country.objects.exists()
    Country.objects.create(name="Chile", slug="chile", iso3="CHL")
    confirm_all(
        proposed(lambda: bring_back(model=Country, pk=number, by=person("ana"), reason="It was right")), person
    )
    back = Country.objects.get(public_id=name)
    assert (back.pk, back.name) == (number, "Peru")


def test_two_sets_with_new_rows_do_not_mistake_each_others(peru, proposed, person) -> None:
    first = proposed(lambda: CountryName.objects.create(country=peru, name="Pérou", kind="also"))
    second = proposed(lambda: CountryName.objects.create(country=peru, name="Piruw", kind="also"))
    CountryName.objects.create(country=peru, name="Between", kind="also")
    confirm_all(second, person)
    confirm_all(first, person)
    assert {name.name for name in CountryName.objects.all()} == {"Pérou", "Piruw", "Between"}
    assert CountryName.objects.get(name="Pérou").public_id == first.rows.get().row_id


def confirm_all(made: ChangeSet, person: Callable[..., User]) -> None:
    confirm(change_set=made, by=person("ben"), read=fingerprint(made))


def test_declining_needs_words_and_writes_nothing(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    with pytest.raises(Refused, match="Say why"):
        decline(change_set=made, by=person("ben"), words="  ")
    decline(change_set=made, by=person("ben"), words="The list writes Peru.")
    assert (made.state, made.decision_words, made.decided_by) == (
        ChangeSetState.DECLINED,
        "The list writes Peru.",
        person("ben"),
    )
    with pytest.raises(Refused, match="declined already"):
        confirm(change_set=made, by=person("eve"), read=fingerprint(made))
    assert peru.name == Country.objects.get().name == "Peru"


def test_only_an_author_takes_it_back(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    with pytest.raises(Refused, match="Only who wrote in it"):
        take_back(change_set=made, by=person("ben"))
    take_back(change_set=made, by=person("ana"))
    assert made.state == ChangeSetState.TAKEN_BACK


def test_inside_another_act_nothing_is_confirmed(peru, proposed, person) -> None:
    made = proposed(changing(peru, name="Perù"))
    with recording(by=person("ben"), reason="Other"), pytest.raises(RuntimeError, match="by itself"):
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
    assert connection.in_atomic_block
    assert not made.decided_by_id


class TestLeavingOut:
    @pytest.fixture
    def two(self, peru, sources, proposed) -> ChangeSet:
        """Peru with a further name, and Chile: two records in three rows."""

        def act() -> None:
            changing(peru, name="Perù")()
            CountryName.objects.create(country=peru, name="Pérou", kind="also")
            Country.objects.create(name="Chile", slug="chile", iso3="CHL", source=peru.source)

        made: ChangeSet = proposed(act)
        return made

    def test_what_is_chosen_is_written_and_the_rest_is_kept_as_left_out(self, two, peru, person) -> None:
        read = fingerprint(two)
        confirm(change_set=two, by=person("ben"), read=read, words="Chile: no source.", only={peru.public_id})
        assert [country.name for country in Country.objects.all()] == ["Perù"]
        assert CountryName.objects.get().name == "Pérou"
        assert [row.left_out for row in two.rows.all()] == [False, False, True]
        assert [row.left_out for row in two.rows.told().order_by("order")] == [False, False]
        assert not Country.history.filter(name="Chile").exists()

    def test_it_needs_words(self, two, peru, person) -> None:
        with pytest.raises(Refused, match="Say why the rest is left out"):
            confirm(change_set=two, by=person("ben"), read=fingerprint(two), only={peru.public_id})
        two.refresh_from_db()
        assert two.is_open
        assert not two.rows.filter(left_out=True).exists()

    def test_nothing_chosen_is_no_confirmation(self, two, person) -> None:
        with pytest.raises(Refused, match="Nothing is chosen"):
            confirm(change_set=two, by=person("ben"), read=fingerprint(two), words="None.", only=set())
        assert Country.objects.get().name == "Peru"

    def test_all_chosen_needs_no_words(self, two, peru, person) -> None:
        chosen = {row.whole_id for row in two.rows.all()}
        confirm(change_set=two, by=person("ben"), read=fingerprint(two), only=chosen)
        assert Country.objects.count() == 2
        assert not two.rows.filter(left_out=True).exists()

    def test_what_stands_against_a_row_does_not_stand_against_the_others(self, two, peru, person) -> None:
        chile = Country.objects.create(name="Chile", slug="chile", iso3="CHL")
        with pytest.raises(Conflicts):
            confirm(change_set=two, by=person("ben"), read=fingerprint(two))
        words = "Chile is there already."
        confirm(change_set=two, by=person("ben"), read=fingerprint(two), words=words, only={peru.public_id})
        assert set(Country.objects.values_list("name", flat=True)) == {"Perù", chile.name}


class TestWhatCannotWait:
    def test_readers_see_it_at_once_and_it_says_so(self, peru, proposed, person) -> None:
        made = proposed(changing(peru, name="Perù"))
        hurry(change_set=made, by=person("ana"), read=fingerprint(made), words="The page names another state.")
        assert Country.objects.get().name == "Perù"
        assert (made.urgent, made.waived, made.decided_by) == (True, False, person("ana"))
        version = peru.history.latest()
        assert (version.history_user, version.confirmed_by, version.change_id) == (
            person("ana"),
            None,
            made.public_id,
        )
        assert list(ChangeSet.objects.to_be_read()) == [made]

    def test_it_needs_words_and_an_author(self, peru, proposed, person) -> None:
        made = proposed(changing(peru, name="Perù"))
        with pytest.raises(Refused, match="Say why this cannot wait"):
            hurry(change_set=made, by=person("ana"), read=fingerprint(made), words=" ")
        with pytest.raises(Refused, match="Only who wrote in it"):
            hurry(change_set=made, by=person("ben"), read=fingerprint(made), words="Quick.")
        assert Country.objects.get().name == "Peru"

    def test_a_second_person_reads_it_afterwards_once(self, peru, proposed, person, monkeypatch) -> None:
        made = proposed(changing(peru, name="Perù"))
        with pytest.raises(Refused, match="Nobody has to read"):
            note_read(change_set=made, by=person("ben"))
        hurry(change_set=made, by=person("ana"), read=fingerprint(made), words="The page names another state.")
        with pytest.raises(Refused, match="A second person reads it"):
            note_read(change_set=made, by=person("ana"))
        noted: list[str] = []  # the public log says so: pages that are kept must move on
        monkeypatch.setattr(PublicationCounter, "note_change", noted.extend)
        note_read(change_set=made, by=person("ben"), words="Right.")
        assert noted == ["changes"]
        assert (made.reviewed_by, made.review_words) == (person("ben"), "Right.")
        assert not ChangeSet.objects.to_be_read().exists()
        with pytest.raises(Refused, match="Nobody has to read"):
            note_read(change_set=made, by=person("eve"))

    def test_the_database_itself_refuses_its_author_as_reader(self, peru, proposed, person) -> None:
        made = proposed(changing(peru, name="Perù"))
        hurry(change_set=made, by=person("ana"), read=fingerprint(made), words="The page names another state.")
        made.reviewed_at, made.reviewed_by = made.decided_at, person("ana")
        with pytest.raises(IntegrityError), transaction.atomic():
            made.save()


def test_without_a_source_nothing_is_confirmed_and_the_proposal_stays(peru, proposed, person) -> None:
    treaty = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    made = proposed(
        lambda: TreatyAction.objects.create(treaty=treaty, country=peru, kind="accession", date="2026-01-05")
    )
    with pytest.raises(Conflicts) as refused:
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
    assert "No source is named." in refused.value.problems[0]
    made.refresh_from_db()
    assert made.is_open
    assert not TreatyAction.objects.exists()


def test_a_day_that_lies_ahead_is_not_confirmed(peru, proposed, person) -> None:
    treaty = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    made = proposed(
        lambda: TreatyAction.objects.create(
            treaty=treaty, country=peru, kind="accession", date="2999-01-05", source=peru.source
        )
    )
    with pytest.raises(Conflicts) as refused:
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
    assert "5 January 2999 lies ahead." in refused.value.problems[0]
