"""Bringing back what was: a whole version, one field, or a record that was deleted. Always as a new version."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from editorial.history.acts import moment_of
from editorial.history.states import PastRow, PastState, known_at
from editorial.history.words import content_fields
from editorial.models import Publishable, Tracked, TrackedVersion, User, parts_of, recording
from editorial.rules.transitions import Refused
from editorial.security_log import tell_if_committed


@transaction.atomic
def restore(
    *,
    record: Tracked,
    version: TrackedVersion,
    by: User,
    reason: str,
    fields: Collection[str] | None = None,
) -> None:
    """Bring the record, and the parts it had, back to a version of it or of a part; with ``fields``, only those fields.

    The steps of the workflow are never restored: a record that changes after submission returns to draft by
    itself. Raises Refused, naming what is missing, when the version points at a record that is gone.
    """
    model = type(record)
    current = model._base_manager.select_for_update().get(pk=record.pk)
    state = known_at(model, record.pk, moment_of(version, (model, record.pk)))
    if state.record is None:
        raise Refused("That version is a deletion; there is nothing to restore from it.")
    wanted = [f for f in content_fields(model) if fields is None or f.name in fields]
    _refuse_missing(
        [state.record] if fields is not None else _rows(state), {f.name for f in wanted} if fields else None
    )
    with recording(by=by, reason=reason):
        _apply(current, state.record, wanted)
        _check(current, "It cannot be as it was beside what is there now.")
        current.save()
        if fields is None:
            _restore_parts(current, state)
    tell_if_committed("restored", who=by, about=f"{model._meta.label_lower} {record.pk}")
    record.refresh_from_db()


@transaction.atomic
def bring_back(*, model: type[Tracked], pk: object, by: User, reason: str) -> Tracked:
    """Bring a deleted record back under its old number, with the parts that the same act deleted.

    Raises Refused when it exists, was never there, or points at something that is gone.
    """
    if model._base_manager.filter(pk=pk).exists():
        raise Refused(f"This {model._meta.verbose_name} exists; there is nothing to bring back.")
    key = model._meta.pk.attname
    versions = model.history.filter(**{key: pk}).order_by("-history_date", "-history_id")
    deletion = versions.filter(history_type="-").first()
    if deletion is None:
        raise Refused(f"There never was a {model._meta.verbose_name} with this number.")
    rows = [PastRow.of(deletion)]
    for part in parts_of(model):
        gone = part.model.history.filter(
            **{f"{part.key}_id": pk},
            history_type="-",
            change_id=deletion.change_id,
            history_date__lte=deletion.history_date,
        )
        rows += [PastRow.of(version) for version in gone.order_by(part.model._meta.pk.attname)]
    _refuse_missing(rows, None, coming_back={(row.model, row.pk) for row in rows})
    with recording(by=by, reason=reason):
        made = [_make(row) for row in rows]
    tell_if_committed("brought back", who=by, about=f"{model._meta.label_lower} {pk}")
    return made[0]


def _restore_parts(record: Tracked, state: PastState) -> None:
    for part in parts_of(type(record)):
        then = state.parts[part.model._meta.label]
        now = {row.pk: row for row in part.model._base_manager.filter(**{part.key: record.pk})}
        # removals first: a row that comes back may need the place of one that goes
        for pk in now.keys() - then.keys():
            now[pk].delete()
        for pk, row in then.items():
            if pk in now:
                _apply(now[pk], row, content_fields(part.model))
                now[pk].save()
            else:
                _make(row)


def _apply(record: Tracked, row: PastRow, fields: list[models.Field]) -> None:
    for f in fields:
        setattr(record, f.attname, row.values[f.name])


def _make(row: PastRow) -> Tracked:
    record: Tracked = row.model()
    record.pk = row.pk
    _apply(record, row, [f for f in row.model._meta.concrete_fields if not f.primary_key])
    if isinstance(record, Publishable):
        record.reopen()
    _check(record, "It cannot come back beside what is there now.")
    record.save(force_insert=True)
    return record


def _check(record: Tracked, refusal: str) -> None:
    """What its form would not accept today cannot be restored either. Raises Refused with the form's words."""
    try:
        record.refuse_days_ahead()
        record.clean()
        record.validate_unique()
        record.validate_constraints()
    except ValidationError as problem:
        raise Refused(refusal, problem.messages) from None


def _rows(state: PastState) -> list[PastRow]:
    parts = [row for rows in state.parts.values() for row in rows.values()]
    return [state.record, *parts] if state.record else parts


def _refuse_missing(
    rows: list[PastRow], only: set[str] | None, coming_back: Collection[tuple[type[models.Model], Any]] = ()
) -> None:
    """Raises Refused naming each record that the rows point at and that is no longer there."""
    missing: list[str] = []
    for row in rows:
        for f in row.model._meta.concrete_fields:
            if not isinstance(f, models.ForeignKey) or (only is not None and f.name not in only):
                continue
            value, target = row.values[f.name], f.remote_field.model
            if value is None or (target, value) in coming_back:
                continue
            if not target._base_manager.filter(pk=value).exists():
                missing.append(
                    f"{f.verbose_name}: {_last_name(target, value)} has been deleted; bring it back first."
                )
    if missing:
        raise Refused("This cannot be restored as it was.", dict.fromkeys(missing))


def _last_name(model: type[models.Model], pk: object) -> str:
    """How a deleted record called itself last."""
    if issubclass(model, Tracked):
        version = model.history.filter(**{model._meta.pk.attname: pk}).order_by("-history_date").first()
        if version is not None:
            return f"{model._meta.verbose_name} “{version.instance}”"
    return f"{model._meta.verbose_name} {pk}"
