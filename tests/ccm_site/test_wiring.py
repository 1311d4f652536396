"""Everything that follows a row or a release stands in one list, in its order; nothing that an app has is forgotten."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

import countries
import editorial
import meetings
import stockpiles
from ccm_site import wiring
from countries.models import Country, CountryName
from countries.queries.access import AssignedCountries
from editorial.actions.derived import Rebuild, rebuilds
from editorial.actions.publishing import withdraw
from editorial.actions.reference import Loader, loaders
from editorial.checks import FactCheck, checks
from editorial.models import (
    AuditAction,
    AuditEntry,
    CitationUse,
    SearchEntry,
    Source,
    Status,
    public_word,
    recording,
)
from editorial.models.access import access_rules
from editorial.search.index import Searchable, kinds
from meetings.models import ListedStatement, StatementParty
from tests.factories.meetings import make_country, make_source, make_statement, publish_statement

CITING = "Peru spoke.[^1]\n\n[^1]: [@notes-2008, p. 4].\n"


def names(parts: Any) -> list[str]:
    return [f"{part.__module__}.{part.__name__}" for part in parts]


class TestOrder:
    def test_what_follows_a_row(self) -> None:
        assert names(wiring.AFTER_A_ROW) == [
            "editorial.models.publishable.reopen_whole",
            "editorial.models.citation_use.index_row",
            "editorial.actions.ready_text.drop_withdrawn",
            "meetings.actions.listing.unlist_withdrawn",
            "editorial.search.index.index_row",
            "editorial.search.sources.look_again",
            "editorial.actions.marking.mark_change",
        ]

    def test_what_follows_a_release(self) -> None:
        assert names(wiring.AFTER_A_RELEASE) == [
            "editorial.actions.sealing.seal_release",
            "editorial.actions.audit.note_release",
            "editorial.models.citation_use.index_row",
            "editorial.actions.ready_text.write_ready_text",
            "meetings.actions.listing.list_release",
            "editorial.search.index.index_row",
            "editorial.search.sources.look_again",
            "editorial.actions.marking.mark_change",
        ]

    def test_lists_and_search_are_made_anew_after_the_where_used_index(self) -> None:
        assert list(rebuilds()) == ["citations", "ready-texts", "statement-lists", "search"]

    def test_documents_come_first_and_demo_content_last(self) -> None:
        order = [loader.name for loader in wiring.LOADERS]
        assert order[0] == "sources"
        assert order.index("countries") < order.index("treaty-actions") < order.index("coverage")
        assert order[-2:] == ["demo-profiles", "demo-statements"] == list(loaders(demo=True))

    def test_who_sees_which_countries_is_asked(self) -> None:
        assert [type(rule) for rule in access_rules] == [AssignedCountries]


def parts_of(kind: type) -> Iterator[tuple[str, Any]]:
    """Every loader, check … that a module of an app defines or lists, with where it stands."""
    for app in (editorial, countries, meetings, stockpiles):
        for module in pkgutil.walk_packages(app.__path__, f"{app.__name__}."):
            if ".migrations" in module.name or ".management" in module.name:
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                for one in value if isinstance(value, tuple) else (value,):
                    if isinstance(one, kind):
                        yield f"{module.name}.{name}", one


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        (Loader, wiring.LOADERS),
        (FactCheck, wiring.FACT_CHECKS),
        (Rebuild, wiring.DERIVED_TABLES),
        (Searchable, wiring.SEARCH_KINDS),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_nothing_that_an_app_has_is_forgotten(kind: type, listed: tuple[Any, ...]) -> None:
    found = list(parts_of(kind))
    assert len(found) >= 2
    assert [place for place, one in found if one not in listed] == []


def test_no_two_share_a_name() -> None:
    assert len(checks()) == len(wiring.FACT_CHECKS)
    assert len(loaders()) + len(loaders(demo=True)) == len(wiring.LOADERS)
    assert len(kinds()) == len(wiring.SEARCH_KINDS)
    assert all(check.title for check in checks().values())


def mark() -> str:
    return public_word(timezone.now())


def entries(kind: str) -> list[str]:
    return list(SearchEntry.objects.filter(kind=kind).values_list("title", flat=True))


@pytest.mark.django_db(transaction=True)
class TestAfterARelease:
    """Publish and withdraw, each follower by what it leaves behind."""

    @pytest.fixture
    def statement(self) -> Any:
        make_source()
        return make_statement(text=CITING, parties=[(make_country(), "speaker")])

    def test_published(self, statement: Any) -> None:
        before = mark()
        assert not ListedStatement.objects.exists()
        assert entries("statement") == entries("source") == []
        release = publish_statement(statement)
        noted = AuditEntry.objects.filter(action=AuditAction.PUBLISHED).values_list("username", "about")
        assert list(noted) == [("publisher", str(release))]
        assert {type(use.text).__name__ for use in CitationUse.objects.all()} == {"Statement", "StatementRelease"}
        assert [row.release for row in ListedStatement.objects.all()] == [release]
        assert entries("statement") == [release.title]
        assert entries("source") == [Source.objects.get().title]
        assert mark() != before

    def test_withdrawn(self, statement: Any, person) -> None:
        publish_statement(statement)
        before = mark()
        withdraw(record=statement, by=person("publisher"), reason="Wrong", public_reason="Not its words")
        noted = AuditEntry.objects.filter(action=AuditAction.WITHDRAWN).values_list("username", "detail")
        assert list(noted) == [("publisher", "Not its words")]
        assert not ListedStatement.objects.exists()
        assert entries("statement") == entries("source") == []
        assert CitationUse.objects.count() == 2  # the release stays, and so does what its text cites
        assert mark() != before


@pytest.mark.django_db(transaction=True)
class TestAfterARow:
    """Created, changed, deleted outside publishing, each follower by what it leaves behind."""

    def test_a_changed_part_reopens_the_whole(self) -> None:
        statement = make_statement(parties=[(make_country(), "speaker")])
        publish_statement(statement)
        with recording(by=None, reason="One more"):
            StatementParty.objects.create(
                statement=statement, country=make_country("CHL", "Chile"), role="party", order=2
            )
        statement.refresh_from_db()
        assert statement.status == Status.DRAFT

    def test_the_where_used_index_follows_the_text(self) -> None:
        make_source()
        statement = make_statement(text=CITING)
        assert [use.locator for use in CitationUse.objects.all()] == ["p. 4"]
        with recording(by=None, reason="Page"):
            statement.text = CITING.replace("p. 4", "p. 5")
            statement.save()
        assert [use.locator for use in CitationUse.objects.all()] == ["p. 5"]
        with recording(by=None, reason="Entered twice"):
            statement.delete()
        assert not CitationUse.objects.exists()

    def test_search_and_mark_follow_a_state_and_its_names(self) -> None:
        marks = [mark()]
        country = make_country()
        assert entries("country") == ["Peru"]
        marks.append(mark())
        with recording(by=None, reason="Spelling"):
            country.name = "Perú"
            country.save()
        assert entries("country") == ["Perú"]
        marks.append(mark())
        with recording(by=None, reason="Former name"):
            CountryName.objects.create(country=country, name="Virreinato")
        assert "Virreinato" in SearchEntry.objects.get(kind="country").body
        marks.append(mark())
        with recording(by=None, reason="Entered twice"):
            Country.objects.get(pk=country.pk).delete()
        assert entries("country") == []
        marks.append(mark())
        assert len(set(marks)) == len(marks)

    def test_a_source_is_found_from_when_a_public_fact_names_it(self) -> None:
        source = make_source()
        assert entries("source") == []
        with recording(by=None, reason="Named"):
            country = make_country()
            country.source = source
            country.save()
        assert entries("source") == [source.title]
        with recording(by=None, reason="Not there"):
            country.source = None
            country.save()
        country.source_id = None
        assert entries("country") == ["Peru"]
