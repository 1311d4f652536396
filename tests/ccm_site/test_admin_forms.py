"""Every form of the desk opens, and saves what it shows, on the database that this run tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryAssignment, CountryProfile, ProfileTheme, Team, TeamMember
from editorial.admin.tracked import TrackedAdmin
from editorial.models import PartialDateField, User, recording
from editorial.rules.roles import READ_ONLY
from meetings.models import ActionPlan, ActionPlanPart, Meeting, MeetingDocument, Statement, Theme
from tests.editorial.admin.sent import sent_by
from tests.factories.meetings import make_source, make_statement, make_theme

REASON = "Looked at, nothing changed"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@cache
def tracked_forms() -> list[type[models.Model]]:
    """The models whose records are edited at the desk, by name."""
    import ccm_site.urls  # noqa: F401 - the doors of the apps register while it is read

    found = [model for model, door in admin.site._registry.items() if isinstance(door, TrackedAdmin)]
    return sorted(found, key=lambda model: model._meta.label)


each_form = pytest.mark.parametrize("model", tracked_forms(), ids=lambda model: model._meta.label)


@pytest.fixture
def desk(at_desk: Callable[..., Client]) -> Client:
    return at_desk("chief", role="")


def address(model: type[models.Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def first(model: type[models.Model]) -> Any:
    """The first record of the reference data, or one made here where it brings none."""
    if (found := model._base_manager.order_by("pk").first()) is None:
        with recording(by=None, reason="Made for a test"):
            found = MAKE[model]()
    return found


def a_person() -> User:
    return User.objects.get_or_create(username="researcher", defaults={"is_staff": True})[0]


def a_theme() -> ProfileTheme:
    return ProfileTheme.objects.create(slug="ban-policy", title="Ban policy", order=1)


def a_profile() -> CountryProfile:
    return CountryProfile.objects.create(
        country=Country.objects.earliest("pk"), theme=a_theme(), edition=2009, lead="Signed.", text="It signed."
    )


def a_team() -> Team:
    team = Team.objects.create(name="Latin America")
    TeamMember.objects.create(team=team, person=a_person())
    return team


def an_assignment() -> CountryAssignment:
    return CountryAssignment.objects.create(country=Country.objects.earliest("pk"), person=a_person())


def a_plan() -> ActionPlan:
    plan = ActionPlan.objects.create(slug="lausanne", name="Lausanne Action Plan", source=make_source())
    ActionPlanPart.objects.create(plan=plan, order=1, title="Universalisation")
    return plan


def a_document() -> MeetingDocument:
    return MeetingDocument.objects.create(
        meeting=Meeting.objects.earliest("pk"), source=make_source(), title="Report"
    )


MAKE: dict[type[models.Model], Callable[[], Any]] = {
    ActionPlan: a_plan,
    CountryAssignment: an_assignment,
    CountryProfile: a_profile,
    MeetingDocument: a_document,
    ProfileTheme: a_theme,
    Statement: make_statement,
    Team: a_team,
    Theme: make_theme,
}


def saved(desk: Client, model: type[models.Model], **changed: str) -> Any:
    """The answer to what the first record's form shows, sent back with a reason."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    assert page.status_code == 200
    return desk.post(there, {**sent_by(page), "reason": REASON, **changed})


@each_form
def test_the_first_record_opens_and_saves(desk: Client, model: type[models.Model]) -> None:
    answer = saved(desk, model)
    assert answer.status_code == 302, answer.context["errors"]


@each_form
def test_an_empty_form_is_refused_in_words_or_saved(desk: Client, model: type[models.Model]) -> None:
    there = address(model, "add")
    page = desk.get(there)
    assert page.status_code == 200
    answer = desk.post(there, {**sent_by(page), "reason": REASON})
    assert answer.status_code == 302 or answer.context["errors"]


