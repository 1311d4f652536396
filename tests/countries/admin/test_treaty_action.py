"""Treaty actions at the desk."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from countries.importing.country import FOLDER
from countries.models import Country, CountryAssignment, Treaty, TreatyAction
from editorial.actions.roles import ensure_roles
from editorial.models import Source, User, recording
from editorial.rules.roles import READ_ONLY, RESEARCHER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "on_3_february_2026", "team_of_one")]
ADD = "/admin/countries/treatyaction/add/"
EFFECTS = "/admin/countries/treatyaction/effects/"
IMPORT = "/admin/countries/treatyaction/import/"
LIST = "UNTC-MTDSG-XXVI-6"  # the depositary's own


@pytest.fixture
def on_3_february_2026() -> Any:
    with time_machine.travel(datetime(2026, 2, 3, 12, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def researcher(person: Callable[..., User]) -> User:
    ensure_roles()
    return person("researcher", RESEARCHER)


@pytest.fixture
def desk(client: Client, researcher: User) -> Client:
    client.force_login(researcher)
    return client


def facts(iso3: str, kind: str, day: str, **more: Any) -> dict[str, Any]:
    return {
        "treaty": Treaty.objects.get(slug="ccm").pk,
        "country": Country.objects.get(iso3=iso3).pk,
        "kind": kind,
        "date": day,
        "source": Source.objects.get(key=LIST).pk,
        "reason": "Depositary notification",
        **more,
    }


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_new_act_is_saved_with_its_reason(desk: Client, researcher: User) -> None:
    response = desk.post(ADD, facts("FIN", "accession", "2026-01-15"))
    assert response.status_code == 302
    act = TreatyAction.objects.get(country__iso3="FIN", treaty__slug="ccm")
    version = act.history.get()
    assert (version.history_user, version.history_change_reason) == (researcher, "Depositary notification")


@pytest.mark.parametrize(
    ("iso3", "kind", "day", "article"),
    [
        ("PER", "accession", "2026-01-15", "CCM, Article 16"),
        ("AGO", "accession", "2026-01-15", "CCM, Article 16(2)"),
        ("FIN", "signature", "2026-01-15", "CCM, Article 15"),
        ("FIN", "ratification", "2026-01-15", "CCM, Article 16(1)"),
        ("FIN", "reservation", "2026-01-15", "CCM, Article 19"),
        ("FIN", "withdrawal_notice", "2026-01-15", "CCM, Article 20(3)"),
    ],
)
def test_the_form_refuses_with_the_article(desk: Client, iso3: str, kind: str, day: str, article: str) -> None:
    before = TreatyAction.objects.count()
    response = desk.post(ADD, facts(iso3, kind, day))
    assert response.status_code == 200
    assert article in text_of(response)
    assert TreatyAction.objects.count() == before


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-02-04", "lies ahead. Only what has happened is recorded."),
        ("9999-12-31", "lies ahead."),
        ("1648-10-24", "between 1900 and 2999"),
        ("0001-01-01", "between 1900 and 2999"),
    ],
)
def test_an_act_is_recorded_once_it_has_happened(desk: Client, day: str, said: str) -> None:
    assert said in text_of(desk.post(ADD, facts("FIN", "accession", day)))
    assert said in text_of(desk.post(EFFECTS, facts("FIN", "accession", day)))
    assert said in text_of(upload(desk, HEAD + f"ccm,FIN,accession,{day}\n".encode()))


def test_the_form_offers_what_the_act_would_change(desk: Client) -> None:
    response = desk.get(ADD)
    assert f'formaction="{EFFECTS}"' in response.content.decode()
    stored = TreatyAction.objects.get(country__iso3="VUT", treaty__slug="ccm")
    page = desk.get(f"/admin/countries/treatyaction/{stored.pk}/change/").content.decode()
    assert f'data-follows="/admin/countries/treatyaction/{stored.pk}/effects/"' in page


def test_effects_before_saving(desk: Client) -> None:
    response = desk.post(EFFECTS, facts("FIN", "accession", "2026-01-15"))
    words = text_of(response)
    assert "Nothing is saved." in words
    assert "Entry into force for it Deposited on 15 January 2026; the sixth month after January 2026" in words
    assert "States Parties, by deposit, 3 February 2026 112 113" in words
    assert not TreatyAction.objects.filter(country__iso3="FIN", treaty__slug="ccm").exists()


def test_effects_as_a_fragment_while_typing(desk: Client) -> None:
    response = desk.post(EFFECTS, facts("FIN", "accession", "2026-01-15"), headers={"X-Requested-With": "fetch"})
    assert response.content.decode().count("<html") == 0
    half = desk.post(EFFECTS, {"kind": "accession"}, headers={"X-Requested-With": "fetch"})
    assert "Fill in treaty, state, kind and date" in text_of(half)


def test_effects_name_the_article_that_refuses(desk: Client) -> None:
    words = text_of(desk.post(EFFECTS, facts("AGO", "accession", "2026-01-15")))
    assert "a signatory ratifies, accepts or approves" in words
    assert "CCM, Article 16(2)" in words


def test_effects_of_a_stored_act_compare_with_it(desk: Client) -> None:
    stored = TreatyAction.objects.get(country__iso3="PER", treaty__slug="ccm", kind="ratification")
    address = f"/admin/countries/treatyaction/{stored.pk}/effects/"
    words = text_of(desk.post(address, facts("PER", "ratification", "2012-10-02")))
    assert "1 March 2013 1 April 2013" in words
    same = text_of(desk.post(address, facts("PER", "ratification", "2012-09-26")))
    assert "No standing, date or count would change." in same


@pytest.mark.parametrize("nonsense", [{}, {"treaty": "x", "country": "y", "kind": "z", "date": "never"}])
def test_effects_survive_nonsense(desk: Client, nonsense: dict[str, str]) -> None:
    before = TreatyAction.objects.count()
    page = desk.post(EFFECTS, nonsense)
    assert page.status_code == 200
    assert "<strong>1 March" not in page.content.decode()
    assert TreatyAction.objects.count() == before


def test_effects_are_for_those_who_may_write(client: Client, person: Callable[..., User]) -> None:
    ensure_roles()
    client.force_login(person("reader", READ_ONLY))
    refused = client.post(EFFECTS, facts("FIN", "accession", "2026-01-15"))
    assert (refused.status_code, "Finland" in refused.content.decode()) == (403, False)
    assert client.get(IMPORT).status_code == 403
    client.logout()
    assert client.post(EFFECTS, {})["Location"].startswith(reverse("admin:login"))


def test_deleting_shows_what_would_change_and_refuses_what_others_rest_on(desk: Client) -> None:
    accession = TreatyAction.objects.get(country__iso3="VUT", treaty__slug="ccm")
    words = text_of(desk.get(f"/admin/countries/treatyaction/{accession.pk}/delete/"))
    assert "Entry into force for it" in words
    assert "1 March 2026 –" in words
    signature = TreatyAction.objects.get(country__iso3="PER", treaty__slug="ccm", kind="signature")
    response = desk.get(f"/admin/countries/treatyaction/{signature.pk}/delete/", follow=True)
    assert "another act becomes impossible" in text_of(response)
    assert TreatyAction.objects.filter(pk=signature.pk).exists()


def test_lists_ask_as_often_for_few_as_for_many(desk: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("/admin/countries/treatyaction/").status_code == 200
        return len(queries)

    asked()
    with_many = asked()
    QuerySet(TreatyAction).exclude(country__iso3="PER").delete()
    assert asked() <= with_many
    for name in ("treaty", "domesticstep", "stategroup"):
        assert desk.get(f"/admin/countries/{name}/").status_code == 200


def test_only_administrators_change_a_treaty(desk: Client, admin_client: Client) -> None:
    address = f"/admin/countries/treaty/{Treaty.objects.get(slug='ccm').pk}/change/"
    assert 'name="_save"' not in desk.get(address).content.decode()
    assert 'name="_save"' in admin_client.get(address).content.decode()


# Sheets


def upload(desk: Client, sheet: bytes, name: str = "acts.csv", **more: Any) -> Any:
    return desk.post(
        IMPORT,
        {
            "file": SimpleUploadedFile(name, sheet),
            **more,
        },
    )


def confirm(desk: Client, preview: Any, reason: str = "Table of 15 January 2026") -> Any:
    signed = preview.context["form"]["upload"].value()
    return desk.post(IMPORT, {"upload": signed, "reason": reason}, follow=True)


def sourced(*written: str) -> bytes:
    """Lines of a sheet, each with the depositary's list as its source."""
    return "".join(f"{row},{LIST}\n" for row in written).encode()


