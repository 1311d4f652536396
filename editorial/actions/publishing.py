"""A record's way to the public: submit, approve or send back, publish, withdraw.

Each action locks the record, asks the rules (editorial.rules.transitions), writes one tracked version and
leaves the record passed in up to date. A step that is not open raises Refused, and nothing is written.

``read`` is the mark of the version that the person had on the screen (editorial.history.marks): where another one is
stored by now, the step raises ChangedMeanwhile. The desk always gives it. Commands and loaders, which read and act in
one go, give none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from editorial.actions.approving import facts_of, keep_approval, refuse_another_print, since_approval
from editorial.actions.audit import note
from editorial.actions.reviewing import refuse_open_comments
from editorial.actions.small_changes import is_alone, numbers_of, small_changes_since
from editorial.history.marks import mark_of
from editorial.models import (
    AuditAction,
    ChangeKind,
    Publishable,
    Release,
    ReviewComment,
    Source,
    Status,
    Suggestion,
    User,
    parts_of,
    recording,
    release_relation,
)
from editorial.models.following import HowWritten, release_followers
from editorial.queries import cited_sources, text_problems
from editorial.rules.transitions import Refused, Step, require
from editorial.texts import RenderedText, cited_keys, render, resolve

P = TypeVar("P", bound=Publishable)


class ChangedMeanwhile(Refused):
    """A step was not taken: the record, or a part of it, is not what the person had on the screen."""


def blockers(record: Publishable) -> list[str]:
    """What must be mended before the record can be submitted or published, one sentence each."""
    _, lead, text = record.release_content()
    found = []
    if not text.strip():
        found.append("The text is empty.")
    if not lead.strip():
        found.append("The lead summary is empty: write two or three sentences for readers in a hurry.")
    found += [problem.message for problem in text_problems(text)]
    return found + record.publication_problems()


def submit(*, record: Publishable, by: User, reason: str, read: str | None = None) -> None:
    """Draft → in review. Refused, with each problem's name, while the text has one."""
    with _step("submit", record, by=by, reason=reason, read=read) as current:
        _refuse_while(blockers(current), "This cannot be submitted yet.")
        current.reopen()
        current.status = Status.IN_REVIEW
        current.submitted_at, current.submitted_by = timezone.now(), by


def approve(*, record: Publishable, by: User, reason: str, read: str | None = None) -> None:
    """Note that a second person has read exactly this working copy and agrees.

    Refused to its authors: whoever submitted it or wrote in it since the newest release. A team that has
    turned this off (MONITOR_REVIEWER_MUST_DIFFER) has the waiver noted on the record.
    """
    with _step("approve", record, by=by, reason=reason, read=read) as current:
        is_author = by.pk in authors(current)
        if is_author and settings.MONITOR_REVIEWER_MUST_DIFFER:
            raise Refused(f"{by} wrote or submitted this. A second person reviews it.")
        current.reviewed_at, current.reviewed_by = timezone.now(), by
        current.review_waived = is_author
        keep_approval(compose_now(current), by=by, at=current.reviewed_at)


def review_again(*, record: Publishable, by: User, reason: str, read: str | None = None) -> None:
    """Approved → in review, not approved, because something else would be printed by now: a source was corrected, a
    computed fact has changed. Refused while what was approved still holds."""
    with _step("review_again", record, by=by, reason=reason, read=read) as current:
        if not since_approval(compose_now(current)):
            raise Refused("What was approved is still what would be published.")
        current.end_review()


def send_back(*, record: Publishable, by: User, reason: str, read: str | None = None) -> None:
    """In review → draft, with the reason the author will read. Refused without one."""
    with _step("send_back", record, by=by, reason=reason, read=read) as current:
        if not reason.strip():
            raise Refused("Say what has to change: the author reads it.")
        current.reopen()


def publish(
    *,
    record: Publishable,
    by: User,
    reason: str,
    public_note: str = "",
    change_kind: str = ChangeKind.SUBSTANTIVE,
    visible_from: datetime | None = None,
    read: str | None = None,
    composed: Release | None = None,
) -> Release:
    """Freeze the approved working copy as the next release, r1, r2 …, and return it.

    With it are frozen the facts that apps compute beside it. Raises NotAsApproved, with each difference, where anything
    would be printed otherwise than it was when the working copy was approved.

    ``public_note`` tells readers what changed and is required from r2 on; ``visible_from`` is an embargo
    (default: now). Refused while the text has a problem. Releases that were withdrawn stay withdrawn.

    ``composed`` is what ``ready`` gave, to whoever has held the record locked since: it is neither composed nor
    compared a second time.
    """
    with _step("publish", record, by=by, reason=reason, read=read, public_note=public_note) as current:
        if composed is None:
            refuse_open_comments(current)
            _refuse_while(blockers(current), "This cannot be published yet.")
        newest = current.releases.kept().order_by("-number").first()
        if newest and not public_note.strip():
            raise Refused("A correction tells readers what changed: fill in the public note.")
        if newest and change_kind == ChangeKind.FIRST:
            raise Refused("Say whether this correction is minor or substantive.")
        if is_alone(current, by) and settings.MONITOR_REVIEWER_MUST_DIFFER:
            raise Refused(f"{by} corrected words in this and approved it. A second person publishes it.")
        now = timezone.now()
        if composed is None:
            release = compose(current, facts=facts_of(current, now.date()))
            refuse_another_print(release)
        else:
            release = composed
        release.number = newest.number + 1 if newest else 1
        release.released_at, release.released_by = now, by
        release.visible_from = visible_from or now
        release.change_kind = change_kind if newest else ChangeKind.FIRST
        release.public_note = public_note.strip()
        freeze(release)
        current.status = Status.PUBLISHED
        current.published_at, current.published_by = now, by
    return release


