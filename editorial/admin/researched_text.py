"""The editor of researched texts: its widget, and the three helpers it asks while somebody writes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from editorial.models import Source
from editorial.queries import cited_sources, text_problems
from editorial.texts import beyond_bounds, cited_keys, render

SOURCES_SHOWN = 20


class ResearchedTextWidget(forms.Textarea):
    """A textarea; where scripts run, the editor stands in front of it and writes everything into it."""

    class Media:
        js = (
            forms.Script("vendored/codemirror-6.43.15/editor.js", defer=True),
            forms.Script("js/desk/researched-text.js", type="module"),
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-researched-text": "",
            "data-sources-url": reverse("admin:researched_text_sources"),
            "data-check-url": reverse("admin:researched_text_check"),
            "data-preview-url": reverse("admin:researched_text_preview"),
            "class": "vLargeTextField researched-text-field",
            "rows": 30,
            "spellcheck": "true",
        }
        return context


@require_GET
def sources(request: HttpRequest) -> JsonResponse:
    """Sources of the library for ``[@``: those whose key begins with the words typed, then those that hold them."""
    words = request.GET.get("q", "").strip()[:100]
    found = Source.objects.in_library().with_words(words)
    begins = Case(When(key__istartswith=words, then=Value(0)), default=Value(1), output_field=IntegerField())
    order = (begins, "key") if words else ("-pk",)
    listed = found.order_by(*order)[:SOURCES_SHOWN]
    return JsonResponse({"sources": [{"key": source.key, "line": source.line()} for source in listed]})


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """The problems of a text that is being written, each with its line and the words it is about."""
    text = request.POST.get("text", "")
    if too_much := beyond_bounds(text):
        return _refused(too_much)
    problems = [
        {"kind": p.kind, "line": p.line, "quote": quote(p.kind, p.name), "message": p.message}
        for p in text_problems(text)
    ]
    return JsonResponse({"problems": problems})


@require_POST
def preview(request: HttpRequest) -> JsonResponse:
    """A text that is being written as readers will see it, made by the same renderer and sanitiser."""
    text = request.POST.get("text", "")
    if too_much := beyond_bounds(text):
        return _refused(too_much)
    rendered = render(text, sources=cited_sources(cited_keys(text)), doc_id="preview")
    return JsonResponse({"html": rendered.body_html + rendered.notes_html})


def quote(kind: str, name: str) -> str:
    """The words of the text that a problem is about, to point at them in their line."""
    return f"@{name}" if kind in {"unknown-source", "bad-citation"} else f"[^{name}]"


def _refused(too_much: str) -> JsonResponse:
    return JsonResponse({"detail": f"This text cannot be read. {too_much}"}, status=413)