HEAD = b"treaty,iso3,kind,date,source\n"


def test_a_sheet_is_previewed_then_imported_with_history(desk: Client, researcher: User) -> None:
    sheet = HEAD + sourced("ccm,FIN,Accession,2026-01-15", "ccm,AGO,ratification,2026-01-20")
    preview = upload(desk, sheet)
    assert "2 new, 0 changed, 0 unchanged, 0 refused" in text_of(preview)
    assert not TreatyAction.objects.filter(country__iso3="FIN", treaty__slug="ccm").exists()
    done = confirm(desk, preview)
    assert "Imported acts.csv: 2 new, 0 changed, 0 unchanged." in text_of(done)
    act = TreatyAction.objects.get(country__iso3="FIN", treaty__slug="ccm")
    version = act.history.get()
    assert (version.history_user, version.history_change_reason) == (researcher, "Table of 15 January 2026")
    angola = TreatyAction.objects.get(country__iso3="AGO", treaty__slug="ccm", kind="ratification")
    assert angola.history.get().change_id == version.change_id


def test_the_depositarys_own_table_changes_nothing_the_second_time(desk: Client) -> None:
    preview = upload(desk, (FOLDER / "ccm_status.csv").read_bytes(), treaty="ccm")
    assert "0 new, 0 changed, 221 unchanged" in text_of(preview)


