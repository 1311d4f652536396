"""The sections of a state's page as they are written, each kept as long as what it rests on stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.template.loader import render_to_string

from countries.models import Country

from .parts import PageMoment, PageSection

Written = Mapping[str, str | None]


def written_sections(
    sections: Sequence[PageSection], country: Country, at: PageMoment
) -> list[tuple[PageSection, str | None]]:
    """Each section with its HTML; None where it has nothing to show.

    After a change in the state's stocks or texts those sections stand that rest on neither: acts, laws, meetings. What
    the page is asked beside the state is in the name: the two days of which it speaks.
    """
    found: dict[str, str | None] = {}
    for is_of_record in (False, True):
        some = [section for section in sections if section.is_of_record is is_of_record]
        name = ("written sections", is_of_record, at.standings.day, at.stocks.day)
        found |= at.kept.about(
            Country, country.pk, name, lambda some=some: _written(some, country, at), is_of_record=is_of_record
        )
    return [(section, found[section.anchor]) for section in sections]


def _written(sections: Sequence[PageSection], country: Country, at: PageMoment) -> Written:
    """By the anchor of the section."""
    return {section.anchor: _one(section, country, at) for section in sections}


def _one(section: PageSection, country: Country, at: PageMoment) -> str | None:
    content = section.content(country, at)
    if content is None:
        return None
    return render_to_string(section.template, {"section": section, "content": content, "country": country})
