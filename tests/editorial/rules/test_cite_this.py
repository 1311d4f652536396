"""Citing a release of the Monitor, for people and for reference managers."""

import json
from dataclasses import replace
from datetime import date

from editorial.rules.cite_this import CiteThis

PERU = CiteThis(
    title="Perú: Cluster Munition Ban Policy",
    edition="2009",
    release=1,
    date=date(2026, 5, 7),
    url="https://monitor.example/countries/peru/cluster-munition-ban-policy/2009/r1/",
    publisher="CCM Monitor",
)


def test_text():
    assert PERU.text == (
        "CCM Monitor, “Perú: Cluster Munition Ban Policy,” 2009 edition, release 1, 7 May 2026, "
        "https://monitor.example/countries/peru/cluster-munition-ban-policy/2009/r1/"
    )


def test_what_has_no_edition_is_cited_without_one():
    page = replace(PERU, edition="")
    assert page.text.endswith("Policy,” release 1, 7 May 2026, " + PERU.url)
    assert "ET  - release 1\r\n" in page.ris
    assert page.csl["version"] == "release 1"
    assert "edition" not in page.bibtex


def test_bibtex():
    assert PERU.bibtex == (
        "@misc{peru-cluster-munition-ban-policy-2009-r1,\n"
        "  author = {{CCM Monitor}},\n"
        "  title = {{Perú: Cluster Munition Ban Policy}},\n"
        "  edition = {2009},\n"
        "  version = {1},\n"
        "  year = {2026},\n"
        "  month = may,\n"
        "  date = {2026-05-07},\n"
        "  publisher = {CCM Monitor},\n"
        "  url = {https://monitor.example/countries/peru/cluster-munition-ban-policy/2009/r1/},\n"
        "}\n"
    )


def test_bibtex_takes_letters_that_mean_something_to_tex():
    bibtex = replace(PERU, title="50% of {A} & B_1 \\ C", url="https://e.org/{a}").bibtex
    assert r"title = {{50\% of \{A\} \& B\_1 \textbackslash{} C}}," in bibtex
    assert "url = {https://e.org/%7Ba%7D}," in bibtex


def test_ris_holds_one_field_a_line():
    ris = replace(PERU, title="Peru\r\nER  - x").ris
    assert ris.split("\r\n") == [
        "TY  - ELEC",
        "AU  - CCM Monitor,",
        "TI  - Peru ER - x",
        "ET  - 2009 edition, release 1",
        "PY  - 2026",
        "DA  - 2026/05/07/",
        "PB  - CCM Monitor",
        f"UR  - {PERU.url}",
        "ER  - ",
        "",
    ]


def test_csl_json():
    assert json.loads(json.dumps(PERU.csl)) == {
        "id": "peru-cluster-munition-ban-policy-2009-r1",
        "type": "webpage",
        "title": "Perú: Cluster Munition Ban Policy",
        "author": [{"literal": "CCM Monitor"}],
        "publisher": "CCM Monitor",
        "issued": {"date-parts": [[2026, 5, 7]]},
        "URL": PERU.url,
        "version": "2009 edition, release 1",
    }


def test_a_site_that_is_not_called_like_its_publisher_is_named_beside_it():
    page = replace(PERU, publisher="Watch Trust", site="Ban & Watch")
    assert page.text.startswith("Watch Trust, “Perú: Cluster Munition Ban Policy,” Ban & Watch, 2009 edition, ")
    assert "  howpublished = {Ban \\& Watch},\n" in page.bibtex
    assert "T2  - Ban & Watch\r\n" in page.ris
    assert page.csl["container-title"] == "Ban & Watch"
    assert "container-title" not in PERU.csl
