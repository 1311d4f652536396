"""Named groups of states: how many members a source gives, and whom sources name."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from countries.models import FactKind, GroupMembership, StateGroup
from countries.queries.coverage import EVERY, asked, coverage_of
from editorial.queries.proof import proofs
from editorial.views.known_at import answers_known_at
from editorial.views.parameters import refuse_unknown


@answers_known_at(StateGroup, GroupMembership)
def group_list(request: HttpRequest) -> HttpResponse:
    """Every group with its members, each with its sources. Six queries, whatever the number of groups."""
    refuse_unknown(request, forms.Form(request.GET), also=())
    groups = list(StateGroup.objects.select_related("source").order_by("name"))
    members = list(GroupMembership.objects.select_related("country", "source").order_by("country__name"))
    proof = proofs([*groups, *members])
    shown = []
    for group in groups:
        own, of_group = [one for one in members if one.group_id == group.pk], proof[StateGroup, group.pk]
        shown.append(
            {
                "group": group,
                "proof": of_group,
                "members": [
                    {
                        "member": one,
                        "proof": None if (said := proof[GroupMembership, one.pk]) == of_group else said,
                    }
                    for one in own
                ],
                "has_roles": any(one.role for one in own),
                "has_sources": any(proof[GroupMembership, one.pk] != of_group for one in own),
                "has_times": any(one.since or one.until for one in own),
            }
        )
    context = {
        "groups": shown,
        "asked": asked(None, today=timezone.localdate(), about=((FactKind.GROUPS, EVERY),)),
        "coverage": coverage_of(FactKind.GROUPS),
        "crumbs": [("Countries", "/countries/"), ("Groups of states", None)],
    }
    return render(request, "countries/groups.html", context)
