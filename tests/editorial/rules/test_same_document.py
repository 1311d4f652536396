"""Two entries of the library that are one document are found by their address or their words."""

import pytest

from editorial.rules.same_document import ends_with_locator, is_address, plain_address, plain_words, spellings


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        (
            "https://www.the-monitor.org/en-gb/reports/2021/peru/view-all.aspx",
            "the-monitor.org/en-gb/reports/2021/peru/view-all.aspx",
        ),
        ("http://The-Monitor.org/a/#top", "the-monitor.org/a"),
        ("https://clusterconvention.org/13msp/", "clusterconvention.org/13msp"),
        ("http://vietnamgear.com/kit.aspx?kit=511", "vietnamgear.com/kit.aspx?kit=511"),
        ("http://a.example?id=7", "a.example?id=7"),
        ("https://www.wilpf.int.ch", ""),
        ("https://www.bhmac.org/", ""),
        ("", ""),
    ],
)
def test_an_address_without_what_does_not_change_the_document(url, plain):
    assert plain_address(url) == plain


def test_the_library_is_asked_for_every_spelling_of_an_address():
    found = spellings("https://clusterconvention.org/13msp")
    assert "http://www.clusterconvention.org/13msp/" in found
    assert len(found) == 8
    assert spellings("https://www.wilpf.int.ch") == []


def test_titles_are_compared_without_case_accents_and_punctuation():
    assert plain_words("Se eliminarán las bombas de racimo.") == plain_words(
        "“Se eliminaran las Bombas de racimo”"
    )


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("http://archives.the-monitor.org/index.php/cp/display/region_profiles/theme/1596", True),
        ("www.wilpf.int.ch", True),
        ("clusterconvention.org", True),
        ("Meeting page: 13MSP", False),
        ("Peru: Cluster Munition Ban Policy (profile, 2021)", False),
        ("Landmine Monitor 2009. Peru", False),
    ],
)
def test_an_address_is_no_title(title, address):
    assert is_address(title) is address


@pytest.mark.parametrize(
    ("title", "glued"),
    [
        ("Landmine Monitor 2009, Peru country report, note 13", True),
        ("Landmine Monitor 2009, Peru country report, notes 2, 12 and 13", True),
        ("Report on stocks, p. 5", True),
        ("Peru (country report, 2009)", False),
        ("Summary Record of the Committee of the Whole, Second Session", False),
        ("Statement of the Netherlands, agenda item 8b", False),
    ],
)
def test_a_place_in_the_document_is_not_part_of_its_title(title, glued):
    assert ends_with_locator(title) is glued
