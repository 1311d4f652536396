"""Figures about treaties: drawn from the counts and acts of the same page, and never without anything to show."""

from __future__ import annotations

from datetime import date

import pytest

from countries.charts import MAP_CLASSES, accumulation_chart, course_chart, law_map, laws_by_year, standings_map
from countries.models import Country, DomesticStep, NationalLaw
from countries.queries.national_laws import laws_of_states
from countries.queries.treaty_standings import CountryStanding, TreatyRecord, standings_of, treaty_record
from countries.rules.standing import BOUND, Standing
from editorial.models import recording
from editorial.templatetags.charts import chart
from tests.factories.meetings import make_country
from tests.factories.treaties import make_act, make_treaty

pytestmark = pytest.mark.django_db
END = date(2013, 3, 1)


@pytest.fixture
def record(peru: Country) -> TreatyRecord:
    make_act(peru, "signature", "2008-12-03")
    make_act(peru, "ratification", "2012-09-26")
    make_act(make_country("CHL", "Chile"), "signature", "2008-12-03")
    make_country("MEX", "Mexico")
    return treaty_record(make_treaty("ccm"))


def peru_in_ccm(peru: Country) -> CountryStanding:
    (found,) = [one for one in standings_of(peru, END, today=END) if one.treaty.slug == "ccm"]
    return found


class TestMap:
    def test_every_standing_has_a_class_and_whoever_is_bound_the_same(self) -> None:
        assert set(MAP_CLASSES) == set(Standing)
        assert {MAP_CLASSES[standing].name for standing in BOUND} == {"Bound: in force"}

    def test_the_legend_names_only_what_occurs_on_that_day(self, record: TreatyRecord) -> None:
        def legend(day: date) -> list[str]:
            return [line.map_class.name for line in standings_map(record, record.on(day), "#table").key]

        assert legend(date(2013, 2, 28)) == ["Party by deposit, not yet bound", "Signatory", "Not joined"]
        assert legend(date(2013, 3, 1)) == ["Bound: in force", "Signatory", "Not joined"]

    def test_the_title_names_the_day(self, record: TreatyRecord) -> None:
        found = standings_map(record, record.on(END), "#table")
        assert found.caption["title"] == "Convention on Cluster Munitions on 1 March 2013"


class TestMembership:
    def test_before_anybody_acted_there_is_nothing_to_draw(self, record: TreatyRecord) -> None:
        assert accumulation_chart(record, date(2008, 12, 2)) is None
        assert accumulation_chart(record, date(2008, 12, 3)) is not None

    def test_its_table_has_the_end_of_each_year_and_the_day_chosen(self, record: TreatyRecord) -> None:
        drawn = accumulation_chart(record, END)
        assert drawn is not None
        page = " ".join(chart(drawn).split())
        for words in ("Membership over the years", "Bound: in force", "Parties by deposit", "Signed or joined"):
            assert words in page

    def test_on_the_first_day_the_year_before_stands_beside_it(self, record: TreatyRecord) -> None:
        drawn = accumulation_chart(record, date(2008, 12, 3))
        assert drawn is not None
        assert "2007" in chart(drawn)


class TestCourse:
    def test_the_acts_and_the_day_that_the_rule_gave(self, record: TreatyRecord, peru: Country) -> None:
        drawn = course_chart(peru_in_ccm(peru), [])
        assert drawn is not None
        page = chart(drawn)
        for words in ("Signature", "Ratification", "In force for it"):
            assert words in page

    def test_steps_at_home_stand_with_the_date_as_its_source_gives_it(self, record, peru: Country) -> None:
        with recording(by=None, reason="Test"):
            step = DomesticStep.objects.create(
                country=peru, treaty=make_treaty("ccm"), kind="approved", date="2012-03"
            )
        step.refresh_from_db()
        drawn = course_chart(peru_in_ccm(peru), [step])
        assert drawn is not None
        page = chart(drawn)
        assert "Approved by parliament" in page
        assert "March 2012" in page

    def test_one_act_alone_is_no_way(self, record: TreatyRecord) -> None:
        chile = Country.objects.get(iso3="CHL")
        assert course_chart(peru_in_ccm(chile), []) is None


class TestLaws:
    @pytest.fixture
    def laws(self, peru: Country) -> None:
        with recording(by=None, reason="Test"):
            for title, adopted in (
                ("Act 5", "2012"),
                ("Act 6", "2012"),
                ("Act 7", "2014"),
                ("Act 8", "after 2015"),
            ):
                NationalLaw.objects.create(country=peru, kind="act", title=title, adopted_on=adopted)
            NationalLaw.objects.create(
                country=peru, kind="act", title="Act No. 7", known_as="Act 7", adopted_on="2015-01"
            )
            NationalLaw.objects.create(country=make_country("CHL", "Chile"), kind="bill", title="A bill")

    def test_a_state_counts_once_a_year_and_both_years_that_sources_give(self, laws) -> None:
        drawn = laws_by_year(laws_of_states(), "")
        assert drawn is not None
        figures = [[cell.text for cell in row] for row in drawn.rows]
        assert [(row[0], row[1]) for row in figures] == [
            ("2012", "1"),
            ("2013", "0"),
            ("2014", "1"),
            ("2015", "1"),
        ]

    def test_a_map_counts_what_is_on_record_and_leaves_the_others_without_a_colour(self, laws) -> None:
        drawn = law_map(laws_of_states(), "")
        assert {(line.map_class.name, line.count) for line in drawn.key} == {
            ("Act or amendment", 1),
            ("Bill, draft or plan", 1),
        }

    def test_without_any_year_there_is_no_chart(self, peru: Country) -> None:
        assert laws_by_year(laws_of_states(), "") is None
