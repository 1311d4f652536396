"""Role × action × table; and researchers are kept to the countries in their hands, by whatever door they come."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client, RequestFactory
from django.urls import reverse

from countries.importing.country_profile import edition_meant
from countries.models import (
    Country,
    CountryAssignment,
    CountryName,
    CountryProfile,
    DomesticStep,
    ProfileTheme,
    Team,
    TeamMember,
    Treaty,
    TreatyAction,
)
from countries.queries.access import countries_of, may_edit_country
from editorial.actions.roles import ensure_roles
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import NotWritten
from editorial.importing.text_import import prepare_import, write_import
from editorial.models import Publishable, Tracked, User, country_path, recording
from editorial.models.access import choices
from editorial.rules.roles import ADMINISTRATORS_ONLY, EDITOR, PUBLISHER, READ_ONLY, RESEARCHER, VERBS
from meetings.models import Attendance, Meeting, Statement, StatementParty, Vote
from stockpiles.models import (
    ActivityClaim,
    ClearanceObligation,
    CompletionDeclaration,
    Contribution,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    ProgrammeStage,
    RetentionRecord,
    SettledDifference,
    StockpileHolding,
    TransparencyReport,
)
from tests.factories.meetings import make_source
from tests.factories.votes import make_vote

ROLES = [RESEARCHER, EDITOR, PUBLISHER, READ_ONLY, ""]
ACTIONS = ("view", "add", "change", "delete", "review", "publish", "withdraw")
MODELS = [model for model in admin.site._registry if issubclass(model, Tracked)]


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
@pytest.mark.parametrize("role", ROLES, ids=lambda r: r or "Administrator")
def test_each_role_may_do_exactly_what_the_rule_says(role: str, model: type[Tracked], person) -> None:
    ensure_roles()
    user = User.objects.get(pk=person("somebody", role, is_superuser=not role).pk)
    request = RequestFactory().get("/")
    request.user = user
    desk, name = admin.site._registry[model], model._meta.model_name
    verbs: tuple[str, ...] = VERBS[role] if role else ACTIONS
    if role and name in ADMINISTRATORS_ONLY:
        verbs = ("view",)
    for action in ACTIONS[:4]:
        assert getattr(desk, f"has_{action}_permission")(request) is (action in verbs), action
    if issubclass(model, Publishable):
        for action in ACTIONS[4:]:
            assert user.has_perm(f"{model._meta.app_label}.{action}_{name}") is (action in verbs), action


@pytest.fixture
def chile(db: None) -> Country:
    with recording(by=None, reason="Made for a test"):
        return Country.objects.create(iso3="CHL", slug="chile", name="Chile", region="Americas")


def assign(country: Country, **to: Any) -> None:
    with recording(by=None, reason="Made for a test"):
        CountryAssignment.objects.create(country=country, **to)


@pytest.fixture
def foreign(draft: CountryProfile, chile: Country, person) -> CountryProfile:
    """Peru's draft; "ana" has Chile."""
    assign(chile, person=person("ana"))
    return draft


def address(page: str, record: Any) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


DOORS = ("change", "history", "compare", "preview", "download", "delete")


@pytest.mark.parametrize("door", DOORS)
def test_a_researcher_sees_nothing_of_a_draft_on_another_country(
    at_desk, foreign: CountryProfile, door: str
) -> None:
    ana = at_desk("ana")
    asked = {"to": foreign.history.get().history_id}
    answer = ana.get(address(door, foreign), asked, follow=True)
    assert "First draft" not in answer.content.decode()
    assert foreign.lead not in answer.content.decode()
    if door in ("history", "compare", "preview"):
        assert answer.status_code == 404
    assert at_desk("eva", EDITOR).get(address(door, foreign), asked).status_code == 200


@pytest.mark.parametrize("step", ["submit", "restore", "comment", "presence", "undo_import"])
def test_no_step_is_taken_on_it_either(at_desk, foreign: CountryProfile, step: str) -> None:
    words = {
        "submit-reason": "Mine",
        "reason": "Mine",
        "text": "Mine",
        "version": foreign.history.get().history_id,
    }
    at_desk("ana").post(address(step, foreign), words)
    foreign.refresh_from_db()
    assert (foreign.status, foreign.history.count()) == ("draft", 1)


def test_lists_dashboard_and_deleted_records_leave_it_out(at_desk, foreign: CountryProfile, person) -> None:
    ana = at_desk("ana")
    pages = [
        reverse("admin:countries_countryprofile_changelist"),
        reverse("admin:index"),
        reverse("admin:countries_countryprofile_deleted"),
    ]
    for page in pages[:2]:
        assert "First draft" not in ana.get(page).content.decode()
        assert "Peru: Cluster" not in ana.get(page).content.decode()
    pk = foreign.pk
    with recording(by=person("eva"), reason="Entered twice"):
        foreign.delete()
    for page in pages:
        assert "Entered twice" not in ana.get(page).content.decode()
    assert "Entered twice" in at_desk("eva", EDITOR).get(pages[2]).content.decode()
    back = reverse("admin:countries_countryprofile_bring_back", args=[pk])
    assert ana.post(back, {"reason": "Mine"}).status_code == 404


