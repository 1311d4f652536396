"""From a file to a draft: read, compared with the library of sources, checked, and written as one change.

What a text becomes, its Destination, each app declares for its record; everything else is here. Taking an import back
is in editorial.actions.text_import.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Publishable, Source, Status, Tracked, User, recording
from editorial.queries import unknown_keys
from editorial.security_log import tell_if_committed
from editorial.texts import cited_keys

from .problems import NotWritten, Problem, blocking
from .reading import TextFile, read_text
from .reconciliation import Reconciliation, reconciled
from .source_library import lines_of, match_library, sources_of_facts
from .text_as_read import TextAsRead

R_co = TypeVar("R_co", bound=Publishable, covariant=True)
R = TypeVar("R", bound=Publishable)


class Destination(ABC, Generic[R_co]):
    """What a text becomes: the record that an app makes of it, and what may stand against that. Writes nothing."""

    @abstractmethod
    def read(self, file: TextFile) -> TextAsRead:
        """The text, by the reader that is right for it. Raises UnusableInput."""

    def completed(self, text: TextAsRead) -> Self:
        """With what the text itself says, where a person gave nothing."""
        return self

    @abstractmethod
    def facts(self, text: TextAsRead) -> Sequence[tuple[str, str]]:
        """What the report says first: names and values."""

    @abstractmethod
    def problems(self, text: TextAsRead) -> Iterator[Problem]:
        """Where the file says something else than it is imported as, and what is missing."""

    @abstractmethod
    def already_there(self, text: TextAsRead) -> Iterator[Problem]:
        """Records that may be the same. Asked once more when the draft is written."""

    @abstractmethod
    def not_theirs(self, by: User) -> str:
        """Why this person may not write it, as far as the assignment of countries goes; or ""."""

    @abstractmethod
    def draft(self, text: TextAsRead, markdown: str) -> R_co:
        """The unsaved record with this researched text."""

    def parts(self, number: int) -> Iterable[Tracked]:
        """The unsaved rows that belong to the saved record of this number."""
        return ()


D_co = TypeVar("D_co", bound="Destination[Publishable]", covariant=True)


@dataclass(frozen=True)
class PreparedImport(Generic[D_co]):
    """A text that was read, its sources looked up, and everything said that speaks against writing it."""

    read: TextAsRead
    to: D_co
    library: Mapping[str, Source]  # by proposed key; those that it lacks are unsaved
    brought: tuple[Source, ...]  # unsaved, that an exported file brings along
    problems: tuple[Problem, ...]

    @property
    def can_be_written(self) -> bool:
        return not blocking(self.problems)

    @property
    def new_sources(self) -> tuple[Source, ...]:
        """Those that the library lacks."""
        return (*(source for source in self.library.values() if source.pk is None), *self.brought)

    @property
    def known_sources(self) -> dict[str, Source]:
        """Those that the library has, by proposed key."""
        return {key: source for key, source in self.library.items() if source.pk is not None}

    @property
    def report(self) -> Reconciliation:
        return reconciled(self.read, self.to.facts(self.read), self.problems, lines_of(self.known_sources))

    @property
    def text(self) -> str:
        """The researched text of the draft."""
        return self.read.text(lines_of(self.library))


@dataclass(frozen=True)
class WrittenImport(Generic[R]):
    """What an import wrote."""

    record: R
    parts: tuple[Tracked, ...]
    created: tuple[Source, ...]
    reused: tuple[Source, ...]


AnyDestination = TypeVar("AnyDestination", bound=Destination[Publishable])


def prepare_import(
    source: Path | str | bytes,
    to: AnyDestination,
    *,
    name: str = "",
    allowed: Collection[str] = (),
) -> PreparedImport[AnyDestination]:
    """Read a text, given as a path or as the bytes of an upload, and compare it with the database. Writes nothing.

    ``allowed`` are codes of problems that a person expressly decided to live with. Raises UnusableInput for what is no
    readable text or has none.
    """
    read = to.read(read_text(source, name=name))
    to = to.completed(read)
    library = match_library(read.sources)
    brought, problems = sources_of_facts(read.facts.get("sources"), read.file.name)
    problems = [*read.problems, *problems, *to.problems(read), *to.already_there(read), *_uncited(read, brought)]
    problems = [problem.as_check() if problem.code in allowed else problem for problem in problems]
    return PreparedImport(read, to, library, tuple(brought), tuple(problems))


def _uncited(read: TextAsRead, brought: Sequence[Source]) -> Iterator[Problem]:
    """Sources that a Markdown file cites, and that neither the library nor the file itself has."""
    text = read.own_markdown
    for key in sorted(unknown_keys(cited_keys(text)) - {source.key for source in brought}) if text else ():
        yield Problem(
            "unknown-source",
            f"The text cites the source {key}, which the library does not have.",
            "Add the source to the library first, or correct the key.",
            file=read.file.name,
            line=read.around.line + text.partition(f"@{key}")[0].count("\n"),
            value=f"[@{key}]",
        )


def refusals(prepared: PreparedImport[Destination[Publishable]], by: User) -> list[Problem]:
    """Everything that stands against this person's writing it: what blocks, and countries that are not theirs."""
    found = blocking(prepared.problems)
    if why := prepared.to.not_theirs(by):
        remedy = "Ask an administrator to assign it, or a colleague to import the file."
        found.append(Problem("not-assigned", why, remedy, file=prepared.read.file.name))
    return found


