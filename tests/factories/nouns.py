"""Three of every noun that the API offers, each with its own sources, and a draft beside what is published."""

from __future__ import annotations

from typing import Any

from countries.models import (
    Country,
    CountryName,
    Coverage,
    DomesticStep,
    GroupMembership,
    Medium,
    NameInLanguage,
    NationalLaw,
    ProfileTheme,
    PublishedTotal,
    StateCoverage,
    StateEvent,
    StateGroup,
    TreatyAction,
    TreatyAlias,
)
from editorial.models import Organisation, Source, User, recording
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline
from meetings.models import (
    Absence,
    Action,
    ActionPlan,
    Attendance,
    InterpretivePosition,
    MeetingCount,
    MeetingDocument,
    PlanAdoption,
    RecordedVote,
    Resolution,
    ResolutionSponsor,
    Vote,
    VoteTotals,
)
from stockpiles.models import (
    ActivityClaim,
    ActivityPlace,
    CompletionDeclaration,
    Contribution,
    DestructionProgramme,
    DestructionRecord,
    ExtensionBenchmark,
    ExtensionRequest,
    ExtensionRequestVersion,
    MunitionOrigin,
    MunitionType,
    ProgrammeDelay,
    ProgrammeStage,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)
from tests.factories.changes import changing, confirmed, proposed
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)
from tests.factories.profiles import Press
from tests.factories.treaties import make_act, make_treaty

UNRELEASED = "Unreleased"
"""A word of every draft, and of nothing else."""


def make_three_of_each() -> None:
    """Three states, each with a row of every table, an edition, a statement and a plan; and the drafts."""
    press = Press(lambda name: User.objects.get_or_create(username=name, defaults={"is_staff": True})[0])
    make_treaty()
    with recording(by=None, reason="Made for a test"):
        ban_policy = ProfileTheme.objects.create(slug="ban-policy", title="Ban policy", order=1)
    for number, (iso3, name) in enumerate((("PER", "Peru"), ("CHL", "Chile"), ("ESP", "Spain")), 1):
        country = make_country(iso3, name)
        source = make_source(f"report-{number}", document_date=f"20{number:02}", url="https://example.org/report")
        with recording(by=None, reason="Made for a test"):
            group = StateGroup.objects.create(slug=f"group-{number}", name=f"Group {number}", source=source)
            _write_state(country, source, group)
            _write_stock(country, source, number)
            _write_duties(country, source, number)
        _write_meeting(country, source, number)
        _write_votes(country, source, number)
        press.edition(country, ban_policy, 2009)
    _write_drafts(press, Country.objects.get(iso3="PER"), ban_policy)
    for act in TreatyAction.objects.filter(kind="signature"):
        confirmed(changing(act, place="Oslo"), "Where it was signed.")
    proposed(changing(Country.objects.get(iso3="PER"), official_name=f"{UNRELEASED} name"))


def _write_state(country: Country, source: Source, group: StateGroup) -> None:
    cited = {"source": source, "source_locator": "row 1"}
    country.source, country.source_locator, country.note = source, "line 2", f"See [@{source.key}, line 3]."
    country.save()
    CountryName.objects.create(country=country, name=f"Old {country}", kind="former", valid_until="2013", **cited)
    GroupMembership.objects.create(group=group, country=country, role="host", **cited)
    for kind, day in (("signature", "2008-12-03"), ("ratification", "2010-02-16")):
        make_act(country, kind, day, source=source, note=f"Seen in [@{source.key}, p. 2].")
    TreatyAlias.objects.create(treaty=make_treaty(), name=f"Name {country.pk}")
    NameInLanguage.objects.create(country=country, language="es", name=f"El {country}", **cited)
    step = {"treaty": make_treaty(), "kind": "approved", "date": "2009-12"}
    DomesticStep.objects.create(country=country, description="By its parliament.", **step, **cited)
    StateEvent.objects.create(country=country, kind="milestone", date="2023-12", words="The last one.", **cited)
    Medium.objects.create(country=country, kind="video", words="The destruction.", **cited)
    StateCoverage.objects.create(country=country, newest_text=2014, note=f"Read: [@{source.key}].")
    said = {"country": country, "note": f"It says so: [@{source.key}, p. 7].", "made_on": "2014"}
    NationalLaw.objects.create(kind="act", title="An act", status="adopted", adopted_on="2012-08", **said)
    InterpretivePosition.objects.create(issue="transit", answer="prohibited", view="Through its waters.", **said)
    scope = {"PER": "ccm", "CHL": "mine-ban-treaty", "ESP": "ccw"}[country.iso3 or ""]
    until = "2026-02-03" if scope == "ccm" else None
    Coverage.objects.create(kind="treaty_acts", scope=scope, complete_until=until, source=source)


def _write_stock(country: Country, source: Source, number: int) -> None:
    note = f"It says so: [@{source.key}, Form {number}]."
    claimed = {"country": country, "note": note, "made_on": "2014"}
    munition = MunitionType.objects.create(slug=f"type-{number}", designation=f"T-{number}", note=note)
    MunitionOrigin.objects.create(munition_type=munition, country=country)
    StockpileHolding.objects.create(munitions=675, as_of="2013", munition_type=munition, **claimed)
    RetentionRecord.objects.create(munitions=10, as_of="2014", **claimed)
    DestructionRecord.objects.create(munitions=5, period_start="2014", period_end="2014", **claimed)
    claim = ActivityClaim.objects.create(activity="production", answer="not_believed", as_of="2009", **claimed)
    ActivityPlace.objects.create(claim=claim, country=country)
    _write_impact(claimed, number)


