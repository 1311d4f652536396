"""What happens when, and who answers what: the whole installation's wiring, to be read from top to bottom.

The code that asks lies in the apps, each with a slot beside it (editorial/slots.py); what is in the slots, and in
which order, stands here and nowhere else. No module adds itself by being imported. Whoever writes a new follower,
loader, check or kind of search adds it to its list here; a test finds what was forgotten.
"""

from __future__ import annotations

from api import entries
from countries import checks as countries_checks
from countries import search as countries_search
from countries.actions.country_profile import facts_beside as facts_beside_a_profile
from countries.actions.country_profile import release_facts
from countries.actions.profile_draft import draft_makers
from countries.actions.treaty_facts import treaty_standings
from countries.importing import demo as countries_demo
from countries.importing import reference_data as countries_data
from countries.models import ProfileRelease
from countries.queries.access import AssignedCountries
from countries.queries.treaty_answers import treaty_answers
from countries.queries.treaty_effects import counted_from_entry_into_force
from countries.views.profile import PROFILES
from editorial import checks as editorial_checks
from editorial.actions import audit, marking, ready_text, sealing, second_factors
from editorial.actions.approving import facts_beside
from editorial.actions.derived import derived_tables, rebuild_citations
from editorial.actions.job_kinds import JobKind, job_kinds
from editorial.actions.reference import all_loaders
from editorial.checks import fact_checks
from editorial.importing.source_register import load_sources
from editorial.models import citation_use, following, guard, publishable
from editorial.models.access import access_rules
from editorial.models.following import new_row_followers, release_followers, row_followers
from editorial.models.publication_counter import mark_followers
from editorial.public.frozen import frozen_page
from editorial.public.noun import public_nouns
from editorial.queries.change_sets import public_answers
from editorial.queries.doubts import doubts
from editorial.queries.ready_text import TextMaker, text_makers
from editorial.search import index as search_index
from editorial.search import sources as search_sources
from editorial.search.index import search_kinds
from editorial.search.spellings import names_of_things
from impact import checks as impact_checks
from impact import search as impact_search
from impact.importing import reference_data as impact_data
from meetings import checks as meetings_checks
from meetings import search as meetings_search
from meetings.actions import listing
from meetings.importing import demo as meetings_demo
from meetings.importing import reference_data as meetings_data
from meetings.models import StatementRelease
from meetings.queries.statement_lines import meeting_makers
from meetings.views.statement import STATEMENTS
from stockpiles import checks as stockpiles_checks
from stockpiles import search as stockpiles_search
from stockpiles.importing import reference_data as stockpiles_data
from stockpiles.queries.doubtful_figures import doubtful_figures
from stockpiles.queries.stock_answers import stock_answers
from stockpiles.queries.treaty_effects import deadlines
from stockpiles.search.munitions import names_of_munitions

from . import purging, security_signals
from . import search as site_search
from .drafts.profile import draft_of
from .sign_in import clock

ACCESS_RULES = (
    AssignedCountries(),  # researchers to whom countries are assigned see and edit these alone
)

AFTER_A_MARK = (purging.tell_of_marks,)  # readers see something of these subjects otherwise, or will

AFTER_A_ROW = (  # a tracked row was created, changed or deleted, by whatever door
    publishable.reopen_whole,  # a changed part returns its submitted whole to draft
    citation_use.index_row,  # where sources are used, by what the text says now
    ready_text.drop_withdrawn,  # nothing of it stays ready to be sent
    listing.unlist_withdrawn,  # a withdrawn statement leaves the public lists
    search_index.index_row,  # the search entries of every record that shows something of the row
    search_sources.look_again,  # at the end of the transaction: which of its sources are public now
    marking.mark_change,  # caches and ETags of the pages that show it move on
)

AFTER_MANY_NEW_ROWS = (  # what some of them do for new rows of one table that are stored together
    (citation_use.index_row, citation_use.index_new_rows),
    (marking.mark_change, marking.mark_new),
)

AFTER_A_RELEASE = (  # publish() has frozen the next release of a record; the record itself is saved next
    sealing.seal_release,  # the next link of the chain, which covers all that readers are served
    audit.note_release,  # who published what, with the public note
    citation_use.index_row,
    ready_text.write_ready_text,  # what follows from it alone is made once
    listing.list_release,  # a statement's release enters the public lists
    search_index.index_row,
    search_sources.look_again,
    marking.mark_change,
)
# A withdrawal makes no release: withdraw() notes it in the audit log, and the saved record is a row as above.

DERIVED_TABLES = (  # rebuild_index; the lists and the search show sources by the first
    rebuild_citations,
    ready_text.rebuild_ready_texts,
    listing.rebuild_lists,
    search_index.rebuild,
)

SEARCH_KINDS = (
    search_sources.SOURCES,
    *countries_search.SEARCHED,
    *meetings_search.SEARCHED,
    *stockpiles_search.SEARCHED,
    *impact_search.SEARCHED,
    *site_search.SEARCHED,
)