def offered(client: Client) -> list[str]:
    asked = {"app_label": "countries", "model_name": "countryprofile", "field_name": "country", "term": ""}
    return [one["text"] for one in client.get(reverse("admin:autocomplete"), asked).json()["results"]]


def test_forms_and_autocompletion_offer_only_their_countries(at_desk, foreign: CountryProfile, ban_policy) -> None:
    ana, eva = at_desk("ana"), at_desk("eva", EDITOR)
    assert offered(ana) == ["Chile"]
    assert offered(eva) == ["Chile", "Peru"]
    values = {
        "country": foreign.country_id,
        "theme": ban_policy.pk,
        "edition": 2011,
        "language": "en",
        "reason": "Mine",
    }
    add = reverse("admin:countries_countryprofile_add")
    assert "country" in ana.post(add, values).context["adminform"].form.errors
    assert ana.post(add, values | {"country": Country.objects.get(iso3="CHL").pk}).status_code == 302


def test_importing_for_another_country_is_refused_by_name(
    foreign: CountryProfile, person, ban_policy, at_desk
) -> None:
    at_desk("ana")
    to = edition_meant(country="PER", theme="cluster-munition-ban-policy", edition="2012", language="en")
    prepared = prepare_import(b"Peru\n\nOne paragraph.\n", to, name="peru.txt", allowed=MISSING_NOTES)
    object.__setattr__(prepared, "problems", ()) if hasattr(prepared, "__dataclass_fields__") else None
    with pytest.raises(NotWritten, match="Peru is not among the countries assigned to ana"):
        write_import(prepared, by=User.objects.get(username="ana"))


def test_teams_give_their_countries_to_each_member(draft: CountryProfile, peru: Country, at_desk, person) -> None:
    client = at_desk("ana")
    ana = person("ana")
    with recording(by=None, reason="Made for a test"):
        team = Team.objects.create(name="Latin America")
        TeamMember.objects.create(team=team, person=ana)
    assign(peru, team=team)
    assert client.get(address("change", draft)).status_code == 200
    assert may_edit_country(User.objects.get(pk=ana.pk), peru)
    assert at_desk("ben").get(address("change", draft)).status_code == 302


def test_without_any_assignment_every_researcher_edits_every_country(at_desk, draft: CountryProfile) -> None:
    form = at_desk("ana").get(address("change", draft))
    assert (form.context["original"], form.context["has_change_permission"]) == (draft, True)


@pytest.mark.parametrize("role", [EDITOR, PUBLISHER, READ_ONLY, ""])
def test_all_other_roles_see_all_countries(role: str, at_desk, foreign: CountryProfile) -> None:
    form = at_desk("eva", role).get(address("change", foreign))
    assert (form.context["original"], form.context["has_change_permission"]) == (foreign, role != READ_ONLY)


def test_statements_are_reached_through_their_parties(at_desk, foreign, peru, chile, person) -> None:
    at_desk("ana")
    ana = User.objects.get(username="ana")
    with recording(by=None, reason="Made for a test"):
        made = {
            name: Statement.objects.create(title=name, text="Text.") for name in ("theirs", "joint", "nobody's")
        }
        for name, country in (("theirs", peru), ("joint", peru), ("joint", chile)):
            StatementParty.objects.create(statement=made[name], country=country, role="deliverer")
    assert {s.title for s in Statement.objects.accessible_by(ana)} == {"joint", "nobody's"}


def test_tables_are_about_a_country_or_about_none() -> None:
    assert country_path(CountryProfile) == "country"
    assert country_path(Statement) == "parties__country"
    assert country_path(Meeting) == ""
    assert country_path(Country) == ""
    assert country_path(User) == ""


def test_a_part_is_about_what_its_whole_is_about() -> None:
    """A contribution names the state that gave; it is about the state whose programme was helped."""
    assert country_path(Contribution) == "programme__country"
    assert country_path(StatementParty) == "statement__parties__country"
    assert country_path(Attendance) == ""
    assert country_path(CountryName) == ""


WITH_COUNTRY = [model for model in MODELS if country_path(model)]


