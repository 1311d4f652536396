"""Acts that a treaty does not allow are refused by the form and by the database, with the article."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from countries.models import Country, Treaty, TreatyAction
from countries.models.treaty_action_triggers import restore, take_down
from editorial.models import recording
from tests.factories.treaties import make_act, make_treaty

pytestmark = pytest.mark.django_db


@pytest.fixture
def ccm() -> Treaty:
    return make_treaty("ccm")


def unsaved(country: Country, treaty: Treaty, kind: str, day: str) -> TreatyAction:
    return TreatyAction(country=country, treaty=treaty, kind=kind, date=datetime.date.fromisoformat(day))


IMPOSSIBLE = [
    ("accession by a signatory", [("signature", "2008-12-03")], ("accession", "2014-01-01"), "16(2)", "kind"),
    ("signature after entry into force", [], ("signature", "2010-08-01"), "15", "date"),
    ("signature before the opening", [], ("signature", "2008-12-02"), "15", "date"),
    ("reservation", [("signature", "2008-12-03")], ("reservation", "2008-12-03"), "19", "kind"),
    ("ratification without signature", [], ("ratification", "2012-09-26"), "16(1)", "kind"),
    (
        "withdrawal before joining",
        [("signature", "2008-12-03")],
        ("withdrawal_notice", "2012-01-01"),
        "20",
        "kind",
    ),
]


@pytest.mark.parametrize(
    ("before", "act", "article", "field"), [case[1:] for case in IMPOSSIBLE], ids=[case[0] for case in IMPOSSIBLE]
)
class TestImpossibleOrders:
    def test_the_form_names_the_article(
        self, peru: Country, ccm: Treaty, before: list, act: tuple[str, str], article: str, field: str
    ) -> None:
        for kind, day in before:
            make_act(peru, kind, day)
        with pytest.raises(ValidationError) as refused:
            unsaved(peru, ccm, *act).full_clean()
        assert f"CCM, Article {article}" in str(refused.value.message_dict[field])

    def test_the_database_refuses_it_too(
        self, peru: Country, ccm: Treaty, before: list, act: tuple[str, str], article: str, field: str
    ) -> None:
        for kind, day in before:
            make_act(peru, kind, day)
        with pytest.raises(IntegrityError, match=f"Article {article[:2]}"), transaction.atomic():
            make_act(peru, *act)
        assert TreatyAction.objects.count() == len(before)


def test_possible_orders_pass_both(peru: Country, ccm: Treaty) -> None:
    for kind, day in [
        ("signature", "2008-12-03"),
        ("ratification", "2011-03-24"),
        ("withdrawal_notice", "2024-09-06"),
        ("accession", "2026-01-01"),
    ]:
        act = unsaved(peru, ccm, kind, day)
        act.full_clean()
        with recording(by=None, reason="Test"):
            act.save()


def test_a_signature_on_which_a_ratification_rests_cannot_be_moved_past_it(peru: Country, ccm: Treaty) -> None:
    signature = make_act(peru, "signature", "2008-12-03")
    make_act(peru, "ratification", "2009-06-01")
    signature.date = datetime.date(2010, 1, 1)
    with pytest.raises(ValidationError, match="another act of the state becomes impossible"):
        signature.full_clean()
    with pytest.raises(IntegrityError, match="without a signature"), transaction.atomic():
        signature.save()


def test_nor_given_to_another_state(peru: Country, ccm: Treaty) -> None:
    with recording(by=None, reason="Test"):
        chile = Country.objects.create(iso3="CHL", slug="chile", name="Chile")
    signature = make_act(peru, "signature", "2008-12-03")
    make_act(peru, "ratification", "2009-06-01")
    signature.country = chile
    with pytest.raises(ValidationError, match="Without Peru: signature of CCM, 2008-12-03 another act"):
        signature.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        signature.save()


def test_nor_removed(peru: Country, ccm: Treaty) -> None:
    signature = make_act(peru, "signature", "2008-12-03")
    signature.check_removal()
    make_act(peru, "ratification", "2009-06-01")
    with pytest.raises(ValidationError, match="becomes impossible"):
        signature.check_removal()


def test_a_state_signs_once(peru: Country, ccm: Treaty) -> None:
    make_act(peru, "signature", "2008-12-03")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_act(peru, "signature", "2008-12-04")


def test_only_a_succession_or_withdrawal_has_its_own_day_of_effect(peru: Country, ccm: Treaty) -> None:
    with pytest.raises(IntegrityError, match="effective_on"), transaction.atomic():
        make_act(peru, "accession", "2012-01-01", effective_on=datetime.date(2012, 1, 2))


def test_a_protocol_waits_for_its_parent(peru: Country) -> None:
    protocol = make_treaty("ccw-protocol-v")
    with pytest.raises(ValidationError, match=r"CCW, Article 4\(4\)"):
        unsaved(peru, protocol, "consent", "2012-01-01").full_clean()
    make_act(peru, "accession", "1997-07-03", treaty=make_treaty("ccw"))
    unsaved(peru, protocol, "consent", "2012-01-01").full_clean()


def test_the_ccw_lets_chile_accept_without_signing_the_ccm_does_not(peru: Country, ccm: Treaty) -> None:
    make_act(peru, "acceptance", "2003-10-15", treaty=make_treaty("ccw"))
    with pytest.raises(IntegrityError, match="without a signature"), transaction.atomic():
        make_act(peru, "acceptance", "2013-10-15", treaty=ccm)


def test_empty_fields_are_left_to_the_fields(ccm: Treaty) -> None:
    with pytest.raises(ValidationError) as refused:
        TreatyAction(treaty=ccm).full_clean()
    assert {"country", "kind", "date"} <= set(refused.value.message_dict)


def test_the_triggers_can_be_taken_down_and_put_up_again(peru: Country, ccm: Treaty) -> None:
    take_down(connection)
    take_down(connection)
    restore(connection)
    restore(connection)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_act(peru, "reservation", "2009-01-01")


def test_every_version_is_kept(peru: Country, ccm: Treaty) -> None:
    act = make_act(peru, "signature", "2008-12-03")
    with recording(by=None, reason="The depositary names the place"):
        act.place = "Oslo"
        act.save()
    assert [version.place for version in act.history.all()] == ["Oslo", ""]
    assert act.history.first().history_change_reason == "The depositary names the place"
