"""Entering parties and attendance from pasted lists."""

import pytest

from countries.models import CountryName
from editorial.models import Organisation, User, recording
from meetings.actions.attendance import enter_attendance
from meetings.actions.parties import enter_parties
from meetings.models import Capacity, Role
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def states() -> None:
    for iso3, name in (
        ("ESP", "Spain"),
        ("CHL", "Chile"),
        ("HRV", "Croatia"),
        ("MEX", "Mexico"),
        ("PRT", "Portugal"),
        ("CPV", "Cabo Verde"),
        ("VEN", "Venezuela (Bolivarian Republic of)"),
    ):
        make_country(iso3, name)


def test_spains_paper_gets_its_parties_from_one_paste() -> None:
    user = User.objects.create(username="researcher")
    statement = make_statement()
    entered = enter_parties(
        statement=statement,
        pasted={Role.LEAD: "Spain", Role.CO_SPONSOR: "Chile, Croatia, Mexico and Portugal"},
        by=user,
        reason="From the paper's first line",
    )
    assert entered.added == ("Spain", "Chile", "Croatia", "Mexico", "Portugal")
    rows = list(statement.parties.values_list("country__iso3", "role", "order"))
    assert rows[:2] == [("ESP", "lead", 1), ("CHL", "co-sponsor", 2)]
    assert set(statement.parties.first().history.values_list("history_user", flat=True)) == {user.pk}


def test_former_names_short_names_and_organisations_are_found_and_the_rest_is_named() -> None:
    with recording(by=None, reason="Test"):
        CountryName.objects.create(country=make_country("CPV", "Cabo Verde"), name="Cape Verde", kind="former")
        Organisation.objects.create(name="Cluster Munition Coalition", abbreviation="CMC", slug="cmc")
    statement = make_statement()
    pasted = {Role.ENDORSER: "Cape Verde, Venezuela, CMC, Narnia and Chile"}
    entered = enter_parties(statement=statement, pasted=pasted, by=None, reason="Paste")
    assert entered.unknown == ("Narnia",)
    assert len(entered.added) == 4
    again = enter_parties(statement=statement, pasted=pasted, by=None, reason="Paste again")
    assert (again.added, len(again.already)) == ((), 4)


def test_a_delegation_list_is_entered_once_and_completed_later() -> None:
    lima, source = make_meeting(), make_source()
    words = {"meeting": lima, "capacity": Capacity.PARTICIPANT, "source": source, "by": None, "reason": "List"}
    first = enter_attendance(pasted="Chile\nMexico – Amb. A\nNarnia", **words)
    assert (first.added, first.already, first.unknown) == (2, 0, ("Narnia",))
    second = enter_attendance(pasted="Chile – Ms B\nMexico – Somebody else", **words)
    assert (second.added, second.already) == (0, 2)
    heads = dict(lima.attendance.values_list("country__iso3", "head_of_delegation"))
    assert heads == {"CHL": "Ms B", "MEX": "Amb. A"}