@each_form
def test_somebody_who_may_only_read_is_refused_before_anything_is_locked(
    at_desk: Callable[..., Client], model: type[models.Model], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = address(model, "change", first(model).pk)
    monkeypatch.setattr(TrackedAdmin, "_lock", lambda *args: pytest.fail("locked"))
    assert at_desk("guest", READ_ONLY).post(there, {"reason": REASON}).status_code == 403


@pytest.mark.parametrize("key", ["0", "999999999", "abc", "1e3"])
def test_a_record_that_is_not_there_is_told_so(desk: Client, key: str) -> None:
    answer = desk.post(address(Country, "change", key), {"reason": REASON}, follow=True)
    assert "doesn’t exist" in answer.content.decode()


MISTYPED = "30 February 2010"


def dates_of(model: type[models.Model]) -> set[str]:
    return {f.name for f in model._meta.fields if isinstance(f, PartialDateField | models.DateField)}


@each_form
def test_a_mistyped_date_is_told_at_its_field(desk: Client, model: type[models.Model]) -> None:
    """Each date of the first record alone, then all of an empty form at once."""
    form = desk.get(address(model, "change", first(model).pk)).context["adminform"].form
    names = [name for name in form.fields if name in dates_of(model)]
    for name in names:
        answer = saved(desk, model, **{name: MISTYPED})
        assert answer.status_code == 200
        assert answer.context["adminform"].form.errors[name], name
        assert f'value="{MISTYPED}"' in answer.content.decode()
    there = address(model, "add")
    answer = desk.post(there, {**sent_by(desk.get(there)), "reason": REASON, **dict.fromkeys(names, MISTYPED)})
    assert names == [name for name in names if answer.context["adminform"].form.errors[name]]


@each_form
def test_a_mistyped_date_in_a_row_is_told_there(desk: Client, model: type[models.Model]) -> None:
    """A row is added in which nothing but one date is typed, wrongly."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    for rows in [inline.formset for inline in page.context["inline_admin_formsets"]]:
        count = rows.total_form_count()
        for name in dates_of(rows.model) & set(rows.empty_form.fields):
            typed = {f"{rows.prefix}-TOTAL_FORMS": str(count + 1), f"{rows.prefix}-{count}-{name}": MISTYPED}
            answer = desk.post(there, {**sent_by(page), "reason": REASON, **typed})
            assert answer.status_code == 200
            again = next(
                inline.formset
                for inline in answer.context["inline_admin_formsets"]
                if inline.formset.prefix == rows.prefix
            )
            assert again.errors[count][name], name


NO_NUMBERS = ("x", "9" * 25)


@each_form
def test_a_relation_that_is_no_number_is_told_at_its_field(desk: Client, model: type[models.Model]) -> None:
    """Sent by hand, or in an address that opens an empty form with something chosen."""
    for name in admin.site._registry[model].autocomplete_fields:
        for garbage in NO_NUMBERS:
            answer = saved(desk, model, **{name: garbage})
            assert answer.status_code == 200
            assert answer.context["adminform"].form.errors[name], name
            assert desk.get(address(model, "add"), {name: garbage}).status_code == 200


@each_form
def test_a_row_that_is_no_number_is_told(desk: Client, model: type[models.Model]) -> None:
    """Sent by hand: the number that stands hidden in every row, and what the row points to."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    for inline in page.context["inline_admin_formsets"]:
        rows, relations = inline.formset, set(inline.opts.autocomplete_fields)
        for name in {rows.model._meta.pk.name} | relations:
            for garbage in NO_NUMBERS:
                typed = {f"{rows.prefix}-TOTAL_FORMS": "1", f"{rows.prefix}-0-{name}": garbage}
                typed[f"{rows.prefix}-INITIAL_FORMS"] = "0" if name in relations else "1"
                answer = desk.post(there, {**sent_by(page), "reason": REASON, **typed})
                assert answer.status_code == 200, (name, garbage)
                assert answer.context["errors"], (name, garbage)
