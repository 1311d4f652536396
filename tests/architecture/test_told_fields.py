"""Every field of a fact is told to readers or named as the team's own: this list is the whole of it."""

from __future__ import annotations

import pytest

from editorial.history.words import fields_kept
from editorial.models import Tracked
from editorial.queries.change_sets import fact_tables
from editorial.queries.told_rows import told_fields

TOLD = {
    "editorial.source": (
        "key kind authors title english_title publisher un_symbol meeting_session place document_date "
        "event_date language url archived_url accessed_on as_printed to_be_checked compared_on merged_into"
    ),
    "editorial.organisation": "name abbreviation slug kind url",
    "countries.country": (
        "iso2 iso3 m49 slug name official_name kind is_un_member region subregion intermediate_region capital "
        "languages wikidata geonames source note source_locator"
    ),
    "countries.countryname": "country name kind valid_from valid_until source source_locator",
    "countries.nameinlanguage": "country language name source source_locator",
    "countries.profiletheme": "slug title",
    "countries.coverage": "kind scope extent complete_until checked_on source covers missing",
    "countries.publishedtotal": (
        "as_of period_start period_end made_on certainty rank rank_reason note subject measure number bound upper "
        "out_of covers"
    ),
    "countries.treaty": (
        "slug short_name title full_title title_in_sentence kind parent depositary untc_number url source "
        "adopted_on adopted_at opened_for_signature closed_for_signature signature_ends_at_entry_into_force "
        "published_in_force threshold_reached_on signature_article consent_article accession_article "
        "acceptance_without_signature first_article later_article instruments_needed months counting "
        "provisional_article provisional_covers reservations_article reservations_allowed withdrawal_article "
        "withdrawal_months withdrawal_waits_for_peace source_locator"
    ),
    "countries.treatyalias": "treaty name",
    "countries.domesticstep": "treaty country kind date description source source_locator",
    "countries.statecoverage": "country newest_text missing note",
    "countries.nationallaw": (
        "as_of period_start period_end made_on certainty rank rank_reason note country kind title original_title "
        "known_as status adopted_on in_force_on covers penalty"
    ),
    "countries.medium": "country kind words number made_on credit source source_locator",
    "countries.stateevent": "country towards kind date words source note source_locator",
    "countries.stategroup": "slug name description stated_size source source_locator",
    "countries.groupmembership": "group country role since until source source_locator",
    "countries.treatyaction": (
        "treaty country kind date effective_on published_effect in_armed_conflict place official source note "
        "source_locator"
    ),
    "impact.contaminationclaim": (
        "as_of period_start period_end made_on certainty rank rank_reason note country answer area_km2 "
        "confirmed_km2 suspected_km2 bound areas place"
    ),
    "impact.clearancerecord": (
        "as_of period_start period_end made_on certainty rank rank_reason note country area_km2 area_bound "
        "items_destroyed items_bound"
    ),
    "impact.casualtyfigure": (
        "as_of period_start period_end made_on certainty rank rank_reason note country basis number bound"
    ),
    "impact.publisheddeadline": (
        "as_of period_start period_end made_on certainty rank rank_reason note country kind deadline"
    ),
    "meetings.meeting": "slug name short_name kind parent city country is_virtual host president note source source_locator",
    "meetings.meetingspan": "meeting start end label is_planned source source_locator",
    "meetings.meetingcount": "certainty rank rank_reason meeting counted number source source_locator",
    "meetings.theme": "slug title article scope",
    "meetings.actionplan": "slug name meeting adopted from_year until_year actions_claimed note source source_locator",
    "meetings.planadoption": "made_on certainty rank rank_reason plan adopted source source_locator",
    "meetings.actionplanpart": "plan title theme",
    "meetings.action": "plan number part text source",
    "meetings.attendance": "meeting country capacity head_of_delegation source source_locator",
    "meetings.absence": "meeting country source source_locator",
    "meetings.resolution": "slug symbol draft_symbol title session year source source_locator",
    "meetings.resolutionsponsor": "resolution country role source source_locator",
    "meetings.recordedvote": "slug resolution body paragraph held_on source source_locator",
    "meetings.votetotals": (
        "made_on certainty rank rank_reason note recorded_vote yes no abstained source source_locator"
    ),
    "meetings.vote": "made_on certainty rank rank_reason note recorded_vote country answer source source_locator",
    "meetings.interpretiveposition": (
        "as_of period_start period_end made_on certainty rank rank_reason note country issue answer view"
    ),
    "meetings.meetingdocument": "file_name file_type file_size sha256 meeting kind title un_symbol date language source",
    "stockpiles.munitiontype": (
        "designation slug also_called kind origin called_by_source submunition submunitions_per_munition "
        "submunitions_approximate mass_kg submunition_mass_kg disperses_explosive_submunitions exempt_purpose "
        "engages_single_target self_destructs_electronically self_deactivates_electronically note"
    ),
    "stockpiles.munitionorigin": "munition_type country",
    "stockpiles.activityclaim": (
        "as_of period_start period_end made_on certainty rank rank_reason note country activity answer "
        "tense time_in_words munition_type"
    ),
    "stockpiles.activityplace": "claim country",
    "stockpiles.clearanceobligation": "country name origin hostilities_ended note",
    "stockpiles.extensionrequest": (
        "as_of period_start period_end made_on certainty rank rank_reason note country article obligation "
        "number requested_on months_requested requested_until outcome procedure evidence decided_on "
        "decided_at decided_at_text months_granted granted_until"
    ),
    "stockpiles.extensionrequestversion": "request number filed_on months_requested document",
    "stockpiles.extensionbenchmark": "request number text due met_on",
    "stockpiles.completiondeclaration": (
        "as_of period_start period_end made_on certainty rank rank_reason note country article obligation "
        "last_item_on announced_on declared_on declared_at margin_as_stated"
    ),
    "stockpiles.destructionprogramme": "country slug title partner state_body started ended note",
    "stockpiles.contribution": "programme donor_state donor_organisation channel form amount currency agreed_on note",
    "stockpiles.destructionrecord": (
        "as_of period_start period_end made_on certainty rank rank_reason note munitions munitions_rounded "
        "munitions_at_least submunitions submunitions_rounded submunitions_at_least submunition_mass_kg "
        "country munition_type scope out_of method"
    ),
    "stockpiles.stockpileholding": (
        "as_of period_start period_end made_on certainty rank rank_reason note munitions munitions_rounded "
        "munitions_at_least submunitions submunitions_rounded submunitions_at_least submunition_mass_kg "
        "country munition_type kind holder counterpart"
    ),
    "stockpiles.programmestage": "programme number name planned_start planned_end started ended note",
    "stockpiles.programmedelay": "programme stage cause began ended note",
    "stockpiles.retentionrecord": (
        "as_of period_start period_end made_on certainty rank rank_reason note munitions munitions_rounded "
        "munitions_at_least submunitions submunitions_rounded submunitions_at_least submunition_mass_kg "
        "country munition_type purpose"
    ),
    "stockpiles.settleddifference": "country finding unit munition_type explanation note",
    "stockpiles.transparencyreport": (
        "as_of period_start period_end made_on certainty rank rank_reason note country kind calendar_year "
        "submitted_on due_as_printed missing_as_of document"
    ),
}
"""The public log of changes says these. A new field stands here once a page, file or answer gives it."""


@pytest.mark.parametrize("model", fact_tables(), ids=lambda m: m._meta.label)
def test_a_field_is_told_or_says_why_it_is_not(model: type[Tracked]) -> None:
    told = TOLD[model._meta.label_lower].split()
    assert [f.name for f in told_fields(model)] == told
    assert {f.name for f in fields_kept(model)} == {*told, *model.NOT_TOLD}
    assert all(model.NOT_TOLD.values())


def test_what_is_for_the_team_is_not_told() -> None:
    every = {f"{label}.{name}" for label, names in TOLD.items() for name in names.split()}
    ours = {"editorial.source.remarks", "editorial.source.compared_by", "meetings.meetingdocument.file"}
    assert every.isdisjoint(ours)
