"""Acts from sheets: one act a row, or a row a state."""

from datetime import date
from typing import Any

import pytest

from countries.importing.treaty_action import AT_THE_DESK, TREATY_ACTIONS, TREATY_STATUS
from countries.models import TreatyAction
from editorial.actions.bad_row import BadRow
from editorial.importing.lookups import Lookups
from editorial.importing.sheet_import import best_sheet
from editorial.models import Source, recording
from tests.factories.sheets import read_row, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
TODAY = date(2026, 2, 3)
ACT = {"treaty": "ccm", "iso3": "FIN", "kind": "Accession", "date": "2026-01-15"}
STATUS = {"treaty": "ccw", "iso3": "PER", "signed": "", "deposit_date": "1997-07-03", "deposit_kind": "accession"}


def test_an_act_is_what_who_did_towards_which_treaty_on_which_day() -> None:
    (made,) = read_row(TREATY_ACTIONS, ACT, TODAY)
    assert made.model is TreatyAction
    assert (made.by["treaty"].slug, made.by["country"].iso3, made.by["kind"], str(made.by["date"])) == (
        "ccm",
        "FIN",
        "accession",
        "2026-01-15",
    )
    assert made.values == {}


def test_a_row_a_state_gives_signature_deposit_and_consents() -> None:
    row = {**STATUS, "signed": "1981-04-10", "protocol_v_consent": "2009-05-29"}
    acts = [
        (one.by["treaty"].slug, one.by["kind"], str(one.by["date"])) for one in read_row(TREATY_STATUS, row, TODAY)
    ]
    assert acts == [
        ("ccw", "signature", "1981-04-10"),
        ("ccw", "accession", "1997-07-03"),
        ("ccw-protocol-v", "consent", "2009-05-29"),
    ]


def test_a_deposit_says_of_what() -> None:
    with pytest.raises(BadRow, match=r"deposit_kind: empty. Say what was deposited"):
        read_row(TREATY_STATUS, {**STATUS, "deposit_kind": ""})


@pytest.mark.parametrize(
    ("sheet", "row", "name"), [(TREATY_ACTIONS, ACT, "date"), (TREATY_STATUS, STATUS, "deposit_date")]
)
def test_what_lies_ahead_is_refused_at_the_desk(sheet: Any, row: dict[str, str], name: str) -> None:
    with pytest.raises(BadRow, match=f"{name}: “2026-02-04”. It lies ahead. Only what has happened"):
        read_row(sheet, {**row, name: "2026-02-04"}, TODAY)
    assert read_row(sheet, {**row, name: "2026-02-03"}, TODAY)


class TestSource:
    def source(self, cell: str, today: date | None = TODAY) -> tuple[str, str]:
        (made,) = read_row(TREATY_ACTIONS, {**ACT, "source": cell}, today)
        return made.values["source"].key, made.values["source_locator"]

    def test_a_document_is_named_by_its_key_with_or_without_its_sign(self) -> None:
        with recording(by=None, reason="Made for a test"):
            Source.objects.create(key="CN.1", kind="treaty_action", title="Notification")
        assert self.source("CN.1") == self.source("@CN.1") == ("CN.1", "")
        assert self.source("@CN.1, p. 2") == ("CN.1", "p. 2")

    def test_a_word_that_is_no_key_is_refused_at_the_desk(self) -> None:
        with pytest.raises(BadRow, match=r"source: “CN.2”. No document has this key."):
            self.source("CN.2")
        assert self.source("UN", today=None)[0].startswith("un-")

    def test_other_words_are_a_document_that_somebody_has_to_check(self) -> None:
        key, _ = self.source("Depositary notification of 2026")
        assert Source.objects.get(key=key).to_be_checked

    def test_an_empty_cell_says_nothing(self) -> None:
        (made,) = read_row(TREATY_ACTIONS, {**ACT, "source": ""}, TODAY)
        assert "source" not in made.values

    @pytest.mark.parametrize(("sheet", "row"), [(TREATY_ACTIONS, ACT), (TREATY_STATUS, STATUS)])
    def test_an_act_of_the_reference_data_always_has_one(self, sheet: Any, row: dict[str, str]) -> None:
        with pytest.raises(BadRow, match="Every row names where it comes from"):
            read_row(sheet, row)


def test_what_came_first_is_read_first() -> None:
    head = ["treaty", "iso3", "kind", "date"]
    file = sheet_of(
        head,
        ("ccm", "FIN", "ratification", "2026-01-15"),
        ("ccm", "FIN", "signature", "2025-01-15"),
        ("ccm", "PER", "acceptance", "2025-01-15"),
    )
    assert [reading.line for reading in TREATY_ACTIONS.read(file, Lookups())] == [3, 4, 2]


def test_a_sheet_is_told_by_its_headings() -> None:
    assert best_sheet(AT_THE_DESK, ["treaty", "iso3", "kind", "date"], {}) is TREATY_ACTIONS
    status = ["iso3", "signed", "deposit_date", "deposit_kind", "entry_into_force", "withdrawn", "source"]
    assert best_sheet(AT_THE_DESK, status, {"treaty": "ccm"}) is TREATY_STATUS
