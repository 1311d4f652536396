"""Two entries of the library that are one document are found by their address or their words."""

import pytest

from editorial.rules.same_document import plain_address, plain_words, spellings


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
