"""The frozen publication of a record: what was published stays published."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from editorial.rules.seal import digest, moment

from .append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyRow
from .fields import ResearchedTextField

if TYPE_CHECKING:
    from .publishable import Publishable


LONG_TEXTS = ("text", "resolved_text", "body_html", "notes_html", "contents", "payload", "facts")
"""Columns that stay in the database where a release is only named."""


class FrozenWrite(AppendOnly):
    """Somebody tried to change or delete a release. A correction is a new release."""


class ChangeKind(models.TextChoices):
    """How much a reader has to care about a correction."""

    FIRST = "first", "First release"
    MINOR = "minor", "Minor"  # spelling, layout, a dead address
    SUBSTANTIVE = "substantive", "Substantive"  # a fact, a date, a figure or a source has changed


class ReleaseQuerySet(AppendOnlyQuerySet):
    """Releases are made one at a time and never changed."""

    def kept(self) -> ReleaseQuerySet:
        """Without those that were taken back before anybody saw them: for readers they never were."""
        return self.filter(taken_back_at__isnull=True)

    def not_withdrawn(self) -> ReleaseQuerySet:
        """Those made after their record was withdrawn, where it ever was: a withdrawal takes what was out by then."""
        withdrawn_at = f"{cast(type[Release], self.model).RECORD}__withdrawn_at"
        return self.kept().filter(Q(**{f"{withdrawn_at}__isnull": True}) | Q(released_at__gt=F(withdrawn_at)))

    def visible(self, at: datetime) -> ReleaseQuerySet:
        """What readers can see at that moment: past the embargo, and not withdrawn."""
        return self.not_withdrawn().filter(visible_from__lte=at)

    def waiting(self, at: datetime) -> ReleaseQuerySet:
        """Those that readers will see after that moment, when their embargo ends."""
        return self.not_withdrawn().filter(visible_from__gt=at)

    def decide_embargo(self, release: Release, now: datetime, **columns: datetime) -> bool:
        """Writes ``visible_from`` or ``taken_back_at``, the only columns of a release that ever change, while it waits.

        One statement asks and writes: False, and nothing is written, where readers see it by ``now`` or it was taken
        back. The action that calls this adds the seal (editorial.actions.embargo).
        """
        assert set(columns) <= {"visible_from", "taken_back_at"}  # noqa: S101 - nothing else is anybody's to change
        waits = self.kept().filter(pk=release.pk, visible_from__gt=now)
        return bool(models.QuerySet.update(waits, **columns))

    def without_texts(self) -> ReleaseQuerySet:
        """For lists, which name a release by title, lead and dates: its long texts stay in the database, and those of
        the working copy, of which readers get nothing."""
        record = cast(type[Release], self.model).RECORD
        return self.defer(*LONG_TEXTS, *(f"{record}__{name}" for name in ("lead", "text")))


class Release(AppendOnlyRow):
    """One frozen publication, r1, r2 …, of a Publishable record: numbered, hashed, never edited or deleted.

    It stores what was researched (``text``), the same with every citation written out (``resolved_text``), the
    page as it was rendered, the JSON that partners get, and the computed facts shown beside it. While its embargo lasts,
    two columns may change (ReleaseQuerySet.decide_embargo), and nothing else.
    Subclasses add the foreign key to their record, with ``related_name="releases"``, and name it in RECORD.
    """

    RECORD: ClassVar[str]  # name of the subclass's foreign key to its record
    SEALED: ClassVar[tuple[str, ...]] = (
        *("number", "released_at", "change_kind", "public_note", "title", "lead", "text", "resolved_text"),
        *("body_html", "notes_html", "contents", "payload", "facts", "sha256"),
    )
    NOT_SEALED: ClassVar[dict[str, str]] = {  # other columns, each with why
        "id": "a number of this database: record and release number name it",
        "released_by": "the team's own: no reader is served it",
        "visible_from": "stands in the seal itself, beside the content: it may be moved while it lies ahead",
        "taken_back_at": "the seal says so: one of a release that was taken back names no moment",
    }

    number = models.PositiveIntegerField(help_text="1 for the first release of the record.")
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    visible_from = models.DateTimeField(
        db_index=True, help_text="Embargo: readers see the release from this moment."
    )
    taken_back_at = models.DateTimeField(
        null=True, editable=False, help_text="Before its embargo ended: no reader ever saw it."
    )
    change_kind = models.CharField(max_length=12, choices=ChangeKind, default=ChangeKind.FIRST)
    public_note = models.TextField(blank=True, help_text="What changed, for readers. Required from r2 on.")

    title = models.CharField(max_length=255)
    lead = models.TextField(blank=True)
    text = ResearchedTextField(help_text="The researched text as written.")
    resolved_text = models.TextField(help_text="The text with every citation written out, as it stood that day.")
    body_html = models.TextField()
    notes_html = models.TextField(blank=True)
    contents = models.JSONField(default=list, help_text="Headings for the list of contents.")
    payload = models.JSONField(help_text="Sections, footnotes and sources as the API gives them.")
    facts = models.JSONField(default=list, help_text="Computed facts shown beside the text, with their articles.")
    sha256 = models.CharField(
        "SHA-256", max_length=64, help_text="Over number, title, lead, texts, payload and facts."
    )

    objects: ClassVar[Any] = ReleaseQuerySet.as_manager()

    class Meta(AppendOnlyRow.Meta):
        abstract = True
        ordering = ["-number"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["-released_at"], name="%(app_label)s_%(class)s_last")]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_correction_has_note",
                condition=Q(change_kind="first", number=1)
                | (Q(number__gt=1) & ~Q(change_kind="first") & ~Q(public_note="")),
                violation_error_message="A correction says publicly what changed, and whether it is minor.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_taken_back_unseen",
                condition=Q(taken_back_at__isnull=True) | Q(taken_back_at__lt=F("visible_from")),
                violation_error_message="Only what no reader has seen is taken back. Withdraw it instead.",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores the release once, with its fingerprint. Raises FrozenWrite when it already exists."""
        if self._state.adding:
            self.sha256 = self.fingerprint()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Its address for ever."""
        raise NotImplementedError

    @classmethod
    def refusal(cls) -> FrozenWrite:
        return FrozenWrite(f"{cls.__name__} rows are frozen. Publish a correction, or withdraw the record.")

    def fingerprint(self) -> str:
        """SHA-256 (hex) of the canonical JSON of the content. What it covers stays: it is printed in citations.

        Everything else that readers are served is covered by the seal (see sealed_content).
        """
        content = {
            "number": self.number,
            "title": self.title,
            "lead": self.lead,
            "text": self.text,
            "resolved_text": self.resolved_text,
            "payload": self.payload,
            "facts": self.facts,
        }
        return digest(content)

    def sealed_content(self, salt: str) -> dict[str, Any]:
        """Everything that readers are served of it, as its seal covers it (see ReleaseSeal)."""
        columns = {name: getattr(self, name) for name in self.SEALED}
        columns["released_at"] = moment(self.released_at)
        return {"kind": self.RECORD, "record": self.record_id, "salt": salt, **columns}

    @property
    def is_intact(self) -> bool:
        """The stored content still has the hash it was published with."""
        return self.sha256 == self.fingerprint()

    @property
    def record(self) -> Publishable:
        """What it is a publication of."""
        record: Publishable = getattr(self, self.RECORD)
        return record

    @property
    def record_id(self) -> int:
        """The key of its record, without reading it."""
        key: int = getattr(self, f"{self.RECORD}_id")
        return key

    @property
    def sources(self) -> list[dict[str, Any]]:
        """The sources that it cites, as frozen with it."""
        return list(self.payload.get("sources", {}).values())

    @property
    def facts_as_of(self) -> date | None:
        """The day that the computed facts speak of. Releases from before that day was kept speak of their own."""
        said = next((fact["as_of"] for fact in self.facts if fact.get("as_of")), "")
        if said:
            return date.fromisoformat(said)
        return self.released_at.date() if self.released_at else None

    def recorded(self) -> dict[str, str]:
        """What its record said beside the text, in words, by label. A noun that freezes more than a text tells it."""
        return {}

    @property
    def is_withdrawn(self) -> bool:
        """It was taken back, whatever came out since."""
        withdrawn_at = self.record.withdrawn_at
        return withdrawn_at is not None and self.released_at <= withdrawn_at

    @property
    def label(self) -> str:
        """ "r2", as it stands in the address."""
        return f"r{self.number}"


def release_models() -> list[type[Release]]:
    """Every table of releases."""
    return [model for model in apps.get_models() if issubclass(model, Release)]
