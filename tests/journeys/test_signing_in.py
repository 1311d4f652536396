"""Getting in at the desk: a passkey, an authenticator app, a recovery code, and the proof before publishing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.utils import timezone
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page, expect

from countries.models import CountryProfile
from editorial.actions.roles import ensure_roles
from editorial.models import AuditEntry, User
from editorial.rules.roles import EDITOR, PUBLISHER
from tests.factories.second_factors import code_of
from tests.journeys.accessible import faults_of
from tests.journeys.at_the_desk import PASSWORD, take
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EXPECTED = (
    "status of 403",  # what an open page is told that asks by itself
    "status of 429",  # too many wrong tries
    *(
        "Applying inline style",
        "status of 404",
    ),  # axe sets styles to measure, and asks for sheets where there are none
)
A_LAPTOP = {  # one that keeps passkeys and knows its owner's finger
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Seat:
    """A browser, whose scripts must not break and whose policy must not be violated."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(words in message.text for words in EXPECTED):
            self.complaints.append(message.text)

    def go(self, address: str) -> None:
        self.page.goto(self.origin + address)

    def with_passkeys(self) -> CDPSession:
        session = self.page.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": A_LAPTOP})
        return session

    def sign_in(self, user: User) -> None:
        self.go("/admin/login/")
        self.page.get_by_label("Username").fill(user.username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Log in").click()

    def log_out(self) -> None:
        self.page.get_by_role("button", name="Log out").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Logged out")

    def is_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def is_accessible(self) -> None:
        found = faults_of(self.page)
        self.page.emulate_media(color_scheme="light")
        assert found == []


@pytest.fixture
def seat(browser: Browser, live_server: Any) -> Callable[..., Any]:
    @contextmanager
    def sit_down(viewport: dict[str, int] | None = None) -> Iterator[Seat]:
        made = browser.new_context(viewport=viewport or WIDE)
        try:
            made.set_default_timeout(10_000)
            found = Seat(made.new_page(), live_server.url)
            yield found
            assert found.complaints == []
        finally:
            made.close()

    return sit_down


@pytest.fixture
def somebody(person: Callable[..., User]) -> Callable[..., User]:
    ensure_roles()

    def make(username: str, role: str = "", **fields: Any) -> User:
        user = person(username, role, **fields)
        user.set_password(PASSWORD)
        user.save()
        return user

    return make


def test_a_publisher_sets_up_a_passkey_and_signs_in_by_it_alone(
    seat: Callable[..., Any], somebody: Callable[..., User], settings: Any
) -> None:
    settings.MONITOR_SECOND_FACTOR = "publishers"
    pat = somebody("pat", PUBLISHER)
    with seat() as at:
        at.with_passkeys()
        at.go("/admin/login/")
        at.is_accessible()
        at.sign_in(pat)
        at.is_at("My account")
        expect(at.page.locator(".messagelist")).to_contain_text("Set one up here; the desk opens then.")
        at.is_accessible()
        at.go("/admin/countries/country/")
        at.is_at("My account")
        at.page.get_by_role("link", name="Add a passkey").click()
        at.is_accessible()
        at.page.get_by_label("What you call it").fill("Laptop at the office")
        at.page.get_by_role("button", name="Add the passkey").click()
        at.is_at("Recovery codes")
        at.is_accessible()
        expect(at.page.locator(".recovery-codes code")).to_have_count(10)
        at.page.get_by_role("link", name="Go on to the desk").click()
        at.is_at("Today’s work")
        assert str(Authenticator.objects.get(type="webauthn")) == "Laptop at the office"

        at.log_out()
        at.go("/admin/countries/country/")
        at.page.get_by_role("button", name="Sign in with a passkey").click()
        at.is_at("Countries")  # where one wanted to go
        at.log_out()
        at.sign_in(pat)
        expect(at.page.get_by_text("Your password was right")).to_be_visible()
        at.is_accessible()
        at.page.reload()  # axe may have asked for the page as well, and what is asked of a passkey is good once
        at.page.get_by_role("button", name="Use a passkey").click()
        at.is_at("Today’s work")


def test_a_passkey_opens_while_passwords_are_shut(
    seat: Callable[..., Any], somebody: Callable[..., User], settings: Any
) -> None:
    ed = somebody("ed", EDITOR)
    with seat(PHONE) as at:
        at.with_passkeys()
        at.sign_in(ed)
        at.go("/admin/account/passkeys/add/")
        at.page.get_by_role("button", name="Add the passkey").click()
        at.is_at("Recovery codes")
        at.log_out()
        settings.AXES_ENABLED = True
        for _ in range(settings.AXES_FAILURE_LIMIT):
            at.go("/admin/login/")
            at.page.get_by_label("Username").fill("ed")
            at.page.get_by_label("Password").fill("wrong")
            at.page.get_by_role("button", name="Log in").click()
        at.is_at("Too many wrong tries")
        at.is_accessible()
        at.page.get_by_role("link", name="Back to the sign-in").click()
        at.page.get_by_role("button", name="Sign in with a passkey").click()
        at.is_at("Today’s work")


def test_an_app_is_set_up_used_and_replaced_by_a_recovery_code(
    seat: Callable[..., Any], somebody: Callable[..., User]
) -> None:
    ed = somebody("ed", EDITOR)
    with seat(PHONE) as at:
        at.sign_in(ed)
        at.is_at("Today’s work")
        at.page.get_by_role("link", name="My account").click()
        at.is_accessible()
        at.page.get_by_role("link", name="Set up an app").click()
        at.is_accessible()
        expect(at.page.locator(".app-square svg")).to_be_visible()
        secret = at.page.locator(".app-key").inner_text()
        at.page.get_by_label("Code of the app").fill("000000")
        at.page.get_by_role("button", name="Set up the app").click()
        expect(at.page.get_by_text("That was not recognised")).to_be_visible()
        at.page.get_by_label("Code of the app").fill(code_of(secret))
        at.page.get_by_role("button", name="Set up the app").click()
        codes = at.page.locator(".recovery-codes code").all_inner_texts()
        at.log_out()
        at.sign_in(ed)
        at.page.get_by_label("Code").fill(code_of(secret, later=1))
        at.page.get_by_role("button", name="Log in").click()
        at.is_at("Today’s work")
        at.log_out()
        at.sign_in(ed)
        at.page.get_by_label("Code").fill(codes[0])
        at.page.get_by_role("button", name="Log in").click()
        at.is_at("Today’s work")
        at.page.get_by_role("link", name="My account").click()
        expect(at.page.get_by_text("9 of them are left")).to_be_visible()
    details = set(AuditEntry.objects.filter(about="ed").values_list("detail", flat=True))
    assert {"added: authenticator app", "a recovery code was used; 9 are left"} <= details


def test_publishing_asks_for_a_passkey_and_goes_on_with_the_words(
    seat: Callable[..., Any], somebody: Callable[..., User], settings: Any, draft: CountryProfile
) -> None:
    from editorial.actions.publishing import approve, submit

    settings.MONITOR_RECENT_SIGN_IN = 15
    pat, ed = somebody("pat", PUBLISHER), somebody("ed", EDITOR)
    submit(record=draft, by=User.objects.get(username="researcher"), reason="Ready")
    approve(record=draft, by=ed, reason="Read")
    with seat() as at:
        at.with_passkeys()
        at.sign_in(pat)
        at.go("/admin/account/passkeys/add/")
        at.page.get_by_role("button", name="Add the passkey").click()
        at.is_at("Recovery codes")
        at.go(f"/admin/countries/countryprofile/{draft.pk}/change/")
        with time_machine.travel(timezone.now() + timedelta(minutes=16)):
            take(at.page, "Publish", Reason="Agreed on Monday")
            at.is_at("Sign in again")
            assert not draft.releases.exists()
            at.page.get_by_role("button", name="Use a passkey").click()
            expect(at.page.locator(".messagelist")).to_contain_text("is published")
    assert draft.history.first().history_change_reason == "Agreed on Monday"


def test_a_text_goes_on_where_it_was_after_the_desk_was_left_alone(
    seat: Callable[..., Any], somebody: Callable[..., User], draft: CountryProfile
) -> None:
    ed = somebody("ed", EDITOR)
    with seat() as at:
        at.sign_in(ed)
        at.go(f"/admin/countries/countryprofile/{draft.pk}/change/")
        at.page.get_by_label("Lead").fill("What was written before lunch.")
        at.page.get_by_label("Reason for the change").fill("More exact")
        with time_machine.travel(timezone.now() + timedelta(hours=3)):
            at.page.get_by_role("button", name="Save", exact=True).click()
            at.is_at("Sign in again")
            expect(at.page.get_by_text("What you sent is kept on this page")).to_be_visible()
            at.is_accessible()
            at.page.get_by_label("Password").fill("wrong")
            at.page.get_by_role("button", name="Go on").click()
            expect(at.page.get_by_text("That is not your password.")).to_be_visible()
            at.page.get_by_label("Password").fill(PASSWORD)
            at.page.get_by_role("button", name="Go on").click()
            at.is_at("Country profiles")  # where a save leads
    draft.refresh_from_db()
    assert draft.lead == "What was written before lunch."
