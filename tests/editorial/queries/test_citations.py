"""What texts cite, looked up in the library."""

from __future__ import annotations

from editorial.models import Source, recording
from editorial.queries import cited_sources, text_problems, unknown_keys


def test_each_key_with_its_line_and_address(sources: list[Source]) -> None:
    found = cited_sources({"peru-oslo-2008", "nobody"})
    assert set(found) == {"peru-oslo-2008"}
    assert found["peru-oslo-2008"].url == "/sources/peru-oslo-2008/"
    assert found["peru-oslo-2008"].line == sources[1].line()


def test_a_merged_key_gives_the_source_that_took_over(sources: list[Source]) -> None:
    with recording(by=None, reason="The same document"):
        sources[1].merged_into = sources[2]
        sources[1].save()
    assert cited_sources({"peru-oslo-2008"})["peru-oslo-2008"].key == "oslo-notes-2008"
    assert text_problems("As said.[^1]\n\n[^1]: [@peru-oslo-2008].\n") == ()


def test_unknown_keys_and_what_a_text_lacks(sources: list[Source]) -> None:
    assert unknown_keys(["peru-oslo-2008", "nobody", "nobody"]) == {"nobody"}
    assert unknown_keys([]) == set()
    (problem,) = text_problems("See [@nobody, p. 2].")
    assert "nobody" in problem.message
