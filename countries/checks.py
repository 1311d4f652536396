"""Checks across treaties: acts out of order, days that contradict their article, groups that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, F

from countries.models import Country, StateGroup, TreatyAction
from countries.models.treaty_action_triggers import deviations
from countries.queries.treaty_standings import TreatyRecord, treaties_with_parents, treaty_records
from countries.rules.order_of_actions import refusals
from editorial.checks import Finding, fact_check
from editorial.rules.calendar import spoken


@fact_check("treaty-order")
def check_order_of_acts(on: date) -> Iterator[Finding]:
    """Treaty actions: acts that the treaty does not allow in that order, with the article that forbids them."""
    records = {record.treaty.pk: record for record in treaty_records(treaties_with_parents())}
    names = dict(Country.objects.values_list("pk", "name"))
    for record in records.values():
        parent = records.get(record.treaty.parent_id) if record.treaty.parent_id else None
        for country_id, acts in record.acts.items():
            before = None if parent is None else parent.acts.get(country_id, ())
            for refusal in refusals(record.treaty.final_clauses, acts, record.threshold, before):
                what = f"{refusal.action.kind.words.lower()} of {spoken(refusal.action.day)}"
                yield Finding(f"{names[country_id]}, {record.treaty.short_name}", f"{what}: {refusal}")


@fact_check("treaty-dates")
def check_published_days(on: date) -> Iterator[Finding]:
    """Treaty actions: days of effect that a source prints, against those that the article gives."""
    for record in treaty_records(treaties_with_parents()):
        yield from _of_treaty(record)
        yield from _of_states(record)


def _of_treaty(record: TreatyRecord) -> Iterator[Finding]:
    treaty, computed = record.treaty, record.in_force.value
    if treaty.published_in_force and treaty.published_in_force != computed:
        gives = spoken(computed) if computed else "no day yet"
        yield Finding(
            str(treaty), f"In force on {spoken(treaty.published_in_force)} as published; computed: {gives}."
        )
    counted = record.threshold_as_counted
    if treaty.threshold_reached_on and counted and counted != treaty.threshold_reached_on:
        # the recorded day agrees with the published entry into force; the deposits here may not be all there were
        agrees = treaty.published_in_force == computed
        yield Finding(
            str(treaty),
            f"The instruments needed were complete on {spoken(treaty.threshold_reached_on)} as recorded; the "
            f"deposits kept here reach the number on {spoken(counted)}.",
            is_decided=agrees,
        )


def _of_states(record: TreatyRecord) -> Iterator[Finding]:
    names = {state.id: state.name for state in record.states}
    noted = _acts_with_note(record)
    for country_id, printed in record.published.items():
        for member in record.course(country_id).memberships:
            for what, act, computed in (
                ("In force", member.deposited_on, member.bound_since),
                ("Withdrawn", member.notice_on, member.left_on),
            ):
                said = printed.get(act) if act else None
                if said and computed and said != computed:
                    yield Finding(
                        f"{names[country_id]}, {record.treaty.short_name}",
                        f"{what} from {spoken(said)} as published; computed: {spoken(computed)}.",
                        is_decided=(country_id, act) in noted,
                    )


def _acts_with_note(record: TreatyRecord) -> set[tuple[int, date]]:
    """Acts whose note says how the published day came about."""
    rows = TreatyAction.objects.filter(treaty=record.treaty, published_effect__isnull=False).exclude(note="")
    return set(rows.values_list("country_id", "date"))


@fact_check("group-sizes")
def check_group_sizes(on: date) -> Iterator[Finding]:
    """Groups of states: the number of members that a source gives, against those recorded."""
    groups = StateGroup.objects.annotate(recorded=Count("memberships")).filter(recorded__gt=0)
    for group in groups.exclude(stated_size=None).exclude(stated_size=F("recorded")):
        yield Finding(str(group), f"The source counts {group.stated_size} members; recorded are {group.recorded}.")


# what the database itself refuses

MADE_BY = ("countries", "0005_orders_of_acts_as_triggers")
HOW_TO_MEND = "manage.py treaty_triggers --restore"


def triggers_stand(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """A warning for each trigger that is missing or differs in a database whose migrations made them.

    Not an error: the migration that mends it must be able to run.
    """
    return [
        Warning(what, hint=f"{HOW_TO_MEND} puts it up as the rules want it.", id="countries.W001")
        for alias in databases or ()
        if MADE_BY in MigrationRecorder(connections[alias]).applied_migrations()
        for what in deviations(connections[alias])
    ]


@fact_check("treaty-triggers")
def check_triggers(on: date) -> Iterator[Finding]:
    """Treaty actions: the database itself refuses impossible orders, whoever writes."""
    for what in deviations(connection):
        yield Finding("The database", f"{what} Mend it with {HOW_TO_MEND}.")
