"""A record with 10,000 versions of a text of 10 KB at the desk. Wall clock, database included."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from countries.models import CountryProfile
from editorial.models import User

from .statements import wall_ms

VERSIONS = 10_000
MARK = "bench"


def rows() -> Iterator[tuple[str, float | str]]:
    profile = CountryProfile.objects.get(country__iso3="PER", edition=2009)
    fill(profile)
    client = Client()
    client.force_login(User.objects.get(username="researcher"), "django.contrib.auth.backends.ModelBackend")
    ids = list(profile.history.order_by("history_id").values_list("history_id", flat=True))
    history = reverse("admin:countries_countryprofile_history", args=[profile.pk])
    try:
        for name, address in {
            "timeline, newest page": history,
            "timeline, last page": history + "?page=last",
            "timeline, where the text changed": history + "?field=text",
            "timeline, where the text changed, oldest portion": history + "?field=text&portion=10",
            "timeline, where the edition changed": history + "?field=edition",
            "two versions compared": f"{history}compare/?from={ids[0]}&to={ids[-1]}",
        }.items():
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200, address
            number = f"{len(queries)}"
            yield f"{name}, wall ms", wall_ms(partial(client.get, address))
            yield f"{name}, queries", number
    finally:
        profile.history.filter(history_change_reason=MARK).delete()


def fill(profile: CountryProfile) -> None:
    """A version a minute, as the actions would have written them; one in ten changes the text, at the same length."""
    newest = profile.history.latest()
    columns = {f.attname: getattr(newest, f.attname) for f in newest._meta.concrete_fields if not f.primary_key}
    columns |= {"history_type": "~", "history_change_reason": MARK, "change_id": None}
    text = (profile.text * 10)[: 10 * 1024 - 5]
    with transaction.atomic():
        type(newest).objects.bulk_create(
            (
                type(newest)(
                    **columns
                    | {
                        "lead": f"Lead {number}",
                        "text": f"{text}{number // 10:05}",
                        "history_date": newest.history_date + timedelta(minutes=number + 1),
                    }
                )
                for number in range(VERSIONS)
            ),
            batch_size=500,
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
