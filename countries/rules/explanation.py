"""A state's standing said in one sentence, in the words a reader expects."""

from __future__ import annotations

from datetime import date

from editorial.rules.calendar import spoken

from .final_clauses import TreatyKind
from .standing import Course, Membership, Standing


def standing_sentence(
    *, state: str, treaty: str, course: Course, day: date, today: date, kind: TreatyKind = TreatyKind.TREATY
) -> str:
    """ "Peru is a State Party to the Convention on Cluster Munitions: it signed on …", of one day.

    ``treaty`` is the title as it stands in a sentence, with its article ("the Convention on …"). ``today`` is the newest
    day of which the record can speak: of it the present tense is used, of any other day the past tense with the day
    named first. A standing that time alone can change is a statement with a date, never a blank.
    """
    now = day == today
    subject = state if now else f"On {spoken(day)}, {state}"
    is_, has = ("is", "has") if now else ("was", "had")
    did = "" if now else "had "
    as_of = f" as of {spoken(day)}" if now else ""
    party = "State Party" if kind is TreatyKind.TREATY else "party"
    member = course.membership_on(day)
    standing = course.on(day).standing

    if standing is Standing.NOT_JOINED:
        return f"{subject} {has} not joined {treaty}{as_of}."
    if standing is Standing.SIGNATORY:
        signed = f"it {did}signed on {_day(course.signed_on)} and {has} not ratified{as_of}"
        return f"{subject} {is_} a signatory to {treaty}: {signed}."
    assert member is not None  # noqa: S101 - every later standing begins with a deposit
    acts = _acts(course, member)
    if kind is TreatyKind.DECLARATION:
        return f"{subject} {has} endorsed {treaty}, on {spoken(member.deposited_on)}."
    if standing is Standing.DEPOSITED:
        return (
            f"{subject} {has} joined {treaty} but {is_} not yet bound{as_of}: it {did}{acts}; {_due(member, now)}."
        )
    if standing is Standing.WITHDRAWING:
        leaving = _leaving(member, now)
        return (
            f"{subject} {is_} still a {party} to {treaty}{as_of}, but {has} given notice of withdrawal, {leaving}."
        )
    if standing is Standing.WITHDRAWN:
        left = f"since {_day(member.left_on)}, when its withdrawal took effect"
        return f"{subject} {has} not been a {party} to {treaty} {left}."
    again = " again" if standing is Standing.REJOINED else ""
    bound = f"{has} been bound since {_day(member.bound_since)}"
    return f"{subject} {is_} a {party} to {treaty}{again}: it {did}{acts}, and {bound}."


def _acts(course: Course, member: Membership) -> str:
    first = member is course.memberships[0]
    signed = f"signed on {_day(course.signed_on)}" if first and course.signed_on else ""
    joined = f"{member.joined_by.verb} on {spoken(member.deposited_on)}"
    return " and ".join(act for act in (signed, joined) if act)


def _due(member: Membership, now: bool) -> str:
    if member.bound_since is None:
        return f"it {'is' if now else 'was'} not yet in force"
    return f"it {'enters' if now else 'was to enter'} into force for it on {spoken(member.bound_since)}"


def _leaving(member: Membership, now: bool) -> str:
    given = f"received on {_day(member.notice_on)}"
    if member.left_on is None:
        return f"{given} and held up by an armed conflict"
    return f"{given}, which {'takes' if now else 'was to take'} effect on {spoken(member.left_on)}"


def _day(day: date | None) -> str:
    return spoken(day) if day else "a day not recorded"
