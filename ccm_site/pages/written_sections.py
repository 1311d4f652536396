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
    found = {**_written(sections, country, at, False), **_written(sections, country, at, True)}
    return [(section, found[section.anchor]) for section in sections]


def _written(sections: Sequence[PageSection], country: Country, at: PageMoment, is_of_record: bool) -> Written:
    """Those that rest on the state's own records, or those that do not, by their anchors."""
    some = [section for section in sections if section.is_of_record is is_of_record]
    return at.kept.about(
        Country,
        country.pk,
        ("written sections", is_of_record, at.standings.day, at.stocks.day),
        lambda: {section.anchor: _one(section, country, at) for section in some},
        is_of_record=is_of_record,
    )


def _one(section: PageSection, country: Country, at: PageMoment) -> str | None:
    content = section.content(country, at)
    if content is None:
        return None
    return render_to_string(section.template, {"section": section, "content": content, "country": country})
