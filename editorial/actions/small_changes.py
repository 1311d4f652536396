"""Small changes: an editor corrects spelling in a text and stays its reviewer; nobody thereby publishes alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from editorial.models import Publishable, SmallChange, User, recording
from editorial.rules.small_change import NotSmall, WordChange, small_changes
from editorial.rules.transitions import Refused

FIELDS = ("lead", "text")
REASON = "small change (spelling, typing)"


def small_or_refused(
    record: Publishable, values: Mapping[str, str], others: Iterable[str] = ()
) -> tuple[WordChange, ...]:
    """The words by which new values of a record's lead and text differ from the stored ones.

    Raises Refused, with why, where they are more than a small change; ``others`` names further fields that differ.
    """
    if named := ", ".join(others):
        raise Refused("This is no small change.", [f"More than the lead and the text differs: {named}."])
    stored = type(record)._base_manager.get(pk=record.pk)
    found: list[WordChange] = []
    for name, value in values.items():
        try:
            found += small_changes(getattr(stored, name), value)
        except NotSmall as why:
            raise Refused("This is no small change.", [str(why)]) from None
    return tuple(found)


def save_small_change(*, record: Publishable, by: User, at: datetime, reason: str) -> None:
    """Save a record in which this person corrected spelling, and write down that they said so and which words it is.

    It stays submitted where it was; an approval ends. Raises Refused where it is more than a small change, or where the
    person may not review such records: whoever may not stays an author of all they write.
    """
    meta = record._meta
    if not by.has_perm(f"{meta.app_label}.review_{meta.model_name}"):
        raise Refused("Only who may review a text can change it as its reviewer.")
    with transaction.atomic():
        type(record)._base_manager.select_for_update().get(pk=record.pk)
        changed = [name for name in record.changed_fields() if name not in record.WORKFLOW_FIELDS]
        labels = {f.name: str(f.verbose_name) for f in record._meta.concrete_fields}
        others = [labels[name] for name in changed if name not in FIELDS]
        words = small_or_refused(
            record, {name: getattr(record, name) for name in changed if name in FIELDS}, others
        )
        if not words:
            return
        # the person's own words first, then what it was
        with recording(by=by, reason=reason), recording(by=by, reason=REASON) as act:
            record.save(is_small=True)
            pairs = [[one.was, one.now] for one in words]
            SmallChange.objects.create(record=record, by=by, at=at, change_id=act.id, words=pairs)


def small_changes_since(record: Publishable) -> QuerySet[SmallChange]:
    """Those of the working copy since its newest release, the oldest first."""
    newest = record.releases.order_by("-number").values_list("released_at", flat=True).first()
    found: QuerySet[SmallChange] = SmallChange.objects.about(record).select_related("by")
    return found.filter(at__gt=newest) if newest else found


def is_alone(record: Publishable, publisher: User) -> bool:
    """Whether the words that this person corrected would come out read by nobody else: they approved the text as well."""
    return record.reviewed_by_id == publisher.pk and small_changes_since(record).filter(by=publisher).exists()


def numbers_of(changes: Iterable[SmallChange]) -> set[UUID]:
    """The acts that wrote them."""
    return {one.change_id for one in changes}
