"""Contamination, clearance and casualties on a state's page: every row with its source, beside the clock."""

from __future__ import annotations

import re

import pytest

from tests.factories.impact import load_impact
from tests.factories.module_data import for_module

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


loaded = for_module(load_impact)


def section(client, state: str, anchor: str) -> str:
    text = " ".join(client.get(f"/countries/{state}/").content.decode().split())
    return text.partition(f'<section class="section" id="{anchor}">')[2].partition("</section>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_laos_every_claim_record_and_printed_deadline_with_its_source(client):
    html = section(client, "lao-peoples-democratic-republic", "contamination")
    text = words(html)
    assert "is contaminated: 1,957.04 km² confirmed (as of December 2023), according to" in text
    assert "Deadline: July 2025, according to ICBL-CMC, Landmine and Cluster Munition Monitor, 2022." in text
    assert "Differs Differs from the record here: 1 August 2020" in text
    assert "1996 to June 2011: 304 km²; 652,447 items destroyed" in text
    assert text.count("Source: ") + text.count("Sources: ") == 6 + 4 + 3
    assert 'href="/stockpiles/lao-peoples-democratic-republic/#article-4"' in html


def test_casualties_of_a_state_on_each_basis(client):
    text = words(section(client, "ukraine", "casualties"))
    assert "2024, of attacks: at least 193" in text
    assert "2023, of attacks: recorded, number not given" in text


def test_at_a_glance_and_on_the_timeline(client):
    glance = words(section(client, "thailand", "glance"))
    assert "Contamination Said to be cleared ICBL-CMC, Landmine and Cluster Munition Monitor, 2019" in glance
    assert "Said to be cleared of cluster munition remnants" in words(section(client, "thailand", "timeline"))
    assert "Clearance completed" in words(section(client, "croatia", "timeline"))
    assert "Contamination Contaminated again after a completion" in words(section(client, "mauritania", "glance"))


def test_nothing_recorded_is_said_once_and_says_nothing_about_the_state(client):
    assert "Contamination Nothing recorded here says nothing about the state" in words(
        section(client, "peru", "glance")
    )
    assert words(section(client, "peru", "casualties")).endswith("this says nothing about the state.")
    assert "Contamination Nothing recorded here" not in words(section(client, "ukraine", "glance"))
