"""Cross-record checks name the record and what is wrong; nothing wrong is exit 0."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from countries.actions.country_profile import publish_edition
from countries.models import Country, CountryName, CountryProfile
from editorial.actions.publishing import approve, submit
from editorial.checks import check_releases, check_texts, check_unsourced_facts
from editorial.models import Organisation, Source, recording
from stockpiles.models import StockpileHolding

TODAY = date(2026, 11, 21)


def test_a_dead_footnote_is_found_by_name(draft: CountryProfile) -> None:
    assert list(check_texts(TODAY)) == []
    draft.text += "\nOne more mark.[^nowhere]\n"
    draft.save()
    finding = next(iter(check_texts(TODAY)))
    assert finding.record == "Peru: Cluster Munition Ban Policy 2009"
    assert "[^nowhere]" in finding.message


def test_a_release_changed_behind_the_application_is_found(draft: CountryProfile, person) -> None:
    submit(record=draft, by=person("researcher"), reason="Ready")
    approve(record=draft, by=person("editor"), reason="Agreed")
    release = publish_edition(profile=draft, by=person("publisher"), reason="Out")
    assert list(check_releases(TODAY)) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE countries_profilerelease SET lead = 'Tampered' WHERE id = %s", [release.pk])
    assert [finding.record for finding in check_releases(TODAY)] == [str(release)]


def test_a_fact_without_source_is_found_whether_it_would_name_one_or_cite_one(
    peru: Country, sources: list[Source]
) -> None:
    with recording(by=None, reason="Made for a test"):
        Organisation.objects.create(name="NPA", slug="npa", kind="ngo")  # an entry, no fact
        peru.source = sources[0]
        peru.save()
        name = CountryName.objects.create(country=peru, name="El Perú")
        holding = StockpileHolding.objects.create(country=peru, munitions=2012)
    found = list(check_unsourced_facts(TODAY))
    assert {finding.record for finding in found} == {str(name), str(holding)}
    with recording(by=None, reason="Sources found"):
        name.source = sources[0]
        name.save()
        holding.note = "[@peru-oslo-2008, p. 2]"
        holding.save()
    assert list(check_unsourced_facts(TODAY)) == []


def test_command_is_silent_success_or_exit_1(draft: CountryProfile) -> None:
    out = StringIO()
    call_command("check_facts", "--only", "texts", "--as-of", "2026-11-21", stdout=out)
    assert "1 checks as of 2026-11-21: 0 findings" in out.getvalue()
    draft.text = "See [@nobody-2009]."
    draft.save()
    with pytest.raises(CommandError) as failure:
        call_command("check_facts", "--only", "texts", stdout=out)
    assert failure.value.returncode == 1
    assert "nobody-2009" in out.getvalue()


def test_unknown_check_lists_the_known_ones(db: None) -> None:
    with pytest.raises(CommandError, match=r"unknown nothing\. Known: .*texts"):
        call_command("check_facts", "--only", "nothing")
