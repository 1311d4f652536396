"""Entries of the library that may be one document."""

from __future__ import annotations

import pytest

from editorial.models import Source, recording
from editorial.queries import alike_sources


def enter(**rows: dict[str, str]) -> None:
    with recording(by=None, reason="Made for a test"):
        for key, values in rows.items():
            Source.objects.create(key=key, **{"title": f"Title of {key}", **values})


def keys() -> list[tuple[str, list[str]]]:
    return [(alike.reason, [source.key for source in alike.sources]) for alike in alike_sources()]


@pytest.mark.django_db
def test_one_address_or_one_title(django_assert_num_queries) -> None:
    enter(
        a={"url": "https://site.example/page"},
        b={"url": "http://www.site.example/page/"},
        c={"title": "Article 7 Report", "document_date": "2012"},
        d={"title": "Article 7 report"},
        e={"title": "Article 7 Report", "document_date": "2013"},
        f={},
    )
    with django_assert_num_queries(1):
        found = keys()
    assert found == [
        ("The same address: site.example/page", ["a", "b"]),
        ("The same title: Article 7 Report", ["c", "d"]),
    ]


@pytest.mark.django_db
def test_what_shares_both_is_said_once() -> None:
    same = {"title": "One", "url": "https://site.example/one"}
    enter(a=same, b=same)
    assert [reason for reason, _ in keys()] == ["The same address: site.example/one"]
