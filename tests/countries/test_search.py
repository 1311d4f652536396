"""States and profiles in the site search."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from countries.actions.country_profile import publish_edition
from countries.models import CountryName, CountryProfile, NationalLaw, StateEvent, TreatyAlias
from editorial.actions.publishing import approve, submit, withdraw
from editorial.models import SearchEntry, recording
from editorial.search import SearchRequest, find
from editorial.search.index import search_kinds
from tests.factories.meetings import make_country, make_statement, publish_statement
from tests.factories.treaties import make_treaty

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.url) for hit in find(SearchRequest(typed, timezone.now())).hits]


def test_a_state_is_found_by_each_of_its_names_and_its_code() -> None:
    eswatini = make_country("SWZ", "Eswatini", official_name="Kingdom of Eswatini")
    with recording(by=None, reason="Test"):
        CountryName.objects.create(country=eswatini, name="Swaziland", kind="former")
    for typed in ("Eswatini", "kingdom eswatini", "swaziland", "SWZ"):
        assert found(typed)[0] == ("country", "/countries/eswatini/")
    assert found("swaziland") == [("country", "/countries/eswatini/"), ("stock", "/stockpiles/eswatini/")]


def test_all_states_are_read_in_as_many_questions_as_one() -> None:
    """Events, media, laws and what is said of impact are read at once when the index is built anew."""
    kinds = [entry for entry in search_kinds if entry.kind in ("country", "law", "contamination", "casualties")]
    peru, chile = make_country(), make_country("CHL", "Chile")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            for entry in kinds:
                for record in entry.records():
                    list(entry.documents(record))
        return len(queries)

    with recording(by=None, reason="Test"):
        StateEvent.objects.create(country=peru, towards=chile, kind="condition", date="2007", words="Waits")
        before = asked()
        for number in range(3):
            state = make_country(f"T{number}T", f"State {number}")
            StateEvent.objects.create(country=state, kind="milestone", date="2008", words="The last one")
    assert asked() == before


def test_what_happened_between_two_states_is_found_at_both() -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    with recording(by=None, reason="Test"):
        StateEvent.objects.create(country=peru, towards=chile, kind="condition", date="2007", words="Reciprocity")
    assert {url for _, url in found("reciprocity")} == {"/countries/peru/", "/countries/chile/"}


def test_a_state_stands_above_the_texts_about_it(draft: CountryProfile, person) -> None:
    publish(draft, person)
    assert found("Peru")[0][0] == "country"


def publish(profile: CountryProfile, person) -> None:
    submit(record=profile, by=person("researcher"), reason="Ready")
    approve(record=profile, by=person("editor"), reason="Read")
    publish_edition(profile=profile, by=person("publisher"), reason="Out", public_note="Corrected")


def test_a_draft_profile_is_not_found_and_its_release_is(draft: CountryProfile, person) -> None:
    assert found("depositary") == []
    publish(draft, person)
    assert found("depositary") == [("profile", draft.get_absolute_url())]
    assert found("stockpiling") == [("profile", draft.get_absolute_url())]


def test_what_is_added_to_a_published_edition_waits_for_its_release(draft: CountryProfile, person) -> None:
    publish(draft, person)
    with recording(by=person("researcher"), reason="More"):
        draft.text = draft.text.replace("unknown", "a secret figure")
        draft.save()
    assert found("secret") == []
    publish(draft, person)
    assert len(found("secret")) == 1
    assert found("unknown") == []


def test_a_withdrawn_edition_is_not_found(draft: CountryProfile, person) -> None:
    publish(draft, person)
    withdraw(record=draft, by=person("publisher"), reason="Wrong", public_reason="Wrong")
    assert found("depositary") == []
    assert not SearchEntry.objects.filter(kind="profile").exists()


@pytest.mark.parametrize("typed", ["Oslo Convention", "oslo treaty", "CCM", "convention on cluster munitions"])
def test_a_treaty_is_found_by_each_of_its_names(typed: str) -> None:
    ccm = make_treaty()
    with recording(by=None, reason="Test"):
        for name in ("Oslo Convention", "Oslo Treaty"):
            TreatyAlias.objects.create(treaty=ccm, name=name)
    assert found(typed)[0] == ("treaty", "/treaties/ccm/")


@pytest.mark.parametrize(
    "typed", ["Ivory Coast", "Côte d’Ivoire", "COTE D'IVOIRE", "cote divoire", "Cote d Ivoire"]
)
def test_texts_about_a_state_are_found_by_each_of_its_names(typed: str, person) -> None:
    ivory = make_country("CIV", "Côte d'Ivoire")
    with recording(by=None, reason="Test"):
        CountryName.objects.create(country=ivory, name="Ivory Coast")
    statement = make_statement("Statement of Côte d’Ivoire", parties=[(ivory, "deliverer")])
    publish_statement(statement)
    assert {kind for kind, _ in found(typed)} == {"country", "stock", "statement"}
    assert found(typed)[0] == ("country", "/countries/cote-divoire/")


def test_a_law_is_found_by_its_title_and_its_penalty_until_it_is_deleted(peru) -> None:
    page = ("law", "/countries/peru/#laws")
    with recording(by=None, reason="Test"):
        law = NationalLaw.objects.create(
            country=peru, kind="act", title="Prohibition Act", original_title="Ley 5", penalty="fourteen years"
        )
    for typed in ("prohibition act", "ley 5", "fourteen", "national law Peru"):
        assert found(typed)[0] == page, typed
    with recording(by=None, reason="Test"):
        law.delete()
    assert page not in found("prohibition act")
