"""Two people edited one record: what each changed, side by side, and a form that holds both where they do not overlap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.db import models
from django.http import QueryDict

from editorial.history.index import index_of
from editorial.history.states import PastRow, PastState
from editorial.history.timeline import RecordedAct, timeline
from editorial.history.words import Column, label_of, label_of_values
from editorial.models import ResearchedTextField, Tracked
from editorial.texts.compare import compare as compare_texts
from editorial.texts.merge import MergeConflict, merge
from editorial.texts.side_by_side import Stretch, stretches

TAKEN = "Only they changed this. It is taken over below."
SAME = "You both changed this to the same."
MERGED = "You both changed this in different places. Both changes are in the form below."
YOURS = "You both changed this. Yours is in the form below; theirs is lost unless you put it in."
PLACES = "You both changed this. What does not overlap is in the form below; of these places decide:"


@dataclass(frozen=True)
class FieldConflict:
    """One field that they changed: as it was, as they made it, as you made it, and what the form now holds."""

    label: str
    verdict: str
    was: str
    theirs: str
    yours: str
    theirs_text: list[Stretch] = field(default_factory=list)
    yours_text: list[Stretch] = field(default_factory=list)
    overlaps: tuple[MergeConflict, ...] = ()

    @property
    def decided(self) -> bool:
        """Nothing of it is left to the person."""
        return self.verdict in (TAKEN, SAME, MERGED)


@dataclass(frozen=True)
class EditConflict:
    """Everything that happened since a form was opened."""

    acts: list[RecordedAct]
    fields: list[FieldConflict]


def merged_form(form: forms.ModelForm, base: PastState | None) -> tuple[QueryDict, EditConflict]:
    """What the form should hold after somebody else has saved, and what the person has to know.

    ``base`` is the whole as it was when the form was opened. Fields that only they changed are taken from the
    stored record; researched texts that both changed are merged by paragraph and note.
    """
    record: Any = type(form.instance)._base_manager.get(pk=form.instance.pk)
    model: type[Tracked] = type(record)
    data = cast(QueryDict, form.data).copy()
    found: list[FieldConflict] = []
    for name, one in form.fields.items():
        f: Any = next((f for f in model._meta.concrete_fields if f.name == name), None)
        if f is None or base is None or base.record is None:
            continue
        was, theirs = base.record.values[name], getattr(record, f.attname)
        if was == theirs:
            continue
        place = form.add_prefix(name)
        raw = one.widget.value_from_datadict(data, form.files, place)
        conflict, value = _decide(f, one, was, theirs, raw)
        found.append(conflict)
        if value is not _KEEP:
            _put(data, one.widget, place, one.prepare_value(value))
    return data, EditConflict(acts_since(model, record.pk, base), found)


def acts_since(model: type[Tracked], pk: int, base: PastState | None) -> list[RecordedAct]:
    """What was done to a whole after a state of it, newest first; the newest act where that state is not known."""
    acts = timeline(index_of(model, pk)).acts
    return [act for act in acts if base is None or act.at > base.at] or acts[:1]


_KEEP = object()


def _decide(f: Column, one: forms.Field, was: Any, theirs: Any, raw: object) -> tuple[FieldConflict, object]:
    mine, value = _cleaned(one, raw), _KEEP
    overlaps: tuple[MergeConflict, ...] = ()
    if not _differs(one, was, raw):
        verdict, mine, value = TAKEN, was, theirs
    elif not _differs(one, theirs, raw):
        verdict = SAME
    elif isinstance(f, ResearchedTextField):
        merged = merge(was or "", mine or "", theirs or "")
        verdict, value, overlaps = PLACES if merged.conflicts else MERGED, merged.text, merged.conflicts
    else:
        verdict = YOURS
    is_text = isinstance(f, models.TextField)
    conflict = FieldConflict(
        label=label_of(f),
        verdict=verdict,
        was=label_of_values(f, was),
        theirs=label_of_values(f, theirs),
        yours=label_of_values(f, getattr(mine, "pk", mine)),
        theirs_text=_changed_only(was or "", theirs or "") if is_text else [],
        yours_text=_changed_only(was or "", mine or "") if is_text and verdict != SAME else [],
        overlaps=overlaps,
    )
    return conflict, value


def _changed_only(old: str, new: str) -> list[Stretch]:
    return [one for one in stretches(compare_texts(old, new)) if one.kind != "equal"]


def _cleaned(one: forms.Field, raw: object) -> Any:
    try:
        return one.to_python(raw)
    except forms.ValidationError:
        return raw


def _differs(one: forms.Field, value: object, raw: object) -> bool:
    """Whether what was posted says something else than a stored value."""
    if not one.has_changed(value, raw):
        return False
    posted = QueryDict(mutable=True)
    _put(posted, one.widget, "value", one.prepare_value(value))
    return bool(one.widget.value_from_datadict(posted, {}, "value") != raw)


def _put(data: QueryDict, widget: forms.Widget, place: str, value: object) -> None:
    """Write a value of a form into posted data as a browser would send it."""
    if isinstance(widget, forms.MultiWidget):
        several: Any = widget
        pieces = several.decompress(value)
        for name, part, piece in zip(several.widgets_names, several.widgets, pieces, strict=True):
            _put(data, part, place + name, piece)
        return
    posted = widget.format_value(value)
    if isinstance(widget, forms.CheckboxInput) and not value:
        data.pop(place, None)
    elif isinstance(widget, forms.CheckboxInput):
        data[place] = "on"
    elif isinstance(posted, list | tuple):
        data.setlist(place, [str(item) for item in posted])
    else:
        data[place] = "" if posted is None else str(posted)


# rows of parts


def merged_rows(
    data: QueryDict,
    prefix: str,
    form_class: type[forms.ModelForm],
    base: Mapping[int, PastRow],
    theirs: Mapping[int, PastRow],
) -> QueryDict:
    """Posted rows of one part after somebody else has saved: fields that only they changed are theirs.

    A row that they deleted goes, unless it was changed here: then it comes as a new row.
    """
    meta: Any = form_class._meta.model._meta
    key = meta.pk.name
    fields: dict[str, forms.Field] = form_class.base_fields
    initial, added = [], []
    for i, row in enumerate(_posted_rows(data, prefix)):
        pk = row.get(key, "")
        if i >= int(data.get(f"{prefix}-INITIAL_FORMS") or 0) or not pk.isdecimal():
            added.append(row)
            continue
        was, now = base.get(int(pk)), theirs.get(int(pk))
        if now is None:
            if was is None or any(
                _differs(one, was.values.get(name), one.widget.value_from_datadict(row, {}, name))
                for name, one in fields.items()
                if name in was.values
            ):
                row[key] = ""
                added.append(row)
            continue
        for name, one in fields.items():
            if was is None or name not in was.values or was.values[name] == now.values[name]:
                continue
            raw = one.widget.value_from_datadict(row, {}, name)
            if not _differs(one, was.values[name], raw):
                _put(row, one.widget, name, one.prepare_value(now.values[name]))
        initial.append(row)
    merged = data.copy()
    for posted in [place for place in data if re.match(rf"{re.escape(prefix)}-\d+-", place)]:
        del merged[posted]
    for i, row in enumerate([*initial, *added]):
        for name, values in row.lists():
            merged.setlist(f"{prefix}-{i}-{name}", values)
    merged[f"{prefix}-INITIAL_FORMS"] = str(len(initial))
    merged[f"{prefix}-TOTAL_FORMS"] = str(len(initial) + len(added))
    return merged


def _posted_rows(data: QueryDict, prefix: str) -> list[QueryDict]:
    rows: dict[int, QueryDict] = {}
    for place, values in data.lists():
        if match := re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,4}})-(.+)", place):
            rows.setdefault(int(match[1]), QueryDict(mutable=True)).setlist(match[2], values)
    return [rows[i] for i in sorted(rows)]
