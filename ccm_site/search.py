"""Pages that always exist in the site search: the lists, the board of deadlines, and what is said about the Monitor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from editorial.search import ALWAYS, Searchable, SearchDocument


@dataclass(frozen=True)
class SitePage:
    """A page by the name of its address, with what it answers."""

    name: str
    title: str
    about: str


PAGES = (
    SitePage("countries", "Countries", "All states and areas by region and standing."),
    SitePage("treaties", "Treaties", "Membership of each treaty, protocol and declaration on any day."),
    SitePage("meetings", "Meetings", "Conferences, meetings of States Parties and intersessional meetings."),
    SitePage("statements", "Statements", "What states said, where and with whom."),
    SitePage("themes", "Themes", "What statements are about, and how positions developed."),
    SitePage("action_plans", "Action plans", "Plans that the States Parties adopted, with their actions."),
    SitePage("stockpiles", "Stockpiles", "Stocks declared, destroyed and retained, state by state."),
    SitePage(
        "stockpile_deadlines",
        "Deadlines",
        "Article 3 stockpile destruction, Article 4 clearance, Article 7 first reports; extensions, on any day.",
    ),
    SitePage("stockpile_reports", "Article 7 reports", "Transparency reports on record, year by year."),
    SitePage("munition_types", "Munitions", "Types of cluster munitions and submunitions."),
    SitePage("sources", "Sources", "The library of what everything rests on."),
    SitePage("changes", "Changes of facts", "The public log: what this site said before, and what it says since."),
    SitePage("about", "About the Monitor", "What it records, how it works, and how to cite it."),
    SitePage("about_data", "About the data", "Sets of data, files to download, the API."),
    SitePage("seals", "Seals", "The hash of everything that was ever released, and how to verify it."),
    SitePage("use", "Use", "Who used cluster munitions, where and when, users and denials."),
    SitePage("production", "Production", "Who makes or made cluster munitions: producers now and ever."),
    SitePage(
        "transfer",
        "Transfer",
        "Who exported, imported or passed on cluster munitions: trade, suppliers, receivers.",
    ),
    SitePage("hosting", "Hosting of foreign stocks", "Whose cluster munitions are kept on foreign soil."),
    SitePage(
        "matrix",
        "Matrix",
        "Every state against standing, use, production, law, stocks, contamination, clearance, casualties, reports, "
        "meetings, votes.",
    ),
    SitePage(
        "votes", "Votes at the General Assembly", "Resolutions of the United Nations, and how each state voted."
    ),
    SitePage(
        "laws", "National laws", "Legislation: acts, bills, penalties, moratoria; states without need of a law."
    ),
    SitePage(
        "interpretive_positions",
        "Positions on disputed questions",
        "How states read the convention: joint operations, transit, foreign stockpiling, investment, retention.",
    ),
    SitePage("impact", "Impact", "Contamination, clearance and casualties: what cluster munitions leave behind."),
    SitePage(
        "contamination", "Contamination", "Which states and areas are contaminated by remnants, by whose word."
    ),
    SitePage("clearance", "Clearance", "Area cleared and items destroyed, by state and year, and in the world."),
    SitePage(
        "casualties",
        "Casualties",
        "People killed and injured by cluster munitions: victims of attacks and remnants, by state and year.",
    ),
    SitePage("published_totals", "Published totals", "Figures of the world as published, each with its source."),
)


def page_documents(page: SitePage) -> Iterable[SearchDocument]:
    """A page by its heading and what it answers."""
    yield SearchDocument(
        object_id=_number(page),
        url=reverse(page.name),
        title=page.title,
        context=page.about,
        visible_from=ALWAYS,
    )


def _number(page: SitePage) -> int:
    return PAGES.index(page) + 1


SEARCHED = (Searchable("page", "Overview", 1, lambda: PAGES, page_documents, lambda page: [_number(page)]),)
