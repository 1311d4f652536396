"""A researcher moves the record on after looking again, with a reason; readers see the new day at once."""

import pytest
from django.urls import reverse

from countries.models import Country, Coverage, Treaty, TreatyAction
from editorial.models import Source
from editorial.rules.roles import RESEARCHER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "team_of_one")]


def typed(row: Coverage, **values: str) -> dict[str, str]:
    seen = {
        "kind": row.kind,
        "scope": row.scope,
        "extent": row.extent,
        "complete_until": row.complete_until.isoformat() if row.complete_until else "",
        "checked_on": "2026-11-21",
        "source": str(row.source_id or ""),
        "covers": row.covers,
        "missing": row.missing,
        "reason": "Nothing new in the depositary's list of 1 March 2026",
    }
    return {**seen, **values}


def test_moving_it_on_keeps_who_and_why_and_readers_see_the_day(client, at_desk):
    row = Coverage.objects.get(scope="ccm")
    address = reverse("admin:countries_coverage_change", args=[row.pk])
    desk = at_desk("ana", RESEARCHER)
    mark = desk.get(address).context["adminform"].form.fields["seen_version"].initial
    desk.post(address, typed(row, complete_until="2026-03-01", seen_version=mark, source_supports="on"))
    row.refresh_from_db()
    assert row.complete_until.isoformat() == "2026-03-01"
    version = row.history.first()
    assert version.history_user.username == "ana"
    assert "1 March 2026" in version.history_change_reason
    assert "record up to 1 March 2026" in client.get("/treaties/ccm/").content.decode().replace(
        '<time datetime="2026-03-01">', ""
    ).replace("</time>", "")


def test_a_day_that_has_not_come_is_refused(at_desk):
    row = Coverage.objects.get(scope="ccm")
    address = reverse("admin:countries_coverage_change", args=[row.pk])
    response = at_desk().post(address, typed(row, complete_until="2999-01-01"))
    assert "No record covers a day that has not come yet." in response.content.decode()


def test_an_act_after_the_end_of_the_record_says_when_readers_will_see_it(at_desk):
    typed_act = {
        "treaty": Treaty.objects.get(slug="ccm").pk,
        "country": Country.objects.get(iso3="FIN").pk,
        "kind": "accession",
        "date": "2026-02-04",
        "source": Source.objects.get(key="UNTC-MTDSG-XXVI-6").pk,
        "reason": "Depositary notification",
    }
    page = at_desk().post(reverse("admin:countries_treatyaction_add"), typed_act, follow=True).content.decode()
    assert "reaches to 3 February 2026" in page
    assert "move the coverage on" in page
    TreatyAction.objects.filter(country__iso3="FIN", treaty__slug="ccm").delete()
    page = (
        at_desk()
        .post(reverse("admin:countries_treatyaction_add"), {**typed_act, "date": "2026-02-03"}, follow=True)
        .content.decode()
    )
    assert "was added successfully" in page
    assert "move the coverage on" not in page