def of_peru(model: type[Tracked], peru: Country) -> Any:
    """A row on Peru, with what its table asks for."""
    if model is Statement:
        made = Statement.objects.create(title="Statement of Peru", text="Text.")
        StatementParty.objects.create(statement=made, country=peru)
        return made
    names = {"short_name": "CCM", "title": "Convention", "title_in_sentence": "the Convention"}
    treaty = Treaty.objects.get_or_create(slug="ccm", defaults=names)[0]
    theme = ProfileTheme.objects.get_or_create(slug="ban", title="Ban")[0]
    asked: dict[type[Tracked], dict[str, Any]] = {
        ActivityClaim: {"activity": "use"},
        CompletionDeclaration: {"article": 3},
        CountryProfile: {"theme": theme, "edition": 2009},
        DestructionProgramme: {"slug": "programme-of-peru", "title": "Programme of Peru"},
        DestructionRecord: {"munitions": 5, "period_start": "2015", "period_end": "2016"},
        DomesticStep: {"treaty": treaty, "kind": "announced", "date": "2008"},
        RetentionRecord: {"munitions": 5},
        SettledDifference: {"finding": "over", "unit": "munitions", "figures": "5", "explanation": "Rounded."},
        StockpileHolding: {"munitions": 5},
        TransparencyReport: {"kind": "initial", "submitted_on": "2021-03"},
        Vote: {"recorded_vote": make_vote(), "answer": "yes", "source": make_source()},
        TreatyAction: {"treaty": treaty, "kind": "signature", "date": date(2008, 12, 3)},
    }
    rows: Any = model._base_manager
    return rows.create(country=peru, **asked.get(model, {}))


@pytest.mark.parametrize("model", WITH_COUNTRY, ids=lambda m: m._meta.label)
def test_rows_on_other_countries_are_behind_no_door(
    model: type[Tracked], at_desk, peru: Country, chile: Country, person
) -> None:
    """List, form, history, comparison, autocompletion and saving, for every table that is about countries."""
    assign(chile, person=person("ana"))
    with recording(by=None, reason="Entered for a test"):
        record = of_peru(model, peru)
    ana, eva = at_desk("ana"), at_desk("eva", EDITOR)
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    versions = {"to": record.history.get().history_id}
    rows = f'href="{address("change", record)}'
    assert rows not in ana.get(reverse(f"{name}_changelist")).content.decode()
    assert rows in eva.get(reverse(f"{name}_changelist")).content.decode()
    assert ana.get(address("change", record)).status_code == 302
    assert eva.get(address("change", record)).status_code == 200
    for door in ("history", "compare"):
        assert ana.get(address(door, record), versions).status_code == 404
        assert eva.get(address(door, record), versions).status_code == 200
    ana.post(address("change", record), {"reason": "Mine", "note": "Mine"})
    ana.post(address("delete", record), {"reason": "Mine", "post": "yes"})
    assert record.history.count() == 1
    assert not model._default_manager.accessible_by(User.objects.get(username="ana")).exists()


def test_parts_of_rows_on_other_countries_are_not_theirs_either(
    at_desk, peru: Country, chile: Country, person
) -> None:
    assign(chile, person=person("ana"))
    at_desk("ana")
    ana = User.objects.get(username="ana")
    with recording(by=None, reason="Entered for a test"):
        for country in (peru, chile):
            programme = DestructionProgramme.objects.create(country=country, slug=country.slug, title=country.name)
            ProgrammeStage.objects.create(programme=programme, number=1, name=f"Survey in {country}")
            Contribution.objects.create(programme=programme, donor_state=peru)
    assert [stage.name for stage in ProgrammeStage.objects.accessible_by(ana)] == ["Survey in Chile"]
    assert [given.programme.title for given in Contribution.objects.accessible_by(ana)] == ["Chile"]


def test_a_form_offers_no_row_on_another_country(at_desk, peru: Country, chile: Country, person) -> None:
    assign(chile, person=person("ana"))
    at_desk("ana")
    ana = User.objects.get(username="ana")
    with recording(by=None, reason="Entered for a test"):
        for country in (peru, chile):
            ClearanceObligation.objects.create(country=country)
    assert [one.country for one in choices(ExtensionRequest, "obligation", ana)] == [chile]
    asked = {"app_label": "stockpiles", "model_name": "extensionrequest", "field_name": "obligation", "term": ""}
    found = at_desk("ana").get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [one["text"] for one in found] == ["Chile, clearance"]
    assert choices(ExtensionRequest, "country", ana).get() == chile
    assert choices(ExtensionRequest, "decided_at", ana) is None
    assert choices(Contribution, "donor_state", ana) is None  # any state may give
    assert choices(ExtensionRequest, "obligation", person("eva", EDITOR)) is None


def test_work_lists_name_their_countries_alone(at_desk, reference) -> None:
    name = reverse("admin:stockpiles_transparencyreport_due")
    at_desk("ana")
    eva = at_desk("eva", EDITOR).get(name).context["duties"]
    assert len({duty.country for duty in eva}) > 1
    theirs = eva[0].country
    assign(theirs, person=User.objects.get(username="ana"))
    assert {duty.country for duty in at_desk("ana").get(name).context["duties"]} == {theirs}


def test_what_somebody_is_kept_to_is_asked_once(at_desk, foreign, django_assert_num_queries) -> None:
    at_desk("ana")
    ana = User.objects.get(username="ana")
    with django_assert_num_queries(1):
        countries_of(ana)
        countries_of(ana)