def test_a_table_with_a_row_a_state_gives_signature_and_deposit(desk: Client) -> None:
    TreatyAction.objects.filter(country__iso3="PER", treaty__slug="ccm").delete()
    sheet = b"iso3,signed,deposit_date,deposit_kind,source\n" + sourced("PER,2008-12-03,2012-09-26,Ratification")
    preview = upload(desk, sheet, treaty="ccm")
    assert "2 new, 0 changed, 0 unchanged" in text_of(preview)
    confirm(desk, preview)
    kinds = TreatyAction.objects.filter(country__iso3="PER", treaty__slug="ccm").order_by("date")
    assert [act.kind for act in kinds] == ["signature", "ratification"]


def test_a_spreadsheet_file(desk: Client) -> None:
    book = Workbook()
    book.active.append(["Treaty", "ISO3", "Kind", "Date"])
    book.active.append(["ccm", "FIN", "accession", date(2026, 1, 15)])
    file = io.BytesIO()
    book.save(file)
    assert "1 new" in text_of(upload(desk, file.getvalue(), "acts.xlsx"))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b"ccm,AGO,accession,2026-01-15\n", "2 Refused It signed on 3 December 2008: a signatory ratifies"),
        (b"ccm,FIN,ratification,2026-01-15\n", "(CCM, Article 16(1))"),
        (b"ccm,FIN,reservation,2026-01-15\n", "(CCM, Article 19)"),
        (
            b"ccm,FIN,accession,2026-02-30\n",
            "2 Refused date: “2026-02-30”. This is not a day. Write it as 2012-09-26.",
        ),
        (b"ccm,ZZZ,accession,2026-01-15\n", "2 Refused iso3: “ZZZ”. No state has this ISO 3166 alpha-3 code"),
        (b"kyoto,FIN,accession,2026-01-15\n", "treaty: “kyoto”. No treaty has this name"),
        (b"ccm,FIN,blessing,2026-01-15\n", "kind: “blessing”. Write one of signature"),
        (b"ccm,FIN,accession,\n", "2 Refused date: empty. Every act has its day."),
    ],
)
def test_one_bad_row_stops_the_sheet_and_is_named(desk: Client, rows: bytes, said: str) -> None:
    before = TreatyAction.objects.count()
    preview = upload(desk, HEAD + rows + b"ccm,SWE,interpretive_declaration,2012-04-23\n")
    words = text_of(preview)
    assert "Nothing can be written as it stands." in words
    assert said in words
    assert "Write these records" not in words
    assert TreatyAction.objects.count() == before


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"state,day\nPeru,2012\n", "Column “treaty” is missing. Column “iso3” is missing."),
        (b"\n\nccm,FIN,accession\n", "Column “treaty” is missing. Column “iso3” is missing."),
        (b"", "file is empty"),
        (HEAD, "There is no row below the headings."),
        (b"\xff\xfe\x00garbage", "This is not UTF-8 text"),
    ],
)
def test_what_is_no_sheet_is_refused_in_words(desk: Client, sheet: bytes, said: str) -> None:
    response = upload(desk, sheet)
    assert response.status_code == 422
    assert said in text_of(response)
    assert "Traceback" not in text_of(response)


