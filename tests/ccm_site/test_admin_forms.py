"""Every form of the desk opens, and saves what it shows, on the database that this run tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.contrib import admin
from django.db import models, transaction
from django.test import Client
from django.urls import reverse

from countries.models import (
    Country,
    CountryAssignment,
    CountryProfile,
    Medium,
    NationalLaw,
    ProfileTheme,
    PublishedTotal,
    Team,
    TeamMember,
)
from editorial.actions.reference import load
from editorial.admin.tracked import TrackedAdmin
from editorial.models import PartialDateField, User, recording
from editorial.rules.roles import READ_ONLY
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline
from meetings.models import (
    ActionPlan,
    ActionPlanPart,
    InterpretivePosition,
    Meeting,
    MeetingDocument,
    RecordedVote,
    Resolution,
    Statement,
    Theme,
    Vote,
)
from tests.editorial.admin.sent import sent_by
from tests.factories.meetings import make_source, make_statement, make_theme
from tests.factories.votes import make_vote, say

REASON = "Looked at, nothing changed"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "team_of_one")]


@cache
def tracked_forms() -> list[type[models.Model]]:
    """The models whose records are edited at the desk, by name."""
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


def a_medium() -> Medium:
    return Medium.objects.create(
        country=Country.objects.get(iso3="PER"), kind="video", words="The destruction", source=make_source()
    )


def a_law() -> NationalLaw:
    said = {"note": f"It says so: [@{make_source().key}].", "country": Country.objects.get(iso3="PER")}
    return NationalLaw.objects.create(kind="act", title="An act", status="adopted", adopted_on="2012", **said)


def a_view() -> InterpretivePosition:
    said = {"note": f"It says so: [@{make_source().key}].", "country": Country.objects.get(iso3="PER")}
    return InterpretivePosition.objects.create(issue="transit", answer="prohibited", as_of="2012", **said)


def brought(name: str, model: type[models.Model]) -> Callable[[], Any]:
    """The first record that a loader of reference data brings."""

    def make() -> Any:
        load(name)
        return model._base_manager.order_by("pk").first()

    return make


MAKE: dict[type[models.Model], Callable[[], Any]] = {
    ActionPlan: a_plan,
    CasualtyFigure: brought("casualties", CasualtyFigure),
    ClearanceRecord: brought("clearance", ClearanceRecord),
    ContaminationClaim: brought("contamination", ContaminationClaim),
    PublishedDeadline: brought("published-deadlines", PublishedDeadline),
    PublishedTotal: brought("published-totals", PublishedTotal),
    CountryAssignment: an_assignment,
    CountryProfile: a_profile,
    InterpretivePosition: a_view,
    Medium: a_medium,
    MeetingDocument: a_document,
    NationalLaw: a_law,
    ProfileTheme: a_theme,
    RecordedVote: make_vote,
    Resolution: lambda: make_vote().resolution,
    Statement: make_statement,
    Team: a_team,
    Theme: make_theme,
    Vote: lambda: say(make_vote(), Country.objects.get(iso3="PER"), "yes"),
}


def saved(desk: Client, model: type[models.Model], **changed: str) -> Any:
    """The answer to what the first record's form shows, sent back with a reason."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    assert page.status_code == 200
    return desk.post(there, {**sent_by(page), "reason": REASON, **changed})


def test_every_table_of_the_desk_is_tried_here() -> None:
    """All that the registry has, but for accounts (below) and what nobody writes there: roles, releases, logs, proposals."""
    others = {model._meta.label for model in admin.site._registry} - {m._meta.label for m in tracked_forms()}
    assert others == {
        "auth.Group",
        "axes.AccessAttempt",
        "axes.AccessFailureLog",
        "axes.AccessLog",
        "editorial.AuditEntry",
        "editorial.ChangeSet",
        "editorial.User",
        "countries.ProfileRelease",
        "meetings.StatementRelease",
    }


