"""What statements can be narrowed by, the same on the public list and in the API."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import django_filters
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from countries.models import Country
from editorial.long_select import LongSelect
from editorial.queries.kept import keeping
from editorial.search import matching
from meetings.models import (
    ActionPlan,
    ListedAction,
    ListedArticle,
    ListedParty,
    ListedTheme,
    Meeting,
    Role,
    StatementKind,
    Theme,
)
from meetings.models.statement import ARTICLE, LANGUAGES
from meetings.queries.meetings import with_parts

Choices = Iterable[tuple[str, str]]


class Once:
    """Choices read from the database when the form first needs them, once for all fields that share them."""

    def __init__(self, read: Callable[[], Choices]) -> None:
        self.read = read
        self.kept: list[tuple[str, str]] | None = None

    def __call__(self) -> list[tuple[str, str]]:
        if self.kept is None:
            self.kept = list(self.read())
        return self.kept

    def __deepcopy__(self, memo: object) -> Once:
        """Django copies the fields of a form: the copies ask the same question, so they share the answer."""
        return self


def states() -> Choices:
    """Every state by its code, in the order of names."""
    rows = Country.objects.exclude(iso3=None).order_by("name").values_list("iso3", "name")
    return [(iso3 or "", name) for iso3, name in rows]


def having(queryset: QuerySet, rows: type[models.Model], **asked: object) -> QuerySet:
    """Statements with a row (a party, a theme …) of which all of this is true."""
    return queryset.filter(Exists(rows._default_manager.filter(listed=OuterRef("pk"), **asked)))


class StatementFilter(django_filters.FilterSet):
    """Every filter combines with every other. ``country`` and ``role`` speak of the same party."""

    q = django_filters.CharFilter(
        label="Words in the text",
        method="with_words",
        max_length=1000,
        help_text="All words; quotes make a phrase.",
    )
    country = django_filters.ChoiceFilter(
        label="State", empty_label="Any state", method="by_state", widget=LongSelect
    )
    role = django_filters.ChoiceFilter(
        label="Its role", choices=Role.choices, empty_label="Any role", method="by_role"
    )
    partner = django_filters.ChoiceFilter(
        label="Together with", empty_label="Alone or with others", method="by_partner", widget=LongSelect
    )
    meeting = django_filters.ChoiceFilter(
        label="Meeting",
        empty_label="Any meeting",
        method="at_meeting",
        widget=LongSelect,
        help_text="With its committees and sessions.",
    )
    theme = django_filters.ChoiceFilter(
        label="Theme", empty_label="Any theme", method="on_theme", widget=LongSelect
    )
    article = django_filters.CharFilter(
        label="Article",
        method="on_article",
        max_length=20,
        validators=[RegexValidator(ARTICLE, "Write the article as it is cited: 3, 3(6), 2(2)(c).")],
        help_text="3 finds 3(6) as well.",
    )
    kind = django_filters.ChoiceFilter(label="Kind", choices=StatementKind.choices, empty_label="Any kind")
    language = django_filters.ChoiceFilter(
        label="Language", choices=sorted(LANGUAGES.items(), key=lambda one: one[1]), empty_label="Any language"
    )
    year = django_filters.NumberFilter(label="Year", min_value=1990, max_value=2100)
    plan = django_filters.ChoiceFilter(label="Cites", empty_label="Any action plan or none", method="citing_plan")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        kept = keeping()

        def once(name: str, read: Callable[[], Choices]) -> Once:
            return Once(lambda: kept.value(f"choices of {name}", lambda: list(read()), on=("statements",)))

        every_state = once("states", states)
        meetings = Meeting.objects.order_by("short_name").values_list("slug", "short_name")
        themes = Theme.objects.order_by("order", "title").values_list("slug", "title")
        plans = ActionPlan.objects.order_by("adopted", "name").values_list("slug", "name")
        for name, choices in (
            ("country", every_state),
            ("partner", every_state),
            ("meeting", once("meetings", meetings.all)),
            ("theme", once("themes", themes.all)),
            ("plan", once("plans", plans.all)),
        ):
            self.filters[name].extra["choices"] = choices

    def with_words(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Statements whose released words hold all that was typed; nothing that is a word matches nothing."""
        found = matching("statement", value)
        return queryset.filter(pk__in=found) if found is not None else queryset.none()

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        role = self.form.cleaned_data.get("role")
        return having(queryset, ListedParty, country__iso3=value, **({"role": role} if role else {}))

    def by_role(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Alone, a role finds statements in which somebody has it; with a state, by_state has asked both."""
        return queryset if self.form.cleaned_data.get("country") else having(queryset, ListedParty, role=value)

    def by_partner(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return having(queryset, ListedParty, country__iso3=value)

    def at_meeting(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        meeting = Meeting.objects.values_list("pk", flat=True).get(slug=value)
        return queryset.filter(meeting__in=with_parts(meeting))

    def on_theme(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return having(queryset, ListedTheme, theme__slug=value)

    def on_article(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """An article with its paragraphs (3), or exactly one paragraph (3(6))."""
        field = "number" if value.isdigit() else "article"
        return having(queryset, ListedArticle, **{field: value})

    def citing_plan(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return having(queryset, ListedAction, plan__slug=value)
