"""What public lists of statements read: one row a release, derived from it. Rebuildable, never edited.

Why statements have such rows and profiles have none. A list of profiles asks by country, theme, edition and language:
columns of the record that stay as they are once it is published, so joining the releases with them shows no draft, and
there are some dozens to a country. A list of statements asks by parties and their roles, themes, articles, actions,
meeting, year and words, and sorts by a day that may be the meeting's. All of that lies inside the JSON that the release
froze; the record's own rows may already be the draft of a correction. Read live, each list would read the JSON of every
release; here each question has an index. A noun whose lists ask only what cannot change after publication joins live.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from countries.models import Country
from editorial.models import Organisation, PartialDateField, Source
from meetings.rules.parties_in_words import behind_in_words

from .action_plan import ActionPlan
from .meeting import Meeting
from .position import Stance
from .statement import LANGUAGES, Statement, StatementKind, slug_of
from .statement_party import BEHIND, Role
from .statement_release import StatementRelease
from .theme import Theme

WITHDRAWN = Q(withdrawn_at__isnull=False) & (Q(published_at__isnull=True) | Q(published_at__lte=F("withdrawn_at")))
"""Nothing is out of it: what Publishable.is_withdrawn says of one statement."""


class ListedStatementQuerySet(models.QuerySet):
    def published(self, at: datetime) -> ListedStatementQuerySet:
        """What readers see at that moment: the newest visible release of each statement that is not withdrawn.

        A withdrawn release has no row; one of a statement of which nothing else is out is not even shown while
        somebody rebuilds the lists.
        """
        return self.filter(
            Q(visible_until__isnull=True) | Q(visible_until__gt=at),
            ~Q(statement__in=Statement._base_manager.filter(WITHDRAWN).values("pk")),  # few: no join with all
            visible_from__lte=at,
        )


class Derived(models.Model):
    """A row that is written from a release, for lists to read."""

    UNTRACKED_BECAUSE = "derived from the releases, rebuildable"

    class Meta:
        abstract = True
        default_permissions = ()


SEEN_WHILE = ("visible_from", "visible_until", "statement")
"""What published() asks. In an index, deep pages and counts read nothing else."""

UNDATED = date(1900, 1, 1)
"""Where a statement without any date stands in lists: last."""


class ListedStatement(Derived):
    """A release as lists, filters and charts need it.

    It is written when the release is, from what the release froze: an editor's later changes to parties,
    themes or positions cannot be seen here before they are published. ``visible_until`` is the moment from
    which a newer release takes its place.
    """

    release = models.OneToOneField(
        StatementRelease, on_delete=models.CASCADE, primary_key=True, related_name="listed"
    )
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="listed")
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)

    title = models.CharField(max_length=255)
    lead = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=StatementKind)
    language = models.CharField(max_length=12)
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="listed_statements")
    date = PartialDateField()
    day = models.DateField(
        help_text="For sorting: first day that the date can mean, else the meeting's first day."
    )
    year = models.PositiveSmallIntegerField(null=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="listed_statements")
    parties_line = models.TextField(default="", help_text="Who stands behind it, in one line.")
    states_unnamed = models.PositiveSmallIntegerField(default=0)
    parties_json = models.JSONField(default=list, help_text="Names, keys and roles, ready for a list row.")
    themes_json = models.JSONField(default=list)

    objects: ClassVar[Any] = ListedStatementQuerySet.as_manager()

    class Meta(Derived.Meta):
        ordering = ["-day", "-release"]
        verbose_name = "statement"
        indexes = [
            models.Index(fields=["-day", "-release", *SEEN_WHILE], name="meetings_listed_day_seen"),
            models.Index(fields=["-visible_from", "-release"], name="meetings_listed_newest"),
            models.Index(fields=["kind", "-day", "-release"], name="meetings_listed_kind"),
            models.Index(fields=["meeting", "-day", "-release", *SEEN_WHILE], name="meetings_listed_meeting_seen"),
            models.Index(fields=["language", "-day", "-release"], name="meetings_listed_language"),
            models.Index(fields=["year", "-day", "-release"], name="meetings_listed_year"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("statement", args=[self.statement_id, slug_of(self.title)])

    @classmethod
    def of(cls, release: StatementRelease) -> Self:
        """What of a row follows from its release alone. Not stored."""
        payload = release.payload
        return cls(
            release=release,
            statement_id=release.statement_id,
            title=release.title,
            lead=release.lead,
            kind=payload["kind"],
            language=payload["language"],
            date=release.date,
            states_unnamed=payload["states_unnamed"],
            parties_json=payload["parties"],
            themes_json=payload["themes"],
        )

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet:
        return cls.objects.published(at)

    @property
    def language_name(self) -> str:
        """ "Spanish"; the code itself for a language without a name here."""
        return LANGUAGES.get(self.language, self.language)

    @property
    def when(self) -> str:
        """The date in words; the meeting's year where the statement has no date of its own."""
        return str(self.date or self.year or "undated")


