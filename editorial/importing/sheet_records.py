"""Writing the records that rows make: which one on record a row is about, and whether the row may change it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport, RowReport
from editorial.actions.saving import save_checked
from editorial.models import Claim, Rank, Source, Tracked, User, access, change_at_hand, create_many
from editorial.queries import slug_today
from editorial.rules.source_cell import EMPTY
from editorial.texts import cited_keys

from .documents_at_hand import at_hand
from .on_record import Key, OnRecord, key_of
from .sheet import Made


class Writer:
    """Finds the record that a row is about; what becomes of it, a subclass says.

    A claim is the same only if it has a document in common with the row. Two rows never write the same claim.
    """

    def __init__(self, report: ImportReport) -> None:
        self.report = report
        self.written: set[tuple[type[Tracked], object]] = set()
        self._on_record = OnRecord()

    def forget(self) -> None:
        """A row was refused and its records are undone: what was read is read again."""
        self._on_record = OnRecord()

    def write(self, made: Sequence[Made]) -> list[Any]:
        """The records of one row, in order; a later one may name an earlier."""
        done: dict[Made, Any] = {}
        try:
            for one in made:
                done[one] = self.record(one, _resolved(one.by, done), _resolved(one.values, done))
                self.written.add(_name_of(done[one]))
        except Exception:
            self.forget()
            raise
        return list(done.values())

    def record(self, made: Made, by: Mapping[str, object], values: Mapping[str, object]) -> Any:
        """Writes one record of a row, or leaves it as it is, and gives what is then on record.

        ``by`` finds it and ``values`` is what the row says of it; records of the same row that they name are stored by
        then. Raises BadRow or ValidationError where the row may not be written.
        """
        raise NotImplementedError

    def alike(self, made: Made, by: Mapping[str, object]) -> list[Any]:
        """All on record that are found by the key of a row, whatever they rest on."""
        return list(self._on_record.alike(made.model, self.today(made.model, by)))

    def today(self, model: type[Tracked], by: Mapping[str, object]) -> Mapping[str, object]:
        """A file knows a record by the slug that it first had, also when a person has changed it."""
        return {**by, "slug": slug_today(model, str(by["slug"])) or by["slug"]} if "slug" in by else by

    def found(self, made: Made, alike: Sequence[Any], values: Mapping[str, object]) -> Any | None:
        """The one among them that the row is about."""
        if not made.is_claim:
            return alike[0] if alike else None
        documents = documents_cited(str(values["note"]))
        same = [one for one in alike if not documents.isdisjoint(documents_cited(one.note)) or not documents]
        equal = (one for one in same if all(getattr(one, name) == value for name, value in values.items()))
        return next(equal, None) or next((one for one in same if self.is_free(one)), None)

    def is_free(self, record: Any) -> bool:
        """Whether no other row of the file has written this record."""
        return _name_of(record) not in self.written


class DeskWriter(Writer):
    """What a person imports is checked as a form checks it, and changes what is on record."""

    def __init__(self, report: ImportReport, by: User) -> None:
        super().__init__(report)
        self.by = by
        self.row = RowReport(0)
        self._theirs: dict[type[Tracked], set[int] | None] = {}

    def record(self, made: Made, by: Mapping[str, object], values: Mapping[str, object]) -> Any:
        self._check_access(made.model, by)
        alike = self.alike(made, by)
        record = self.found(made, alike, values)
        self.row.flags += made.flags
        if record is None:
            record = made.model(**by, **values)
            _check_source(made, record)
            save_checked(record)
            self._on_record.add(record, by)
            self.row.created += 1
            self.row.flags += _others_say(record, alike) if made.is_claim else []
        elif record.would_change(values):
            before = {name: getattr(record, name) for name in values}
            for name, value in values.items():
                setattr(record, name, value)
            if changed := record.changed_fields():
                _check_source(made, record)
                _check_same_source(made, record, before.get("note"))
                save_checked(record)
                self.row.changed += 1
                self.row.changes += [
                    f"{record._meta.get_field(name).verbose_name}: {_said(before[name])} → {_said(values[name])}"
                    for name in changed
                ]
        self.row.records.append(str(record))
        return record

    def _check_access(self, model: type[Tracked], by: Mapping[str, object]) -> None:
        """Nobody imports what a form would not let them write."""
        country: Any = by.get("country")
        if country is None:
            return
        if model not in self._theirs:
            limit = access.choices(model, "country", self.by)
            self._theirs[model] = None if limit is None else set(limit.values_list("pk", flat=True))
        theirs = self._theirs[model]
        if theirs is not None and country.pk not in theirs:
            raise BadRow("It is not among the states assigned to you.", field="iso3", value=country.iso3 or "")


class ReferenceWriter(Writer):
    """Reference data is never stronger than a person's edit: what somebody changed stays, and is noted."""

    def __init__(self, report: ImportReport, rows: Iterable[Sequence[Made]] = ()) -> None:
        super().__init__(report)
        change = change_at_hand()
        self._recorded_as = change.reason if change else None
        self._of_file: dict[Key, list[frozenset[int]]] = defaultdict(list)
        for row in rows:
            for made in row:
                if made.is_claim:
                    self._of_file[key_of(made.model, made.by)].append(documents_cited(made.values["note"]))

    def record(self, made: Made, by: Mapping[str, object], values: Mapping[str, object]) -> Any:
        alike = self.alike(made, by)
        record = self.found(made, alike, values) or (self._loaded_before(made, alike) if made.is_claim else None)
        if record is None:
            self.report.created += 1
            record = self.create(made.model, {**by, **values})
            self._on_record.add(record, by)
            return record
        versions = record.history
        is_edited: Callable[[], bool] = versions.filter(history_user__isnull=False).exists
        return bring(record, values, is_edited=is_edited, report=self.report)

    def create(self, model: type[Tracked], values: Mapping[str, object]) -> Any:
        return model._base_manager.create(**values)

    def finish(self) -> None:
        """After the last row. Each was stored when it was written."""

    def _loaded_before(self, made: Made, alike: Sequence[Any]) -> Any | None:
        """A claim that this file brought whose source it has corrected since: nobody entered it, and no row is about it.

        Several files may bring claims on the same thing; the words under which they are recorded tell them apart.
        """
        of_rows = self._of_file[key_of(made.model, made.by)]
        for one in alike:
            documents = documents_cited(one.note)
            is_of_a_row = any(not documents.isdisjoint(others) for others in of_rows)
            if is_of_a_row or not self.is_free(one):
                continue
            first = one.history.order_by("history_date", "history_id").first()
            if first is None or (first.history_user_id, first.history_change_reason) == (None, self._recorded_as):
                return one
        return None