def _write_impact(claimed: dict[str, Any], number: int) -> None:
    ContaminationClaim.objects.create(answer="contaminated", area_km2="6.5", as_of="2017", **claimed)
    ClearanceRecord.objects.create(area_km2="0.3", period_start="2017", period_end="2017", **claimed)
    CasualtyFigure.objects.create(basis="all", number=53, period_start="1999", period_end="1999", **claimed)
    PublishedDeadline.objects.create(deadline="2020-08-01", **claimed)
    world = {name: value for name, value in claimed.items() if name != "country"}
    PublishedTotal.objects.create(
        subject="casualties", measure="all", number=400 + number, period_start="2015", period_end="2015", **world
    )


def _write_duties(country: Country, source: Source, number: int) -> None:
    claimed = {"country": country, "note": f"It says so: [@{source.key}, p. {number}]."}
    request = ExtensionRequest.objects.create(
        outcome="pending", requested_on="2020", months_requested=12, **claimed
    )
    ExtensionRequestVersion.objects.create(request=request, number=1, filed_on="2020-03", document=source)
    ExtensionBenchmark.objects.create(request=request, number=1, text="Half of it.", due="2021")
    CompletionDeclaration.objects.create(last_item_on="2023-12-14", declared_on="2024", **claimed)
    TransparencyReport.objects.create(kind="initial", submitted_on="2011-01-05", document=source, **claimed)
    TransparencyReport.objects.create(kind="annual", calendar_year=2014, submitted_on="2015", **claimed)
    helper = Organisation.objects.create(slug=f"helper-{number}", name=f"Helper {number}")
    programme = DestructionProgramme.objects.create(
        slug=f"programme-{number}", title="Destruction", partner=helper, **claimed
    )
    parts = {"programme": programme, "note": claimed["note"]}
    ProgrammeStage.objects.create(number=1, name="Opening", started="2014-09", **parts)
    ProgrammeDelay.objects.create(cause="El Niño", began="2017", **parts)
    Contribution.objects.create(donor_state=country, channel=helper, **parts)


def _write_meeting(country: Country, source: Source, number: int) -> None:
    cited = {"source": source, "source_locator": "note 4"}
    meeting = make_meeting(f"meeting-{number}", "2008-05-19", "2008-05-30", country=country, host=country, **cited)
    with recording(by=None, reason="Made for a test"):
        MeetingCount.objects.create(meeting=meeting, number=67, **cited)
        Attendance.objects.create(meeting=meeting, country=country, **cited)
        Absence.objects.create(meeting=meeting, country=country, **cited)
        MeetingDocument.objects.create(meeting=meeting, title="Declaration", kind="declaration", is_public=True)
        plan = ActionPlan.objects.create(slug=f"plan-{number}", name=f"Plan {number}", meeting=meeting, **cited)
        Action.objects.create(plan=plan, number=1)
        PlanAdoption.objects.create(plan=plan, adopted="2011", **cited)
    theme = make_theme("retention")
    statement = make_statement(f"Statement {number}", [(country, "deliverer")], [theme], meeting=meeting)
    make_position(statement, country, theme, source=source, locator="p. 2")
    publish_statement(statement)


def _write_votes(country: Country, source: Source, number: int) -> None:
    cited = {"source": source, "source_locator": "table 1"}
    with recording(by=None, reason="Made for a test"):
        resolution = Resolution.objects.create(
            slug=f"resolution-{number}",
            symbol=f"A/RES/{number}",
            title="On the convention",
            session=69 + number,
            year=2014 + number,
            **cited,
        )
        vote = RecordedVote.objects.create(
            slug=f"vote-{number}", resolution=resolution, held_on="2015-12", **cited
        )
        VoteTotals.objects.create(recorded_vote=vote, yes=139, no=2, certainty="reported", **cited)
        Vote.objects.create(
            recorded_vote=vote, country=country, answer="yes", certainty="reported", made_on="2016", **cited
        )
        ResolutionSponsor.objects.create(resolution=resolution, country=country, role="lead", **cited)


def _write_drafts(press: Press, country: Country, ban_policy: ProfileTheme) -> None:
    secret, theme = make_source("unreleased", title=f"{UNRELEASED} source"), make_theme("retention")
    words = f"{UNRELEASED}.[^1]\n\n[^1]: [@{secret.key}].\n"
    press.draft(country, ban_policy, 2012, lead=f"{UNRELEASED} edition.", text=words)
    press.change(country.profiles.get(edition=2009), lead=f"{UNRELEASED} correction.")
    draft = make_statement(f"{UNRELEASED} statement", [(country, "deliverer")], [theme], text=words)
    make_position(draft, country, theme, paraphrase=f"{UNRELEASED} position", source=secret)
    meeting = make_meeting("meeting-4", "2012-05-23", note="Nobody was counted.")
    with recording(by=None, reason="Made for a test"):
        MeetingDocument.objects.create(meeting=meeting, title=f"{UNRELEASED} paper", kind="other")