class ListedParty(Derived):
    """A party of a listed release."""

    listed = models.ForeignKey(ListedStatement, on_delete=models.CASCADE, related_name="parties")
    country = models.ForeignKey(Country, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=Role)
    day = models.DateField(help_text="The statement's, so that one index finds a state's newest statements.")

    class Meta(Derived.Meta):
        indexes = [
            models.Index(fields=["country", "-day", "-listed"], name="meetings_lparty_country"),
            models.Index(fields=["country", "role", "-day", "-listed"], name="meetings_lparty_role"),
            models.Index(fields=["organisation", "-day", "-listed"], name="meetings_lparty_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.country_id or self.organisation_id} {self.role}"


class ListedTheme(Derived):
    """A theme of a listed release."""

    listed = models.ForeignKey(ListedStatement, on_delete=models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()

    class Meta(Derived.Meta):
        indexes = [models.Index(fields=["theme", "-day", "-listed"], name="meetings_ltheme_theme")]

    def __str__(self) -> str:
        return str(self.theme_id)


class ListedArticle(Derived):
    """An article of a listed release; ``number`` finds 3(6) under article 3."""

    listed = models.ForeignKey(ListedStatement, on_delete=models.CASCADE, related_name="articles")
    article = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    day = models.DateField()

    class Meta(Derived.Meta):
        indexes = [models.Index(fields=["number", "-day", "-listed"], name="meetings_larticle_number")]

    def __str__(self) -> str:
        return self.article


class ListedAction(Derived):
    """An action plan, or one of its actions, that a listed release cites."""

    listed = models.ForeignKey(ListedStatement, on_delete=models.CASCADE, related_name="actions")
    plan = models.ForeignKey(ActionPlan, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.plan_id}#{self.number or ''}"


class ListedPosition(Derived):
    """A position of a listed release, as theme pages and the API give it."""

    listed = models.ForeignKey(ListedStatement, on_delete=models.CASCADE, related_name="positions")
    order = models.PositiveSmallIntegerField()
    country = models.ForeignKey(Country, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=12, choices=Stance)
    paraphrase = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    quote_language = models.CharField(max_length=12, blank=True)
    translation = models.TextField(blank=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="listed_positions")
    citation = models.TextField(blank=True, help_text="Where it is recorded, as the release froze it.")
    day = models.DateField()

    class Meta(Derived.Meta):
        verbose_name = "position"
        ordering = ["-day", "-listed_id", "order"]
        indexes = [
            models.Index(fields=["theme", "-day"], name="meetings_lposition_theme"),
            models.Index(fields=["country", "-day"], name="meetings_lposition_country"),
        ]

    def __str__(self) -> str:
        return f"{self.holder}: {self.theme}"

    def get_absolute_url(self) -> str:
        return self.listed.get_absolute_url()

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet:
        return cls.objects.filter(listed__in=ListedStatement.objects.published(at))

    @property
    def is_held_by_all(self) -> bool:
        """Whether it is the position of everybody who stands behind the statement."""
        return self.country_id is None and self.organisation_id is None

    @property
    def holder(self) -> str:
        """Who takes it: "Peru", or all who stand behind it: "Spain with Chile, Croatia, Mexico and Portugal"."""
        return self.listed.parties_line if self.is_held_by_all else str(self.country or self.organisation)

    @property
    def number_of_others(self) -> int:
        """With how many others each of its holders takes it, those included whom no source names."""
        behind = len(self.listed.parties_json) + self.listed.states_unnamed
        return max(behind - 1, 0) if self.is_held_by_all else 0

    @property
    def behind_in_words(self) -> str:
        """Who brought the text and who joined it: "Lead sponsor: Spain. Co-sponsors: Chile, Croatia and Mexico."."""
        return behind_in_words([(row["name"], row["role"]) for row in self.listed.parties_json], BEHIND)

    @property
    def states(self) -> list[tuple[str, str]]:
        """The states that are named as taking it, by name and code; of several as the release froze them."""
        if self.country is not None:
            return [(self.country.name, self.country.iso3 or "")]
        rows = self.listed.parties_json if self.is_held_by_all else []
        return [(row["name"], row["iso3"] or "") for row in rows if "slug" in row]
