"""A small installation in which everything happened once: what a backup has to bring back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.commenting import Where, comment
from editorial.actions.kept_file import take_file
from editorial.actions.roles import ensure_roles
from editorial.models import BegunForm, Source, User, recording
from editorial.rules.roles import RESEARCHER
from meetings.models import ActionPlan, Meeting, MeetingDocument
from tests.factories.nouns import make_three_of_each
from tests.factories.profiles import Press

PAPER, EARLIER = b"%PDF-1.7 the declaration", b"%PDF-1.7 the declaration with a mistake"
PASSWORD = "a long one of her own"


def make_small_world() -> None:
    """Published, corrected, withdrawn and embargoed texts, drafts, files, versions, proposals, comments, accounts."""
    ensure_roles()
    make_three_of_each()
    press = Press(lambda name: User.objects.get_or_create(username=name, defaults={"is_staff": True})[0])
    theme, chile = ProfileTheme.objects.get(slug="ban-policy"), Country.objects.get(iso3="CHL")
    press.release(chile.profiles.get(edition=2009), note="A date was wrong.", lead="Chile signed in Oslo.")
    press.withdraw(press.edition(chile, theme, 2010).profile, "It was about another state.")
    press.release(press.draft(chile, theme, 2011), visible_from=timezone.now() + timedelta(days=30))
    _write_papers()
    _write_people(press, chile.profiles.get(edition=2009))
    with recording(by=press.researcher, reason="Twice on record"):
        plan = ActionPlan.objects.get(slug="plan-1")
        plan.slug = "vientiane"  # as every page names it
        plan.save()
        Source.objects.create(key="gone", title="A source that was deleted").delete()


def _write_papers() -> None:
    """One file that readers get, and one that only a version names."""
    with recording(by=None, reason="Made for a test"):
        paper = MeetingDocument(meeting=Meeting.objects.order_by("pk")[0], title="Declaration", is_public=True)
        for content in (EARLIER, PAPER):
            take_file(paper, SimpleUploadedFile("Declaration.pdf", content))
            paper.save()


def _write_people(press: Press, profile: CountryProfile) -> None:
    maria = User.objects.create_user("maria", "maria@example.org", PASSWORD, is_staff=True)
    maria.groups.add(Group.objects.get(name=RESEARCHER))
    comment(
        record=profile,
        by=press.editor,
        text="Which table?",
        at=timezone.now(),
        where=Where(field="lead"),
        addressee=maria,
    )
    BegunForm.objects.create(
        form_id=uuid4(), person=maria, place="/admin/", title="Peru", window=uuid4(), typed=[["name", "Per"]],
        kept_at=timezone.now(),
    )  # fmt: skip
