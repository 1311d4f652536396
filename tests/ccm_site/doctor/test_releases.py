"""Whether what was published is what readers get and find."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from ccm_site.doctor.releases import ready_texts, seals, search_index
from countries.models import Country, ProfileTheme
from editorial.models import SearchEntry
from tests.ccm_site.doctor.found import found
from tests.factories.profiles import Press

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def published(press: Press, peru: Country, ban_policy: ProfileTheme) -> None:
    press.release(press.edition(peru, ban_policy).profile, note="Corrected.", lead="Peru signed in Oslo.")
    call_command("rebuild_index", only="search", verbosity=0, stdout=StringIO())


def change(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_all_is_well_after_a_publication() -> None:
    assert found(seals) == [("good", "the newest 5 hold (manage.py verify_releases looks at all)")]
    assert found(ready_texts) == [("good", "all 2 are of this version")]
    (told,) = found(search_index, timezone.now())
    assert told[0] == "good"


def test_a_changed_release_is_found() -> None:
    change("UPDATE countries_profilerelease SET lead = 'Another.' WHERE number = 2")
    (told,) = found(seals)
    assert told[0] == "bad"
    assert "The stored content no longer has the hash of its publication." in told[1]


def test_ready_texts_of_another_version_are_counted() -> None:
    change("UPDATE countries_readyprofile SET made_from = 'another'")
    assert found(ready_texts) == [("warn", "2 of 2 releases are not ready: their pages are right and slow")]


def test_an_entry_that_is_missing_or_says_something_else_is_found() -> None:
    change("UPDATE editorial_searchentry SET title = 'Perú' WHERE kind = 'country'")
    assert found(search_index, timezone.now()) == [("bad", "it does not find what is: State or area")]
    SearchEntry.objects.filter(kind="profile").delete()
    assert "Country profile" in found(search_index, timezone.now())[0][1]
