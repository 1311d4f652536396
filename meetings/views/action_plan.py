"""Action plans as readers see them, with the statements that cite them."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from editorial.queries import rendered
from meetings.models import Action, ActionPlan, ActionPlanPart, ListedAction, ListedStatement, PlanAdoption
from meetings.queries.statements import listed

MOST_CITING = 50


def action_plan_list(request: HttpRequest) -> HttpResponse:
    """Every plan with its years, number of actions and how often statements cite it."""
    visible = ListedStatement.objects.published(timezone.now())
    citing = dict(
        ListedAction.objects.filter(listed__in=visible)
        .values_list("plan")
        .annotate(Count("listed", distinct=True))
        .order_by()
    )
    plans = [
        (plan, citing.get(plan.pk, 0))
        for plan in ActionPlan.objects.select_related("meeting", "source").order_by("adopted", "pk")
    ]
    context = {"plans": plans, "crumbs": [("Meetings", reverse("meetings")), ("Action plans", None)]}
    return render(request, "meetings/action_plan_list.html", context)


def action_plan_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One plan: its chapters, its numbered actions, and who cited which."""
    at = timezone.now()
    parts = Prefetch("parts", ActionPlanPart.objects.select_related("theme").order_by("order"))
    plan = get_object_or_404(
        ActionPlan.objects.select_related("meeting", "source").prefetch_related(parts), slug=slug
    )
    cited: dict[int | None, list[ListedStatement]] = defaultdict(list)
    rows = (
        ListedAction.objects.filter(plan=plan, listed__in=ListedStatement.objects.published(at))
        .select_related("listed__meeting")
        .order_by("-listed__day", "-listed_id")[: MOST_CITING * 10]
    )
    for row in rows:
        cited[row.number].append(row.listed)
    actions = [
        (action, cited.get(action.number, []))
        for action in Action.objects.filter(plan=plan).select_related("part", "source").order_by("number")
    ]
    context = {
        "plan": plan,
        "adoptions": PlanAdoption.objects.filter(plan=plan).select_related("plan", "source"),
        "parts": list(plan.parts.all()),
        "actions": actions,
        "has_texts": any(action.text for action, _ in actions),
        "citing_whole": cited.get(None, [])[:MOST_CITING],
        "statements": list(listed(at).filter(actions__plan=plan).distinct()[:MOST_CITING]),
        "note": rendered(plan.note, doc_id="note"),
        "crumbs": [
            ("Meetings", reverse("meetings")),
            ("Action plans", reverse("action_plans")),
            (plan.name, None),
        ],
    }
    return render(request, "meetings/action_plan.html", context)
