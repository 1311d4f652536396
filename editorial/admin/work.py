"""The desk's page “Work”: what waits, runs, is done or failed in the background, and one piece of work by itself.

Everybody sees their own, administrators everybody's.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from editorial.actions.job_kinds import read_file
from editorial.actions.job_start import start_here
from editorial.actions.jobs import ask_for, may_handle, take_back_job, take_up_lost, try_again
from editorial.management.clock_jobs import COMMANDS
from editorial.models import OVER, Job, JobFile, JobState, User
from editorial.queries.state_of_work import state_of_work
from editorial.rules.transitions import Refused

from .record_pages import signed_in

SHOWN = 50  # pieces of work that are over
REBUILD = "rebuild"


def seen_by(user: User) -> QuerySet[Job]:
    """The work that a person sees."""
    found: QuerySet[Job] = Job.objects.select_related("asked_by")
    return found if user.is_superuser else found.filter(asked_by=user)


@require_http_methods(["GET", "POST"])
def work_page(request: HttpRequest) -> HttpResponse:
    """Everything at a glance. Administrators have commands of the clock run from here (POST ``run``)."""
    user = signed_in(request)
    if request.method == "POST":
        return _run(request, user, request.POST.get("run", ""))
    now = timezone.now()
    take_up_lost(at=now)
    work = state_of_work(now)
    if settings.MONITOR_WORK == "here" and work.waiting:  # the server was stopped before it came to it
        start_here()
    seen = seen_by(user)
    context = {
        "open_jobs": list(seen.exclude(state__in=OVER).order_by("asked_at", "pk")),
        "over": list(seen.filter(state__in=OVER).order_by("-ended_at", "-pk")[:SHOWN]),
        "work": work,
        "others": 0
        if user.is_superuser
        else Job.objects.filter(~Q(asked_by=user) | Q(asked_by=None)).exclude(state__in=OVER).count(),
        "commands": _commands(work.last_runs) if user.is_superuser else [],
    }
    return _page(request, "admin/work.html", "Work", context)


def _commands(last_runs: Any) -> list[tuple[str, str, Any]]:
    found = {**COMMANDS, REBUILD: "Make lists and search anew from the records"}
    return [
        (name, words, last_runs.get("rebuild_index" if name == REBUILD else name)) for name, words in found.items()
    ]


def _run(request: HttpRequest, user: User, name: str) -> HttpResponse:
    if not user.is_superuser:
        raise PermissionDenied
    if name not in COMMANDS and name != REBUILD:
        raise Http404(f"There is no command {name}.")
    here = reverse("admin:work")
    try:
        if name == REBUILD:
            job = ask_for(REBUILD, title="Make lists and search anew", by=user, asked_from=here)
        else:
            job = ask_for("clock", title=COMMANDS[name], by=user, given={"command": name}, asked_from=here)
    except Refused as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(here)
    return HttpResponseRedirect(job.get_absolute_url())


@require_GET
def job_page(request: HttpRequest, job: int) -> HttpResponse:
    """One piece of work: how far it is, or how it ended and where one goes on. Whoever asked for it has been told now."""
    user = signed_in(request)
    found = get_object_or_404(seen_by(user), pk=job)
    if found.is_over and found.asked_by_id == user.pk and not found.told:
        Job.objects.filter(pk=found.pk).update(told=True)
    files = JobFile.objects.filter(job=found).exclude(content_type="").defer("packed")
    context = {
        "job": found,
        "files": list(files),
        "may_handle": may_handle(found, user),
        "work": state_of_work(timezone.now()),
        "states": JobState,
    }
    return _page(request, "admin/work_job.html", found.title, context)


@require_POST
def job_step(request: HttpRequest, job: int, step: str) -> HttpResponse:
    """Has what failed done again, or takes back what has not begun."""
    user = signed_in(request)
    found = get_object_or_404(seen_by(user), pk=job)
    try:
        if step == "again":
            try_again(job=found, by=user)
            messages.success(request, "It is done again.")
        else:
            take_back_job(job=found, by=user)
            messages.success(request, "It is taken back.")
    except Refused as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(found.get_absolute_url())


@require_GET
def job_file(request: HttpRequest, job: int, name: str) -> HttpResponse:
    """A file that was made, for whoever asked for it."""
    found = get_object_or_404(seen_by(signed_in(request)), pk=job)
    file = get_object_or_404(JobFile.objects.defer("packed").exclude(content_type=""), job=found, name=name)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(read_file(found, name), content_type=file.content_type, headers=headers)


def tell_what_is_over(request: HttpRequest) -> None:
    """On the next page of the desk a person is told what ended meanwhile, each once. One query where nothing did."""
    user = request.user
    if request.method != "GET" or not isinstance(user, User):
        return
    for job in Job.objects.to_tell(user)[:5]:
        if Job.objects.filter(pk=job.pk, told=False).update(told=True):
            level = messages.SUCCESS if job.state == JobState.DONE else messages.ERROR
            first, *_ = job.outcome.splitlines() or [""]
            words = format_html(
                '<a href="{}">{}</a>: {}', job.get_absolute_url(), job.title, first or job.get_state_display()
            )
            messages.add_message(request, level, words)


def _page(request: HttpRequest, template: str, title: str, shown: dict[str, Any]) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "subtitle": None, **shown}
    return TemplateResponse(request, template, context)