NAMES_OF_THINGS = (  # names that stand for each other in a question
    countries_search.names_of_states,
    countries_search.names_of_treaties,
    names_of_munitions,
)

LOADERS = (  # load_reference, and at the end load_demo: each rests on those before it
    load_sources,
    *countries_data.LOADERS,
    *meetings_data.LOADERS,
    *stockpiles_data.LOADERS,
    *impact_data.LOADERS,
    countries_demo.load_demo_profiles,
    meetings_demo.load_demo_statements,
)

FACT_CHECKS = (  # check_facts and the desk's list of findings
    editorial_checks.check_texts,
    editorial_checks.check_releases,
    editorial_checks.check_unsourced_facts,
    countries_checks.check_order_of_acts,
    countries_checks.check_published_days,
    countries_checks.check_group_sizes,
    countries_checks.check_triggers,
    meetings_checks.check_states_behind_statements,
    meetings_checks.check_states_named_in_texts,
    meetings_checks.check_positions,
    meetings_checks.check_attendance,
    meetings_checks.check_statement_dates,
    meetings_checks.check_vote_totals,
    stockpiles_checks.check_stock_figures,
    stockpiles_checks.check_stock_ledgers,
    stockpiles_checks.check_stock_dates,
    stockpiles_checks.check_deadlines,
    stockpiles_checks.check_printed_dates,
    stockpiles_checks.check_programmes,
    stockpiles_checks.check_bound,
    impact_checks.check_casualty_sums,
    impact_checks.check_areas,
    impact_checks.check_printed_deadlines,
)

FACTS_BESIDE = (  # what is computed to be shown beside a text: approved with it, compared, and frozen with its release
    facts_beside_a_profile,
)

RELEASE_FACTS = (  # computed facts that are frozen beside a profile
    treaty_standings,
)

DRAFT_MAKERS = (  # the first draft of a state's profile, which reaches over all apps
    draft_of,
)

PUBLIC_NOUNS = (  # what is published in releases, as readers find it: tombstones and the list of seals name them by it
    PROFILES,
    STATEMENTS,
)

COUNTED_FROM_ENTRY_INTO_FORCE = (  # what the preview of a treaty action says would follow
    deadlines,
)

PUBLIC_ANSWERS = (  # what a proposed change of facts would lead to: asked before it is written on trial, and after
    treaty_answers,
    stock_answers,
)

TEXT_MAKERS = (  # what follows from a release alone, as its page and the API give it
    TextMaker(ProfileRelease, page=frozen_page, answer=entries.profile, shows=PROFILES.shown_of_record),
    TextMaker(StatementRelease, page=frozen_page, answer=entries.statement, shows=STATEMENTS.shown_of_record),
)

MEETING_MAKERS = (  # how a meeting looks beside a statement in the file of all statements
    entries.meeting,
)

JOB_KINDS = (  # work in the background; where it runs is imported when it is first done
    # all write in one transaction, so that what was ended half-way can be begun again
    JobKind("sheet", "editorial.admin.sheet_job.read_long", minutes=60, attempts=3),
    JobKind("confirm", "editorial.importing.confirming_many.confirm_set", minutes=60, attempts=3),
    JobKind("export", "editorial.admin.export_job.write_export", minutes=10, attempts=3),
    JobKind("freeze", "countries.management.freeze_job.freeze", minutes=30, attempts=3),
    JobKind("rebuild", "editorial.management.clock_jobs.rebuild", minutes=20, attempts=3),
    JobKind("purge", "ccm_site.purging.purge", minutes=1, attempts=6),
    JobKind("clock", "editorial.management.clock_jobs.run_command", minutes=20, attempts=2),
)

DOUBTS = (  # what is improbable in a proposed change: whoever confirms it says why it is right
    doubtful_figures,
)


def wire() -> None:
    """Fill every slot and begin to listen. Called once, when the application starts."""
    access_rules.fill(ACCESS_RULES)
    row_followers.fill(AFTER_A_ROW)
    new_row_followers.fill(AFTER_MANY_NEW_ROWS)
    release_followers.fill(AFTER_A_RELEASE)
    derived_tables.fill(DERIVED_TABLES)
    search_kinds.fill(SEARCH_KINDS)
    names_of_things.fill(NAMES_OF_THINGS)
    all_loaders.fill(LOADERS)
    fact_checks.fill(FACT_CHECKS)
    facts_beside.fill(FACTS_BESIDE)
    release_facts.fill(RELEASE_FACTS)
    draft_makers.fill(DRAFT_MAKERS)
    counted_from_entry_into_force.fill(COUNTED_FROM_ENTRY_INTO_FORCE)
    public_answers.fill(PUBLIC_ANSWERS)
    doubts.fill(DOUBTS)
    job_kinds.fill(JOB_KINDS)
    mark_followers.fill(AFTER_A_MARK)
    text_makers.fill(TEXT_MAKERS)
    meeting_makers.fill(MEETING_MAKERS)
    public_nouns.fill(PUBLIC_NOUNS)
    following.listen()
    guard.listen()
    audit.listen()
    security_signals.listen()
    second_factors.listen()
    clock.listen()
