"""States by ISO 3166 alpha-3, with names and the source of their row."""

from __future__ import annotations

from countries.models import Country, CountryName
from editorial.models import Source


def test_detail_by_code_in_either_case_and_by_slug(client, peru: Country) -> None:
    for key in ("PER", "per", "peru"):
        body = client.get(f"/api/v1/countries/{key}/").json()
        assert (body["iso3"], body["official_name"], body["is_un_member"]) == ("PER", "Republic of Peru", True)


def test_a_former_slug_and_another_name_find_the_state(client, peru: Country) -> None:
    peru.slug = "el-peru"
    peru.save()
    for key in ("PER", "pe", "peru", "el-peru", "republic-of-peru"):
        assert client.get(f"/api/v1/countries/{key}/").json()["iso3"] == "PER", key
    assert client.get("/api/v1/countries/narnia/").status_code == 404


def test_names_are_dated(client, db) -> None:
    source = Source.objects.create(key="names", title="Names")
    cabo_verde = Country.objects.create(slug="cabo-verde", iso3="CPV", name="Cabo Verde", source=source)
    CountryName.objects.create(country=cabo_verde, name="Cape Verde", kind="former", valid_until="2013")
    body = client.get("/api/v1/countries/CPV/").json()
    assert body["names"] == [
        {
            "name": "Cape Verde",
            "kind": "former",
            "valid_from": None,
            "valid_until": {"value": "2013", "precision": "year"},
        }
    ]
    assert body["sources"][0]["key"] == "names"


def test_an_area_without_code_has_an_address(client, db) -> None:
    Country.objects.create(slug="nagorno-karabakh", name="Nagorno-Karabakh", kind="other_area", is_un_member=False)
    body = client.get("/api/v1/countries/nagorno-karabakh/").json()
    assert (body["iso3"], body["name"]) == (None, "Nagorno-Karabakh")


def test_unknown_state_is_404_in_the_one_error_shape(client, db) -> None:
    response = client.get("/api/v1/countries/ZZZ/")
    assert response.status_code == 404
    assert response.json()["errors"][0]["code"] == "not_found"


def test_description_is_valid(client, db) -> None:
    response = client.get("/api/v1/schema/?format=json")
    assert response.json()["openapi"].startswith("3.1")
    assert "/api/v1/profiles/{id}/releases/{number}/" in response.json()["paths"]
