"""A drafted profile of the theme Cluster Munition Ban Policy, in the field's order.

Composed from plain lists, as the dossier is: who has something to add writes a part in a module beside and adds its line
here. A draft is a beginning for a researcher. It is never published by itself.
"""

from __future__ import annotations

from ccm_site.pages.parts import PageMoment, this_moment
from countries.actions.profile_draft import ProfileDraft
from countries.models import Country
from stockpiles.models import Activity
from stockpiles.queries.sentence import lead_sentence

from . import (
    activities,
    deadlines,
    events,
    impact,
    laws,
    meetings,
    programmes,
    reports,
    retention,
    said,
    standing,
    stocks,
    views,
    votes,
)
from .parts import DraftSection, Subject
from .writing import text_of

SECTIONS: tuple[DraftSection, ...] = (
    DraftSection(
        "policy",
        "Policy",
        (
            standing.standing,
            standing.steps_at_home,
            laws.national_laws,
            standing.groups,
            events.told(*events.OF_POLICY),
            said.what_it_said,
            votes.votes,
            meetings.attendance,
            views.interpretive_views,
            standing.other_treaties,
        ),
    ),
    DraftSection(
        "use",
        "Use, production and transfer",
        (
            activities.said_of(Activity.USE),
            activities.used_here,
            activities.said_of(Activity.PRODUCTION),
            activities.said_of(Activity.EXPORT, Activity.IMPORT, Activity.TRANSFER),
            activities.said_of(Activity.HOSTING),
            activities.not_said,
        ),
    ),
    DraftSection(
        "stocks",
        "Stockpiling and destruction",
        (
            activities.said_of(Activity.STOCKPILING),
            stocks.holdings,
            stocks.destroyed,
            stocks.differences,
            events.told(*events.OF_STOCKS),
            programmes.programmes,
            deadlines.destruction_deadline,
        ),
    ),
    DraftSection("retention", "Retention", (activities.said_of(Activity.RETENTION), retention.retained)),
    DraftSection(
        "clearance",
        "Clearance",
        (impact.contamination, deadlines.clearance_deadline, impact.printed_deadlines, impact.clearance),
    ),
    DraftSection("casualties", "Casualties", (impact.casualties,)),
    DraftSection("reports", "Transparency reports", (reports.transparency_reports,)),
)


def draft_of(country: Country, at: PageMoment | None = None) -> ProfileDraft:
    """Everything on record of a state as the text of an edition, with the day of which it speaks.

    Sixty-five queries at most, whatever the number of facts; fewer where pages have been made at the same moment.
    """
    about = Subject(country, at or this_moment())
    found = about.convention
    lead = " ".join(part for part in (found.sentence if found else "", lead_sentence(about.story)) if part)
    return ProfileDraft(country=country, day=about.day, lead=lead, text=text_of(SECTIONS, about))
