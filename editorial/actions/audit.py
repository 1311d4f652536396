"""Writing the audit log. What Django announces is written here; actions of the Monitor call ``note``."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_save
from simple_history.models import HistoricalRecords

from editorial.models import AuditAction, AuditEntry, Release, User
from editorial.models.following import HowWritten
from editorial.rules.calendar import day_and_time
from editorial.security_log import tell_if_committed

TOLD_WITH_DETAIL = {AuditAction.ACCOUNT, AuditAction.PERMISSIONS, AuditAction.EXPORTED}
"""Whose details are no words of a person: flags, roles, numbers."""


def note(*, action: str, by: User | None, about: object = "", detail: str = "", username: str = "") -> AuditEntry:
    """Add one entry to the audit log, and its line to the security log.

    What is typed in the place of a name is told there only if somebody has that name: it may be a password.
    """
    known = username if by is None and User.objects.filter(username=username[:150]).exists() else ""
    outcome = {"outcome": "failed"} if action == AuditAction.SIGN_IN_FAILED else {}
    tell_if_committed(
        AuditAction(action).label.lower(),
        who=by,
        name=known or ("" if by else "unknown" if username else ""),
        about=about,
        detail=detail if action in TOLD_WITH_DETAIL else "",
        **outcome,
    )
    made: AuditEntry = AuditEntry.objects.create(
        action=action,
        user=by,
        username=(by.get_username() if by else username)[:150],
        about=str(about)[:255],
        detail=detail,
    )
    return made


def note_export(*, by: User, what: str, rows: int) -> AuditEntry:
    """Somebody took data out through the desk."""
    return note(action=AuditAction.EXPORTED, by=by, about=what, detail=f"{rows} rows")


def acting_person() -> User | None:
    """Who is signed in on the request that is being answered; None for a command."""
    request = getattr(HistoricalRecords.context, "request", None)
    user = getattr(request, "user", None)
    return user if isinstance(user, User) and user.pk else None


def _signed_in(sender: object, user: User | None, **kwargs: object) -> None:
    note(action=AuditAction.SIGNED_IN, by=user)


def _signed_out(sender: object, user: User | None, **kwargs: object) -> None:
    if user is not None:
        note(action=AuditAction.SIGNED_OUT, by=user)


def _sign_in_failed(sender: object, credentials: dict[str, object], **kwargs: object) -> None:
    note(action=AuditAction.SIGN_IN_FAILED, by=None, username=str(credentials.get("username", "")))


def note_release(release: Release, how: object) -> None:
    """A release is out, or will be after its embargo: then the log says until when it waits."""
    if how is not HowWritten.CREATED:
        return  # whoever decided on its embargo has noted it
    waits = release.visible_from > release.released_at
    until = f"Waits until {day_and_time(release.visible_from)}." if waits else ""
    detail = " ".join(words for words in (until, release.public_note) if words)
    note(action=AuditAction.PUBLISHED, by=release.released_by, about=release, detail=detail)


def _account_changed(sender: type, instance: User, created: bool, raw: bool = False, **kwargs: object) -> None:
    if raw:
        return
    was = instance.flags_as_stored
    changed = [name for name in was if getattr(instance, name) != was[name]]
    if created:
        detail = f"created: {', '.join(words for name, words in User.FLAGS.items() if getattr(instance, name))}"
    else:
        detail = "; ".join(f"{User.FLAGS[name]}: {'yes' if getattr(instance, name) else 'no'}" for name in changed)
    if detail:
        note(action=AuditAction.ACCOUNT, by=acting_person(), about=instance.username, detail=detail)
    instance.remember_flags()


def _roles_changed(
    sender: type,
    instance: Any,
    action: str,
    reverse: bool,
    model: type[Model],
    pk_set: set[int] | None,
    **kwargs: object,
) -> None:
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if isinstance(instance, Group) and not reverse and acting_person() is None:
        return  # the roles themselves are set again after every migration
    verbs = {"post_add": "given", "post_remove": "taken", "pre_clear": "all taken"}
    names = ", ".join(sorted(str(one) for one in model._default_manager.filter(pk__in=pk_set or ())))
    if action != "pre_clear" and not names:
        return
    about = instance.username if isinstance(instance, User) else str(instance)
    detail = f"{verbs[action]}: {names}" if names else verbs[action]
    note(action=AuditAction.PERMISSIONS, by=acting_person(), about=about, detail=detail)


def listen() -> None:
    """Called once, when the application starts: sign-ins and changes of accounts and roles are Django's to announce."""
    user_logged_in.connect(_signed_in)
    user_logged_out.connect(_signed_out)
    user_login_failed.connect(_sign_in_failed)
    post_save.connect(_account_changed, sender=User)
    for through in (User.groups.through, User.user_permissions.through, Group.permissions.through):
        m2m_changed.connect(_roles_changed, sender=through, dispatch_uid=f"audit-{through.__name__}")