@each_form
def test_the_first_record_opens_and_saves(desk: Client, model: type[models.Model]) -> None:
    answer = saved(desk, model)
    assert answer.status_code == 302, answer.context["errors"]
    assert answer["Location"].startswith(address(model, "changelist"))


@each_form
def test_what_the_first_record_says_can_be_entered_anew(desk: Client, model: type[models.Model]) -> None:
    """The record is taken away where nothing leans on it; where something does, the new one bears another name."""
    record = first(model)
    entered = {**sent_by(desk.get(address(model, "change", record.pk))), "reason": "Entered by hand"}
    entered = {name: value for name, value in entered.items() if not re.search(r"-\d+-", name)}
    entered |= {name: "0" for name in entered if name.endswith(("-TOTAL_FORMS", "-INITIAL_FORMS"))}
    try:
        with transaction.atomic(), recording(by=None, reason="Made room"):
            record.delete()
    except (models.ProtectedError, models.RestrictedError):
        entered |= under_another_name(model, entered)
    before = set(model._base_manager.values_list("pk", flat=True))
    answer = desk.post(address(model, "add"), entered)
    assert answer.status_code == 302, answer.context["errors"]
    made = model._base_manager.exclude(pk__in=before).get()
    version = made.history.get()  # type: ignore[attr-defined]
    assert (str(version.history_user), version.history_change_reason) == ("chief", "Entered by hand")


def under_another_name(model: type[models.Model], entered: dict[str, Any]) -> dict[str, str]:
    """What has to differ, changed: texts that only one record may have, alone or together with other fields."""
    together = [
        name for c in model._meta.constraints if isinstance(c, models.UniqueConstraint) for name in c.fields
    ]
    alone = [f.name for f in model._meta.fields if f.unique and not f.primary_key]
    changed = {}
    for name in {*alone, *together} & set(entered):
        field = model._meta.get_field(name)
        if isinstance(field, models.CharField):
            before = entered[name]
            other = "999" if before.isdigit() else "QZ" if before.isupper() else "zz"
            changed[name] = (other + before)[: field.max_length]
    return changed


@each_form
def test_an_empty_form_is_refused_in_words_or_saved(desk: Client, model: type[models.Model]) -> None:
    there = address(model, "add")
    page = desk.get(there)
    assert page.status_code == 200
    answer = desk.post(there, {**sent_by(page), "reason": REASON})
    if answer.status_code == 302:
        assert answer["Location"].startswith(address(model, "changelist"))
    else:
        assert answer.context["errors"]


def test_an_account_is_entered_and_saved_again(desk: Client) -> None:
    entered = {"username": "nora", "usable_password": "true"}
    entered |= dict.fromkeys(("password1", "password2"), "words that nobody guesses")
    page = desk.get(address(User, "add"))
    answer = desk.post(address(User, "add"), {**sent_by(page), **entered})
    assert answer.status_code == 302, answer.context["errors"]
    there = address(User, "change", User.objects.get(username="nora").pk)
    answer = desk.post(there, sent_by(desk.get(there)))
    assert answer.status_code == 302, answer.context["errors"]
    assert User.objects.get(username="nora").check_password("words that nobody guesses")


