"""Brings out one text after the other, as a process beside the site that works through the same actions.

python -m deploy.drill.publisher prepare   makes the accounts and two drafts; prints their keys and address as JSON
python -m deploy.drill.publisher           reads a line "WORDS" from its input, publishes them, prints "done" or why not
"""

from __future__ import annotations

import json
import os
import sys

import django

PASSWORD = "a long word that only this drill knows"  # noqa: S105 - of a database that is thrown away
ROLES = {"drill-researcher": "Researcher", "drill-editor": "Editor", "drill-publisher": "Publisher"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.production")
    django.setup()
    if sys.argv[1:] == ["prepare"]:
        print(json.dumps(prepare()))
        return
    for line in sys.stdin:
        try:
            bring_out(line.strip())
        except Exception as problem:
            print(f"{type(problem).__name__}: {problem}".splitlines()[0], flush=True)
        else:
            print("done", flush=True)


def prepare() -> dict[str, object]:
    from django.contrib.auth.models import Group

    from countries.models import Country, CountryProfile, ProfileTheme
    from editorial.actions.roles import ensure_roles
    from editorial.models import User, recording

    ensure_roles()
    for name, role in ROLES.items():
        user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
    by = User.objects.get(username="drill-researcher")
    with recording(by=by, reason="For a drill"):
        theme = ProfileTheme.objects.create(slug="drill", title="Drill", order=90)
        states = Country.objects.filter(iso3__in=("PER", "TCD")).order_by("iso3")
        made = [
            CountryProfile.objects.create(country=one, theme=theme, edition=2026, lead="Nothing.", text="Begin.\n")
            for one in states
        ]
    return {"published": made[0].get_absolute_url(), "draft": made[1].pk}


def bring_out(words: str) -> None:
    """Changes the text, has it approved and publishes it."""
    from django.db import close_old_connections

    from countries.models import CountryProfile
    from editorial.actions.publishing import approve, publish, submit
    from editorial.models import User, recording

    close_old_connections()
    people = {user.username: user for user in User.objects.filter(username__in=ROLES)}
    writer, editor, publisher = (people[name] for name in ROLES)
    text = CountryProfile.objects.get(theme__slug="drill", country__iso3="PER")
    if text.lead != words:
        with recording(by=writer, reason="Drill"):
            text.lead = words
            text.save()
    if text.status == "draft":
        submit(record=text, by=writer, reason="Drill")
    if text.status == "in_review":
        approve(record=text, by=editor, reason="Drill")
    if text.status != "published":
        publish(record=text, by=publisher, reason="Drill", public_note="Drill.")


if __name__ == "__main__":
    main()
