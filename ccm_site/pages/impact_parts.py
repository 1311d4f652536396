"""What contamination, clearance and casualties say on a state's page."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import Country
from impact.models import ContaminationAnswer, ContaminationClaim
from impact.queries.state_impact import StateImpact, state_impact
from stockpiles.models import Article
from stockpiles.queries.duties import owed_by_state

from .parts import Content, Event, Fact, PageMoment
from .stock_parts import nothing_recorded


def _story(country: Country, at: PageMoment) -> StateImpact:
    return at.kept.about(
        Country, country.pk, ("impact", at.stocks.day), lambda: state_impact(country, at.stock_records)
    )


def impact_facts(country: Country, at: PageMoment) -> Iterable[Fact]:
    """What is said of contamination in a word, with the newest of who says so; the newest count of casualties."""
    story = _story(country, at)
    if story.contamination is None and not owed_by_state(Article.CLEARANCE, at.stock_records)[country.pk].duties:
        yield nothing_recorded("Contamination", "")
    elif story.contamination is not None:
        newest = story.contamination.lines[0]
        yield Fact(
            "Contamination", story.contamination.upshot.value.capitalize(), basis=newest.who, url="#contamination"
        )
    if story.casualties:
        newest_figure = story.casualties[0].record
        when = f"{newest_figure.when_in_words}, {newest_figure.get_basis_display().lower()}"
        yield Fact("Casualties", newest_figure.in_words.capitalize(), basis=when, url="#casualties")


def impact_events(country: Country, at: PageMoment) -> Iterable[Event]:
    """That it was cleared, where that is said outside the duty of Article 4; requests and completions of the duty stand
    among the stocks."""
    said = _story(country, at).contamination
    for line in said.lines if said else ():
        record = line.record
        if (
            isinstance(record, ContaminationClaim)
            and record.answer == ContaminationAnswer.CLEARED
            and record.as_of is not None
        ):
            yield Event(
                record.as_of, "Said to be cleared of cluster munition remnants", f"#{record.anchor}", line.who
            )


def contamination_section(country: Country, at: PageMoment) -> Content:
    """Every claim, printed deadline and record of clearance, beside the clock of Article 4."""
    story = _story(country, at)
    if not story.is_of_land:
        return None
    return {"story": story, "duties": owed_by_state(Article.CLEARANCE, at.stock_records)[country.pk].duties}


def casualty_section(country: Country, at: PageMoment) -> Content:
    """Every figure with its source."""
    story = _story(country, at)
    return {"story": story} if story.casualties else None