@each_form
def test_somebody_who_may_only_read_is_refused_before_anything_is_locked(
    at_desk: Callable[..., Client], model: type[models.Model], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = address(model, "change", first(model).pk)
    monkeypatch.setattr(TrackedAdmin, "_lock", lambda *args: pytest.fail("locked"))
    before = model._base_manager.filter(pk=there.split("/")[-3]).values().get()
    answer = at_desk("guest", READ_ONLY).post(there, {"reason": REASON})
    assert answer.status_code == 403
    assert "You may not open this page" in answer.content.decode()
    assert model._base_manager.filter(pk=there.split("/")[-3]).values().get() == before


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
    """Rows are added in each of which nothing but one date is typed, wrongly."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    typed: dict[str, str] = {}
    expected: dict[tuple[str, int], str] = {}
    for rows in formsets(page):
        count = rows.total_form_count()
        for place, name in enumerate(sorted(dates_of(rows.model) & set(rows.empty_form.fields)), count):
            typed |= {f"{rows.prefix}-TOTAL_FORMS": str(place + 1), f"{rows.prefix}-{place}-{name}": MISTYPED}
            expected[rows.prefix, place] = name
    if not expected:
        return
    answer = desk.post(there, {**sent_by(page), "reason": REASON, **typed})
    assert answer.status_code == 200
    again = {rows.prefix: rows for rows in formsets(answer)}
    for (prefix, place), name in expected.items():
        assert again[prefix].errors[place][name], (prefix, name)


def formsets(page: Any) -> list[Any]:
    return [inline.formset for inline in page.context["inline_admin_formsets"]]


WORD, TOO_LARGE = "x", "9" * 25


@each_form
def test_a_relation_that_is_no_number_is_told_at_its_field(desk: Client, model: type[models.Model]) -> None:
    """Sent by hand, or in an address that opens an empty form with something chosen: a word in each field alone,
    and a number that no database holds in all of them."""
    names = admin.site._registry[model].autocomplete_fields
    typed = [{name: WORD} for name in names] + [dict.fromkeys(names, TOO_LARGE)] * bool(names)
    for garbage in typed:
        answer = saved(desk, model, **garbage)
        assert answer.status_code == 200
        for name in garbage:
            assert answer.context["adminform"].form.errors[name], name
    for everywhere in (WORD, TOO_LARGE) if names else ():
        assert desk.get(address(model, "add"), dict.fromkeys(names, everywhere)).status_code == 200


@each_form
@pytest.mark.parametrize("garbage", [WORD, TOO_LARGE], ids=["word", "too large"])
def test_a_row_that_is_no_number_is_told(desk: Client, model: type[models.Model], garbage: str) -> None:
    """Sent by hand: the number that stands hidden in every row, and what the row points to."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    inlines = page.context["inline_admin_formsets"]
    if not inlines:
        return
    hidden: dict[str, str] = {}
    pointing: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for inline in inlines:
        prefix = inline.formset.prefix
        relations = sorted(inline.opts.autocomplete_fields)
        hidden |= {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-INITIAL_FORMS": "1"}
        hidden[f"{prefix}-0-{inline.formset.model._meta.pk.name}"] = garbage
        pointing |= {f"{prefix}-TOTAL_FORMS": str(len(relations)), f"{prefix}-INITIAL_FORMS": "0"}
        pointing |= {f"{prefix}-{place}-{name}": garbage for place, name in enumerate(relations)}
        places[prefix] = relations
    answer = desk.post(there, {**sent_by(page), "reason": REASON, **hidden})
    assert answer.status_code == 200
    assert all(rows.total_error_count() for rows in formsets(answer)), [rows.errors for rows in formsets(answer)]
    if any(places.values()):
        answer = desk.post(there, {**sent_by(page), "reason": REASON, **pointing})
        assert answer.status_code == 200
        for rows in formsets(answer):
            for place, name in enumerate(places[rows.prefix]):
                assert rows.errors[place][name], (rows.prefix, name)


@each_form
def test_a_count_of_rows_that_no_form_has_is_told(desk: Client, model: type[models.Model]) -> None:
    """Sent by hand, in every set of rows at once, with nothing for the rows themselves; less than none is none."""
    there = address(model, "change", first(model).pk)
    page = desk.get(there)
    sets = formsets(page)
    for count, status in (("401", 400), (WORD, 200), ("-1", 302)) if sets else ():
        typed = {f"{rows.prefix}-TOTAL_FORMS": count for rows in sets}
        answer = desk.post(there, {**sent_by(page), "reason": REASON, **typed})
        assert answer.status_code == status, count
        if status == 400:
            assert "a record is saved with 400 further rows at most" in answer.content.decode()
        if status == 200:
            assert all(rows.non_form_errors() for rows in formsets(answer))
