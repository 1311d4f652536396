"""Peru's programme, from its own tables."""

import pytest

from stockpiles.importing.destruction_programme import CONTRIBUTIONS, PROGRAMME_STAGES
from stockpiles.models import DestructionProgramme
from tests.factories.sheets import load_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_the_programme_names_its_partner_stages_and_donors():
    programme = DestructionProgramme.objects.get()
    assert (programme.partner.abbreviation, programme.stages.count(), programme.delays.count()) == ("NPA", 8, 2)


def test_a_stage_of_an_unknown_programme_is_refused_by_its_place(tmp_path):
    head = "programme,number,name,started,ended,source\n"
    (tmp_path / "programme_stages.csv").write_text(f"{head}chile,1,Start,,,A letter\n", encoding="utf-8")
    (refused,) = load_file(PROGRAMME_STAGES, tmp_path).refused
    assert str(refused).startswith("programme_stages.csv, line 2, programme: “chile”. No destruction programme")


def test_a_donor_is_named_by_its_code(tmp_path):
    head = "programme,donor_iso3,channel,form,agreed_on,source\n"
    (tmp_path / "contributions.csv").write_text(f"{head}peru-stockpile-destruction,XXX,,,,A letter\n", "utf-8")
    (refused,) = load_file(CONTRIBUTIONS, tmp_path).refused
    assert "donor_iso3: “XXX”. No state has this ISO 3166 alpha-3 code" in str(refused)