def ready(record: Publishable) -> tuple[Release, list[str]]:
    """The release that publishing an approved record would make now, and what stands in its way, one sentence each."""
    composed = compose_now(record)
    return composed, [
        *blockers(record),
        *(f"not as approved. {one}" for one in since_approval(composed)),
        *(f"open comment of {one}" for one in ReviewComment.objects.about(record).open()),
    ]


def withdraw(*, record: Publishable, by: User, reason: str, public_reason: str, read: str | None = None) -> None:
    """Take every release of the record from the public, with a reason that readers are told."""
    with _step("withdraw", record, by=by, reason=reason, read=read, public_note=public_reason) as current:
        told = public_reason.strip()
        if not told:
            raise Refused("Tell readers why this is withdrawn.")
        current.reopen()
        current.status = Status.WITHDRAWN
        current.withdrawn_at, current.withdrawn_by = timezone.now(), by
        current.withdrawal_reason = told
        note(action=AuditAction.WITHDRAWN, by=by, about=current, detail=told)


def authors(record: Publishable) -> set[int]:
    """Primary keys of those who submitted the working copy or changed it, or a part of it, since the newest
    release. Who made small changes only (editorial.actions.small_changes) is no author by them. Whose suggested words
    were taken over since then wrote them."""
    small = numbers_of(small_changes_since(record))
    newest = record.releases.kept().order_by("-number").values_list("released_at", flat=True).first()
    found = {record.submitted_by_id} if record.submitted_by_id else set()
    content = [f.attname for f in record._meta.concrete_fields if f.name not in record.WORKFLOW_FIELDS]
    before: tuple[object, ...] | None = None
    for version in record.history.order_by("history_date", "history_id").iterator():
        now = tuple(getattr(version, name) for name in content)
        is_new = (newest is None or version.history_date > newest) and version.change_id not in small
        if now != before and is_new and version.history_user_id:
            found.add(version.history_user_id)
        before = now
    for table, key in parts_of(type(record)):
        versions = table.history.filter(**{key: record.pk}, history_user__isnull=False)
        if newest is not None:
            versions = versions.filter(history_date__gt=newest)
        found |= set(versions.values_list("history_user_id", flat=True))
    taken = Suggestion.objects.about(record).filter(taken_at__isnull=False)
    if newest is not None:
        taken = taken.filter(taken_at__gt=newest)
    return found | set(taken.values_list("by_id", flat=True))


def freeze(release: Release) -> None:
    """Store a composed release. Called by publish, inside its transaction.

    This is the only door through which a release enters. What follows stands in ccm_site/wiring.py, in its order.
    """
    release.save()
    for follow in release_followers:
        follow(release, HowWritten.CREATED)


def compose_now(record: Publishable) -> Release:
    """The release that publishing the working copy today would make, with its computed facts. Not stored."""
    return compose(record, facts=facts_of(record, timezone.now().date()))


def compose(record: Publishable, **release_fields: object) -> Release:
    """The release that publishing the working copy would make now. Not stored: previews show it."""
    relation = release_relation(type(record))
    title, lead, text = record.release_content()
    sources = cited_sources(cited_keys(text))
    rendered = render(text, sources=sources, doc_id=f"{record._meta.model_name}-{record.pk}")
    extra, further_sources = record.release_extra()
    release: Release = relation.related_model(
        **{relation.field.name: record},
        title=title,
        lead=lead,
        text=text,
        resolved_text=resolve(text, sources),
        body_html=rendered.body_html,
        notes_html=rendered.notes_html,
        contents=[{"anchor": entry.id, "title": entry.title, "level": entry.level} for entry in rendered.toc],
        payload=extra | payload(rendered, [*sources, *further_sources]),
        **release_fields,
    )
    return release


def payload(rendered: RenderedText, cited: Iterable[str]) -> dict[str, object]:
    """Sections, numbered footnotes, and the sources cited in text, notes or the record's other facts, as plain JSON."""
    rows = Source.objects.filter(key__in=list(cited))
    return {
        "sections": [
            {"anchor": s.id, "title": s.title, "level": s.level, "html": s.html} for s in rendered.sections
        ],
        "footnotes": [
            {"number": n.number, "html": n.html, "sources": list(n.sources)} for n in rendered.footnotes
        ],
        "sources": {row.key: source_json(row) for row in rows},
    }


def source_json(source: Source) -> dict[str, object]:
    """A source as it is given to partners: its key, its facts and its citation line."""
    return {
        "key": source.key,
        "kind": source.kind,
        "citation": source.line(),
        "title": source.title,
        "english_title": source.english_title,
        "un_symbol": source.un_symbol,
        "document_date": source.document_date.as_json() if source.document_date else None,
        "url": source.url,
        "archived_url": source.archived_url,
    }


@contextmanager
def _step(step: Step, record: P, *, by: User, reason: str, read: str | None, public_note: str = "") -> Iterator[P]:
    """The record as it is stored now, locked until the transaction ends (SQLite locks the whole database), to be
    changed inside. Afterwards it is saved, as one act of a person, and the record given is up to date."""
    with transaction.atomic():
        current = type(record)._base_manager.select_for_update().get(pk=record.pk)
        refuse_another_version(current, read)
        require(step, current.standing)
        yield current
        with recording(by=by, reason=reason, public_note=public_note):
            current.save_step()
        record.refresh_from_db()


def refuse_another_version(record: Publishable, read: str | None) -> None:
    """Raises ChangedMeanwhile where another version is stored than was on the screen. None says: read and done in one go."""
    if read is not None and read != mark_of(type(record), record.pk):
        raise ChangedMeanwhile("This was changed since you opened it. Nothing has happened yet.")


def _refuse_while(problems: list[str], message: str) -> None:
    if problems:
        raise Refused(message, problems)
