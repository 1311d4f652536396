"""Treaties as readers see them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db.models import QuerySet
from django.http import HttpResponse
from django.test import Client

from countries.models import Country, StateGroup, TreatyAction
from tests.factories.treaties import make_act

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "on_3_february_2026")]


@pytest.fixture
def on_3_february_2026() -> Any:
    with time_machine.travel(datetime(2026, 2, 3, 12, tzinfo=UTC), tick=False):
        yield


def text_of(response: HttpResponse) -> str:
    """What a reader sees, without mark-up and with single spaces."""
    words = re.sub(r"<(style|script)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", words).split())


def page(client: Client, query: str = "", slug: str = "ccm", status: int = 200) -> str:
    response = client.get(f"/treaties/{slug}/{query}")
    assert response.status_code == status
    return text_of(response)


def lines(response: Any) -> list[dict[str, str]]:
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def test_112_and_83_on_31_july_2013_say_that_they_are_by_deposit(client: Client) -> None:
    words = page(client, "?as_of=2013-07-31&basis=deposit")
    assert "States Parties 83 by deposit, 31 July 2013" in words
    assert "Signed or joined in all 112 by deposit, 31 July 2013" in words
    assert "States Parties 83 77 Andorra , Bolivia (Plurinational State of) , Chad , Iraq" in words
    assert "States Parties, by deposit (83)" in words
    assert "Nauru (from 1 August 2013)" in words


def test_by_entry_into_force_the_same_day_reads_otherwise(client: Client) -> None:
    words = page(client, "?as_of=2013-07-31&basis=in_force")
    assert "States Parties 77 by entry into force, 31 July 2013" in words
    assert "Signatories not yet party 34 by entry into force" in words
    assert "States Parties, by entry into force (77)" in words
    assert "Deposited, not yet bound (1)" in words  # Andorra acceded, so it is no signatory either


def test_the_day_peru_deposited(client: Client) -> None:
    words = page(client, "?as_of=2012-09-26")
    assert "States Parties 76 by deposit, 26 September 2012" in words
    assert "Peru (from 1 March 2013)" in words
    assert "Change before: 1 Sep 2012 Change after: 1 Oct 2012" in words


def test_every_row_gives_its_date_and_article(client: Client) -> None:
    words = page(client, "?as_of=2013-07-31&region=Americas")
    assert "Peru State Party 3 December 2008 26 September 2012 Ratification 1 March 2013 Article 17(2)" in words
    assert "Remove filter: Region: Americas" in words
    assert "States Parties, by deposit (17 of 83)" in words


def test_a_group_without_members_on_record_has_its_page_and_no_state(client: Client) -> None:
    StateGroup.objects.create(slug="friends", name="Friends of the Convention")
    words = page(client, "?group=friends")
    assert "Friends of the Convention" in words
    assert "None of them is in this region or group, or stands so." in words


def test_the_core_group(client: Client) -> None:
    words = page(client, "?as_of=2013-07-31&group=core-group")
    assert "States Parties, by deposit (7 of 83)" in words
    assert "None of them is in this region or group, or stands so." in words


def test_what_changed_since_another_day(client: Client) -> None:
    words = page(client, "?as_of=2025-09-05&compare=2024-09-05")
    assert "What changed from 5 September 2024 to 5 September 2025" in words
    assert "6 Sep 2024 Lithuania : state party → State Party, withdrawing" in words
    assert "Notice received on 6 September 2024; six months later is 6 March 2025. (CCM, Article 20(3))" in words
    assert "Vanuatu : not joined → Party by deposit, not yet bound" in words
    assert "Nothing: no state’s standing changed" in page(client, "?as_of=2024-01-02&compare=2024-01-01")


def test_the_other_day_may_be_the_later_one(client: Client) -> None:
    words = page(client, "?as_of=2024-09-05&compare=2025-09-05")
    assert "6 Sep 2024 Lithuania : state party → State Party, withdrawing" in words


def test_today_is_the_default_and_a_day_ahead_says_so(client: Client) -> None:
    words = page(client)
    assert "On 3 February 2026" in words
    assert "States Parties 112 by deposit" in words
    assert "What changed from 3 February 2025 to 3 February 2026" in words
    assert "This day lies ahead" not in words
    ahead = page(client, "?as_of=2026-03-01")
    assert "The record ends on 3 February 2026" in ahead
    assert "Vanuatu State Party 5 September 2025 Accession 1 March 2026 Article 17(2)" in ahead


def test_before_anybody_had_signed(client: Client) -> None:
    words = page(client, "?as_of=2000-01-01")
    assert "States Parties 0 by deposit, 1 January 2000" in words
    assert "Not joined (197)" in words
    assert "Change after: 3 Dec 2008" in words


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-12-31"])
def test_the_ends_of_the_calendar(client: Client, day: str) -> None:
    response = client.get(f"/treaties/ccm/?as_of={day}")
    assert response.status_code == 200
    assert len(response.content) < 400_000
    assert client.get(f"/treaties/?as_of={day}").status_code == 200
    assert client.get(f"/treaties/ccm.csv?as_of={day}").status_code == 200
    assert client.get(f"/api/v1/treaties/ccm/standings/?as_of={day}").status_code == 200
    assert client.get(f"/api/v1/countries/PER/?as_of={day}").status_code == 200


def test_belize_applied_it_provisionally(client: Client) -> None:
    assert "Applying it provisionally on this day (CCM, Article 18): Belize" in page(client, "?as_of=2014-12-31")
    assert "Applying it provisionally" not in page(client, "?as_of=2015-03-01")


def test_the_treaty_explains_its_own_entry_into_force(client: Client) -> None:
    words = page(client)
    assert "The 30th instrument was deposited on 16 February 2010; the sixth month after February 2010" in words
    assert "Reservations None Article 19" in words
    assert "Also called Cluster Munitions Convention, Oslo Convention, Oslo Treaty" in words


def test_published_and_computed_days_stand_side_by_side(client: Client) -> None:
    mine_ban = page(client, "?as_of=2026-02-03", slug="mine-ban-treaty")
    assert "Montenegro State Party 23 October 2006 Succession 23 October 2006" in mine_ban
    assert "published as 1 April 2007" in mine_ban
    ccw = page(client, slug="ccw")
    assert "the number would have been complete on 29 September 1983" in ccw
    assert "Amended Protocol II on mines" in ccw


def test_a_protocol_is_cited_by_its_parent(client: Client) -> None:
    words = page(client, "?as_of=2009-03-01", slug="ccw-protocol-v")
    assert "Protocol to the Convention on Certain Conventional Weapons" in words
    assert "CCW, Article 5(3)" in words
    assert "Signatories not yet party" not in words  # nobody signs it
    assert "Peru" in words.split("Not joined (")[1]


def test_the_map_has_every_state_as_a_link_and_a_legend_that_counts(client: Client) -> None:
    content = client.get("/treaties/ccm/?as_of=2013-07-31").content.decode()
    world = content.split('class="map-world"')[1].split("</svg>")[0]
    assert world.count("<a ") == 197
    assert "<title>Peru: Bound: in force</title>" in world
    words = page(client, "?as_of=2013-07-31")
    for line in (
        "Bound: in force (77)",
        "Party by deposit, not yet bound (6)",
        "Signatory (29)",
        "Not joined (85)",
    ):
        assert line in words


def test_a_new_accession_shows_at_once(client: Client) -> None:
    make_act(Country.objects.get(iso3="FIN"), "accession", "2026-01-15")
    words = page(client)
    assert "States Parties 113 by deposit, 3 February 2026" in words
    assert "Finland (from 1 July 2026)" in words


@pytest.mark.parametrize("query", ["", "?as_of=2013-07-31", "?as_of=2013-07-31&basis=in_force&region=Europe"])
def test_five_queries_whatever_the_number_of_acts(
    client: Client, django_assert_num_queries: Callable, query: str
) -> None:
    with django_assert_num_queries(5):
        client.get(f"/treaties/ccm/{query}")
    QuerySet(TreatyAction).exclude(country__iso3="PER").delete()
    with django_assert_num_queries(5):
        client.get(f"/treaties/ccm/{query}")


@pytest.mark.parametrize(
    ("query", "parameter", "said"),
    [
        ("?as_of=2013-02-30", "as_of", "“2013-02-30” is not a day"),
        ("?as_of=0000-01-01", "as_of", "“0000-01-01” is not a day"),
        ("?as_of=yesterday", "as_of", "“yesterday” is not a day"),
        ("?compare=2013", "compare", "“2013” is not a day"),
        ("?basis=signature", "basis", "Select a valid choice. signature is not one of the available choices"),
        ("?region=Atlantis", "region", "Select a valid choice. Atlantis is not one of the available choices"),
        (
            "?sort=name",
            "sort",
            "This page does not know it. It knows as_of, basis, compare, region, group, standing, known_at.",
        ),
        ("?standing=party", "standing", "Select a valid choice. party is not one of the available choices"),
        ("?group=g7", "group", "Select a valid choice. g7 is not one of the available choices"),
    ],
)
def test_a_bad_parameter_is_named(client: Client, query: str, parameter: str, said: str) -> None:
    words = page(client, query, status=400)
    assert f"{parameter} : {said}" in words
    assert client.get(f"/treaties/ccm.csv{query}").status_code == 400


def test_what_was_typed_is_escaped(client: Client) -> None:
    response = client.get("/treaties/ccm/?as_of=<script>alert(1)</script>")
    assert response.status_code == 400
    assert b"<script>alert" not in response.content


def test_no_such_treaty(client: Client) -> None:
    for address in ("/treaties/kyoto/", "/treaties/kyoto.csv"):
        page = client.get(address)
        assert page.status_code == 404
        assert "There is no page at this address" in page.content.decode()


def test_the_page_depends_on_its_address_alone(client: Client) -> None:
    response = client.get("/treaties/ccm/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_csv_of_the_day_with_arithmetic(client: Client) -> None:
    rows = lines(client.get("/treaties/ccm.csv?as_of=2013-07-31&basis=in_force"))
    assert len(rows) == 197
    chad = next(row for row in rows if row["ISO3"] == "TCD")
    assert chad["Standing"] == "Party by deposit, not yet bound"
    assert chad["Counted by entry into force as"] == "signatory"
    assert (chad["Deposited"], chad["In force (computed)"]) == ("2013-03-26", "2013-09-01")
    assert chad["Article"] == "CCM, Article 17(2)"
    assert chad["Arithmetic"].startswith("Deposited on 26 March 2013; the sixth month after")


def test_csv_of_the_years(client: Client) -> None:
    rows = lines(client.get("/treaties/ccm/accumulation.csv"))
    assert rows[0] == {
        "From": "2008-12-03",
        "Basis": "deposit",
        "Parties": "4",
        "Signatories not yet party": "88",
        "Joined in all": "92",
        "As of": "2026-02-03",
        "Record up to": "2026-02-03",
    }
    last = [row for row in rows if row["Basis"] == "deposit"][-1]
    assert (last["From"], last["Parties"]) == ("2025-09-05", "112")


def test_the_list_of_instruments(client: Client) -> None:
    words = text_of(client.get("/treaties/?as_of=2013-07-31"))
    assert "Convention on Cluster Munitions Adopted in Dublin on 30 May 2008 since 1 August 2010" in words
    assert "CCM, Article 17(1) 83 77 29" in words
    assert "Protocol to the CCW, adopted in Geneva on 28 November 2003" in words
    assert "from 1 March 1999" in text_of(client.get("/treaties/?as_of=1998-01-01"))
    assert client.get("/treaties/?as_of=nonsense").status_code == 400


def test_the_list_takes_four_queries(client: Client, django_assert_num_queries: Callable) -> None:
    with django_assert_num_queries(4):
        client.get("/treaties/")


def test_states_of_a_region_with_a_standing(client: Client) -> None:
    words = page(client, "?as_of=2013-07-31&region=Africa&standing=signatory")
    states = words.split("Signatories not yet party")[-1]
    assert "Nigeria" in states
    assert "Peru" not in states
    assert "Standing: Signatory" in words
    rows = b"".join(client.get("/treaties/ccm.csv?as_of=2013-07-31&region=Africa&standing=signatory")).decode()
    assert "NGA" in rows
    assert "PER" not in rows