def write_import(
    prepared: PreparedImport[Destination[R]],
    *,
    by: User,
    reason: str = "",
    progress: Callable[[list[Tracked]], Iterable[Tracked]] = iter,
) -> WrittenImport[R]:
    """Write the draft, its parts and the sources that the library lacks, as one change by one person.

    ``progress`` may wrap the list of sources (a progress bar). Raises NotWritten for what ``refusals`` names, or where
    somebody wrote the same meanwhile.
    """
    if problems := refusals(prepared, by):
        raise NotWritten(*problems)
    read, to = prepared.read, prepared.to
    file = read.file.name
    new, reused, text = prepared.new_sources, tuple(prepared.known_sources.values()), prepared.text
    try:
        with transaction.atomic(), recording(by=by, reason=reason or f"Imported from {file}"):
            # a button that is pressed twice waits for itself, and then finds the first one's draft
            User.objects.select_for_update().get(pk=by.pk)
            _refuse_if_there(to, read)
            for source in progress(list(new)):
                source.save()
            record = to.draft(read, text)
            record.full_clean()
            record.save()
            parts = tuple(to.parts(record.pk))
            for part in parts:
                part.full_clean()
                part.save()
            tell_if_committed("text imported", who=by, about=f"{record._meta.label_lower} {record.pk}")
    except (IntegrityError, ValidationError) as refusal:
        _refuse_if_there(to, read)
        raise NotWritten(_not_saved(refusal, file)) from None
    return WrittenImport(record, parts, new, reused)


def _refuse_if_there(to: Destination[Publishable], read: TextAsRead) -> None:
    if problems := blocking(to.already_there(read)):
        raise NotWritten(*problems)


def _not_saved(refusal: IntegrityError | ValidationError, file: str) -> Problem:
    if isinstance(refusal, ValidationError):
        message = "The draft cannot be saved: " + " ".join(refusal.messages)
        return Problem("not-valid", message, "Correct the file, or what is given.", file=file)
    message = "Somebody changed the source library while this was being imported."
    return Problem("overtaken", message, "Import the file again.", file=file)


def in_the_way(code: str, message: str, found: Publishable, sha256: str, remedy: str, file: str) -> Problem:
    """A record that stands in the way. ``message`` names it and ends with what identifies it: "… (number 3"; its status
    follows. ``sha256`` is that of the file it was imported from, "" if it was written here."""
    undo = " An import that nobody has changed can be undone first." if sha256 else ""
    status = Status(found.status).label.lower()
    return Problem(code, f"{message}{status}).", f"{remedy}{undo}", file=file)
