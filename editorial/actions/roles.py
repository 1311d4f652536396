"""Keeps the team's groups in step with the rule in editorial.rules.roles."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission

from editorial.models import release_models, tracked_models
from editorial.rules.roles import ADMINISTRATORS_ONLY, VERBS


def ensure_roles() -> None:
    """Create the groups and give each exactly the permissions of its role. Safe to repeat."""
    wanted: dict[str, set[tuple[str, str]]] = {role: set() for role in VERBS}
    for tracked in tracked_models():
        app, name = tracked._meta.app_label, tracked._meta.model_name
        for role, verbs in VERBS.items():
            allowed = ("view",) if name in ADMINISTRATORS_ONLY else verbs
            wanted[role] |= {(app, f"{verb}_{name}") for verb in allowed}
            wanted[role].add((app, f"view_historical{name}"))
    for role, verbs in VERBS.items():
        wanted[role] |= {
            ("editorial", f"{verb}_changeset") for verb in ("view", "review", "hurry") if verb in verbs
        }
    for release in release_models():
        for role in VERBS:
            wanted[role].add((release._meta.app_label, f"view_{release._meta.model_name}"))
    existing = {
        (app, codename): pk
        for app, codename, pk in Permission.objects.values_list("content_type__app_label", "codename", "pk")
    }
    for role, permissions in wanted.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set([existing[p] for p in permissions if p in existing])
