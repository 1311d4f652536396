"""A proposed change in words."""

from __future__ import annotations

from countries.models import Country, CountryName, CountryProfile, TreatyAction
from editorial.actions.proposing import propose
from editorial.models import FourEyes, four_eyes_of
from editorial.queries.change_sets import fact_tables, read_rows


def test_keys_choices_and_partial_dates_are_read_in_words(peru: Country, sources, person) -> None:
    def act() -> None:
        CountryName.objects.create(country=peru, name="Pérou", kind="also", valid_from="1821-07")
        peru.source = sources[0]
        peru.save()

    made = propose(act, by=person("ana"), reason="Names").change_set
    assert made is not None
    new, changed = read_rows(made)
    words = {field.label: field.new for field in new.fields}
    assert words["Country"] == "Peru"
    assert words["Valid from"] == "July 1821"
    assert "Also" in words["Kind"]
    [field] = changed.fields
    assert (field.label, field.old, field.new) == ("Source", "", str(sources[0]))


def test_a_record_that_is_new_in_the_set_itself_has_its_name(person, db) -> None:
    def act() -> None:
        chad = Country.objects.create(name="Chad", slug="chad", iso3="TCD")
        CountryName.objects.create(country=chad, name="Tchad", kind="also")

    made = propose(act, by=person("ana"), reason="Missing").change_set
    assert made is not None
    assert {field.label: field.new for field in read_rows(made)[1].fields}["Country"] == "country: Chad"


def test_names_are_asked_once_a_table_however_many_rows_name_them(
    peru: Country, sources, person, django_assert_max_num_queries
) -> None:
    def act() -> None:
        for number in range(30):
            CountryName.objects.create(
                country=peru, name=f"Name {number}", kind="also", source=sources[number % 3]
            )

    made = propose(act, by=person("ana"), reason="Names").change_set
    assert made is not None
    with django_assert_max_num_queries(3):  # the rows, the countries, the sources
        rows = read_rows(made)
    assert {field.new for row in rows for field in row.fields if field.name == "source"} == set(map(str, sources))


def test_a_long_text_is_compared_word_by_word(peru: Country, person) -> None:
    peru.note = "The depositary lists it under this name, " * 4
    peru.save()

    def act() -> None:
        country = Country.objects.get(pk=peru.pk)
        country.note = country.note.replace("this name", "that name", 1)
        country.save()

    made = propose(act, by=person("ana"), reason="Name").change_set
    assert made is not None
    [field] = read_rows(made)[0].fields
    assert field.text is not None


def test_facts_are_what_changes_by_sets() -> None:
    assert TreatyAction in fact_tables()
    assert CountryProfile not in fact_tables()
    assert {four_eyes_of(table) for table in fact_tables()} == {FourEyes.CHANGE_SET}
