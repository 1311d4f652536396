"""One statement as readers see it, and its releases for ever."""

import pytest
from django.test import Client

from editorial.actions.publishing import withdraw
from editorial.models import User, recording
from meetings.models import Statement, StatementParty
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Statement:
    spain, chile = make_country("ESP", "Spain"), make_country("CHL", "Chile")
    source = make_source("spain-paper", title="Non-paper")
    statement = make_statement(
        "Achievements and challenges",
        parties=[(spain, "lead"), (chile, "co-sponsor")],
        themes=[make_theme("universalization", title="Universalization")],
        kind="non-paper",
        date="2013-07-31>",
        meeting=make_meeting(),
        source=source,
        lead="Spain and Chile look back.",
        text="It counts 112 states.[^1]\n\n## Challenges\n\nMany stay outside.\n\n[^1]: By deposit. [@spain-paper, note 2].",
        states_claimed=2,
        claimed_in_words="two states",
    )
    make_position(
        statement,
        spain,
        make_theme("universalization"),
        quote="Adhesión futura",
        quote_language="es",
        translation="Future adhesion",
    )
    publish_statement(statement)
    return statement


def address(statement: Statement) -> str:
    return f"/statements/{statement.pk}/achievements-and-challenges/"


def test_the_page_names_everybody_and_everything(client: Client, paper: Statement) -> None:
    page = client.get(address(paper)).content.decode()
    for words in (
        "Lead sponsor",
        '<a href="/countries/spain/">Spain</a>',
        "Co-sponsors",
        '<a href="/countries/chile/">Chile</a>',
        "After 31 July 2013",
        "Lima 2007",
        "two states",
        'lang="es">Adhesión futura',
        "Translation: Future adhesion",
        '<a href="/sources/spain-paper/">',
        'id="notes"',
        "Cite this version",
        "/r1/",
    ):
        assert words in page, words


def test_the_number_alone_or_a_wrong_ending_leads_to_the_right_address(client: Client, paper: Statement) -> None:
    for given in (f"/statements/{paper.pk}/", f"/statements/{paper.pk}/something-else/"):
        response = client.get(given)
        assert (response.status_code, response["Location"]) == (301, address(paper))


def test_a_draft_answers_404_by_number_and_by_title(client: Client) -> None:
    draft = make_statement("Secret title", parties=[(make_country(), "deliverer")])
    for given in (
        f"/statements/{draft.pk}/",
        f"/statements/{draft.pk}/secret-title/",
        f"/statements/{draft.pk}/x/r1/",
    ):
        answer = client.get(given)
        assert answer.status_code == 404, given
        assert "secret" not in answer.content.decode().replace(given, "").lower(), given


def test_the_title_of_a_later_draft_stands_in_no_address(client: Client, paper: Statement) -> None:
    with recording(by=None, reason="Draft"):
        paper.title = "Secret title"
        paper.save()
    assert client.get(f"/statements/{paper.pk}/")["Location"] == address(paper)
    assert "secret" not in client.get(address(paper)).content.decode().lower()


def test_a_release_stays_at_its_address_and_says_that_a_newer_one_exists(client: Client, paper: Statement) -> None:
    with recording(by=None, reason="Correction"):
        StatementParty.objects.create(statement=paper, country=make_country("HRV", "Croatia"), role="co-sponsor")
    publish_statement(paper, public_note="Croatia was missing")
    first = client.get(f"{address(paper)}r1/").content.decode()
    assert "Croatia</a>" not in first
    assert "earlier release" in first
    newest = client.get(address(paper)).content.decode()
    assert "Croatia</a>" in newest
    assert "Croatia was missing" in newest
    assert client.get(f"{address(paper)}r3/").status_code == 404


def test_a_withdrawn_statement_is_gone_with_all_its_releases(client: Client, paper: Statement) -> None:
    withdraw(record=paper, by=User.objects.get(username="publisher"), reason="x", public_reason="Misread")
    for given in (address(paper), f"{address(paper)}r1/"):
        answer = client.get(given)
        assert answer.status_code == 410, given
        assert "Misread" in answer.content.decode()
        assert "Adhesión futura" not in answer.content.decode(), given


def test_a_party_that_joined_is_a_change_although_the_text_is_the_same(client: Client, paper: Statement) -> None:
    with recording(by=None, reason="Correction"):
        croatia = make_country("HRV", "Croatia")
        StatementParty.objects.create(statement=paper, country=croatia, role="endorser")
    publish_statement(paper, public_note="Croatia was missing")
    page = " ".join(client.get(f"{address(paper)}compare/").content.decode().split())
    assert "The texts of these two releases are the same." in page
    assert '<a href="#facts">1 change beside the text</a>' in page
    row = page.split('<th scope="row">Endorsed by')[1].split("</tr>")[0]
    assert "<strong>changed</strong>" in row
    assert ">not recorded</td>" in row
    assert ">Croatia</td>" in row


def test_pages_that_follow_the_newest_release_follow_its_title(client: Client, paper: Statement) -> None:
    with recording(by=None, reason="Correction"):
        paper.title = "Opportunities"
        paper.save()
    publish_statement(paper, public_note="Another title")
    today = f"/statements/{paper.pk}/opportunities/"
    for ending in ("", "history/", "compare/", "compare/?from=r1&to=r2"):
        response = client.get(address(paper) + ending)
        assert (response.status_code, response["Location"]) == (301, today + ending)
    assert client.get(f"{address(paper)}r1/").status_code == 200
    assert f'href="{today}compare/' in client.get(f"{address(paper)}r1/").content.decode()
    assert client.get(f"{address(paper)}cite.bib").status_code == 200


def test_the_source_that_is_the_statement_is_told_from_those_it_cites(client: Client, paper: Statement) -> None:
    with recording(by=None, reason="Correction"):
        paper.text = "It counts.[^1] Others do too.[^2]\n\n[^1]: [@spain-paper].\n[^2]: [@other-paper].\n"
        make_source("other-paper")
        paper.save()
    publish_statement(paper, public_note="A further source")
    sources = client.get(address(paper)).content.decode().split('id="sources"')[1].split("</section>")[0]
    own, other = sorted(sources.split("<li>")[1:], key=lambda line: "other-paper" in line)
    assert "The statement itself, or the record of it" in own
    assert "The statement itself" not in other


def test_a_page_is_few_queries(client: Client, paper: Statement, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(3):
        client.get(address(paper))