class ReferenceWriterOfMany(ReferenceWriter):
    """The same for a file none of whose rows names another: what is new is stored together, at the end."""

    def __init__(self, report: ImportReport, rows: Iterable[Sequence[Made]] = ()) -> None:
        super().__init__(report, rows)
        self._new: dict[type[Tracked], list[Tracked]] = {}

    def create(self, model: type[Tracked], values: Mapping[str, object]) -> Any:
        record = model(**values)
        self._new.setdefault(model, []).append(record)
        return record

    def finish(self) -> None:
        """Stores what is new, the rows of a table after those that they name."""
        for model in named_first(self._new):
            create_many(self._new[model])


def named_first(tables: Collection[type[Tracked]]) -> list[type[Tracked]]:
    """Tables in an order in which each comes after those whose rows its own name."""
    ordered: list[type[Tracked]] = []

    def put(model: type[Tracked]) -> None:
        for field in model._meta.concrete_fields:
            named: Any = field.related_model
            if named in tables and named is not model and named not in ordered:
                put(named)
        if model not in ordered:
            ordered.append(model)

    for model in tables:
        put(model)
    return ordered


def bring(
    existing: Any, values: Mapping[str, object], *, is_edited: Callable[[], bool], report: ImportReport
) -> Any:
    """The row, as it was read, brought to ``values``, unless a person has edited it: that is noted, and it stays."""
    if not existing.would_change(values):
        report.unchanged += 1
        return existing
    if existing.pk is not None and is_edited():
        report.kept.append(f"{existing._meta.verbose_name} {existing}")
        return existing
    for name, value in values.items():
        setattr(existing, name, value)
    if existing.pk is not None:  # what is new is stored at the end
        existing.save()
    report.changed += 1
    return existing


def documents_cited(note: str) -> frozenset[int]:
    """The sources that a note cites; one that was merged into another counts as that."""
    known = {key: at_hand(key) for key in cited_keys(note)}
    others = [key for key, source in known.items() if source is None]
    found = Source.objects.filter(key__in=others).values_list("pk", "merged_into") if others else []
    return frozenset(source.pk for source in known.values() if source) | {into or pk for pk, into in found}


def _check_source(made: Made, record: Any) -> None:
    """What is new or changed names a source; what keeps none in a field of its own cites it in its note."""
    has_field = any(field.name == "source" for field in record._meta.concrete_fields)
    if "note" in made.values and not has_field and not cited_keys(record.note):
        raise BadRow(EMPTY, field="source")


def _check_same_source(made: Made, record: Any, note_before: str | None) -> None:
    """A row of another source changes no claim; where two cannot stand side by side, it is refused."""
    if not note_before or made.is_claim or not isinstance(record, Claim):
        return
    if documents_cited(note_before).isdisjoint(documents_cited(record.note)):
        remedy = f"{record} is on record by another source. Change it in its own form, where both can be cited."
        raise BadRow(remedy, field="source")


def _name_of(record: Any) -> tuple[type[Tracked], object]:
    return type(record), record.pk or id(record)


def _resolved(values: Mapping[str, object], done: Mapping[Made, Any]) -> dict[str, object]:
    return {name: done[value] if isinstance(value, Made) else value for name, value in values.items()}


def _others_say(record: Any, alike: Sequence[Any]) -> list[str]:
    """That other sources say otherwise of the same day."""
    return [
        f"Another source says otherwise, both are kept: {other}."
        for other in alike
        if other.rank != Rank.SUPERSEDED and str(other) != str(record)
    ]


def _said(value: Any) -> str:
    return "nothing" if value in (None, "") else str(value)[:120]