def test_a_problem_names_the_line_of_the_file_whatever_the_order_of_time(desk: Client) -> None:
    sheet = HEAD + b"ccm,SWE,interpretive_declaration,2025-01-01\nccm,FIN,reservation,2012-01-15\n"
    assert "3 Refused CCM is not subject to reservations" in text_of(upload(desk, sheet))


def test_a_sheet_needs_a_reason(desk: Client) -> None:
    preview = upload(desk, HEAD + sourced("ccm,FIN,accession,2026-01-15"))
    assert "This field is required" in text_of(confirm(desk, preview, reason=""))
    assert not TreatyAction.objects.filter(country__iso3="FIN", treaty__slug="ccm").exists()


def test_what_changed_since_the_preview_undoes_the_whole_import(desk: Client) -> None:
    preview = upload(desk, HEAD + sourced("ccm,FIN,accession,2026-01-15", "ccm,SWE,withdrawal_notice,2026-01-15"))
    assert "2 new" in text_of(preview)
    desk.post(ADD, facts("FIN", "accession", "2026-01-14"))
    done = confirm(desk, preview)
    refused = "2 Refused It joined already, by accession on 14 January 2026. (CCM, Article 16(1))"
    assert refused in text_of(done)
    assert not TreatyAction.objects.filter(country__iso3="SWE", kind="withdrawal_notice").exists()


def test_a_researcher_kept_to_some_states_imports_only_those(desk: Client, researcher: User) -> None:
    with recording(by=None, reason="Division of work"):
        CountryAssignment.objects.create(country=Country.objects.get(iso3="FIN"), person=researcher)
    assert "1 new" in text_of(upload(desk, HEAD + sourced("ccm,FIN,accession,2026-01-15")))
    refused = text_of(upload(desk, HEAD + sourced("ccm,AGO,ratification,2026-01-15")))
    assert "2 Refused iso3: “AGO”. It is not among the states assigned to you." in refused


def test_an_export_reads_back_unchanged(desk: Client) -> None:
    ccm = Treaty.objects.get(slug="ccm")
    response = desk.get("/admin/countries/treatyaction/export/", {"treaty__id__exact": ccm.pk})
    sheet = response.content.decode("utf-8-sig")
    assert sheet.startswith("treaty,iso3,kind,date")
    number = ccm.actions.count()
    assert f"0 new, 0 changed, {number} unchanged, 0 refused" in text_of(upload(desk, sheet.encode()))


def test_a_bad_act_may_be_left_out(desk: Client) -> None:
    sheet = HEAD + sourced("ccm,FIN,accession,2026-01-15", "ccm,ZZZ,accession,2026-01-15")
    done = confirm(desk, upload(desk, sheet, skip_bad_rows="on"))
    assert "Imported acts.csv: 1 new, 0 changed, 0 unchanged, 1 row left out." in text_of(done)
