"""The proof of any record: what it names and what its texts cite, read at once."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Model

from countries.models import Country, CountryName, DomesticStep, Treaty, TreatyAction
from editorial.models import Cited, Source, recording
from editorial.queries.proof import NO_PROOF, Proof, named_by, proofs, unsourced
from stockpiles.models import StockpileHolding, TransparencyReport


def proof_of(record: Model) -> Proof:
    return proofs([record])[type(record), record.pk]


@pytest.fixture
def act(peru: Country, sources: list[Source]) -> TreatyAction:
    """Peru's signature, by the newspaper; its note cites the newspaper again, another page of it, and the notes."""
    with recording(by=None, reason="Made for a test"):
        ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention", title_in_sentence="the CCM")
        return TreatyAction.objects.create(
            country=peru,
            treaty=ccm,
            kind="signature",
            date=date(2008, 12, 3),
            source=sources[0],
            source_locator="p. 1",
            note="Signed in *Oslo*. [@oslo-notes-2008] [@laRepublica-2007-05-29, p. 1] [@laRepublica-2007-05-29, p. 9]",
        )


def test_the_source_named_comes_first_and_each_place_once(act: TreatyAction, sources: list[Source]) -> None:
    paper, _, notes = sources
    proof = proof_of(act)
    assert proof.sources == (Cited(paper, "p. 1"), Cited(notes), Cited(paper, "p. 9"))
    assert proof.words.startswith("Signed in Oslo.")
    assert named_by(act) == (Cited(paper, "p. 1"),)


def test_a_claim_rests_on_what_its_note_cites_in_the_order_of_the_note(peru: Country, sources) -> None:
    with recording(by=None, reason="Made for a test"):
        holding = StockpileHolding.objects.create(
            country=peru, munitions=2012, note="[@peru-oslo-2008, p. 2] [@laRepublica-2007-05-29]"
        )
    assert [cited.line for cited in proof_of(holding).sources] == [sources[1].line("p. 2"), sources[0].line()]


def test_a_report_in_the_library_is_its_own_source(peru: Country, sources) -> None:
    with recording(by=None, reason="Made for a test"):
        report = TransparencyReport.objects.create(
            country=peru, kind="initial", submitted_on="2021-03", document=sources[1]
        )
    assert proof_of(report).sources == (Cited(sources[1]),)


def test_a_record_that_names_nothing_has_an_empty_proof(peru: Country) -> None:
    assert proofs([peru]) == {(Country, peru.pk): NO_PROOF}
    assert proofs([]) == {}


def test_one_query_for_records_of_any_kind(act: TreatyAction, peru: Country, sources, django_assert_num_queries):
    with recording(by=None, reason="Made for a test"):
        holdings = [
            StockpileHolding.objects.create(country=peru, munitions=n, note="[@peru-oslo-2008]") for n in (1, 2, 3)
        ]
        bare = StockpileHolding.objects.create(country=peru, munitions=4)
    read = TreatyAction.objects.select_related("source").get()
    proofs([read, *holdings])  # content types are asked once a process
    with django_assert_num_queries(1):
        found = proofs([read, *holdings, bare])
    assert [len(found[StockpileHolding, one.pk].sources) for one in (*holdings, bare)] == [1, 1, 1, 0]
    with django_assert_num_queries(0):
        proofs([bare])


def test_unsourced_are_those_that_neither_name_nor_cite(act: TreatyAction, peru: Country, sources) -> None:
    assert not unsourced(TreatyAction).exists()
    with recording(by=None, reason="Only the note is left"):
        act.source = None
        act.save()
    assert not unsourced(TreatyAction).exists(), "its note cites"
    with recording(by=None, reason="Nothing is left"):
        act.note = "It was in the papers."
        act.save()
        name = CountryName.objects.create(country=peru, name="El Perú")
    assert list(unsourced(TreatyAction)) == [act]
    assert list(unsourced(CountryName)) == [name]
    assert not unsourced(DomesticStep).exists()


def test_what_another_table_cites_under_the_same_number_is_no_proof(peru: Country, sources) -> None:
    with recording(by=None, reason="Made for a test"):
        holding = StockpileHolding.objects.create(pk=peru.pk, country=peru, munitions=1, note="[@peru-oslo-2008]")
    assert proof_of(peru) == NO_PROOF
    assert list(unsourced(Country)) == [peru]
    assert len(proof_of(holding).sources) == 1
