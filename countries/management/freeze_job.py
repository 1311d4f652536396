"""An edition year is released in the background: whoever asked sees how far it is, and is told when it is out."""

from __future__ import annotations

from django.urls import reverse

from countries.actions.edition_year import freeze_edition
from editorial.actions.job_kinds import Work
from editorial.rules.transitions import Refused


def freeze(work: Work) -> None:
    """The work of the kind “freeze”: ``given`` has the edition and the reason. Raises Refused, and then nothing is out."""
    by, edition = work.job.asked_by, work.given["edition"]
    if by is None or not by.is_active or not by.has_perm("countries.publish_countryprofile"):
        raise Refused("Who asked for this may not publish profiles any more.")
    with work.finishing() as end:
        releases = freeze_edition(edition=edition, by=by, reason=work.given["reason"], tell=work.tell)
        page = f"{reverse('admin:countries_countryprofile_work')}?edition={edition}"
        end(f"{len(releases)} profiles of {edition} are released.", leads_to=page)
