"""The page on which any two releases of a shelf stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from editorial.texts.side_by_side import as_read, note_lines, stretches

from .compared import compare_releases
from .noun import PublicNoun, R
from .pages import moved_on
from .withdrawn import were_withdrawn, withdrawn_page


def comparison_page(noun: PublicNoun[R], request: HttpRequest, **address: object) -> HttpResponse:
    """Compares ``from`` with ``to``; without them, the newest release with the one before it."""
    at = timezone.now()
    listed = noun.meant(noun.readable(at, address), request, address, exactly=True)
    if not listed:
        return withdrawn_page(noun, request, at, address)
    newest = listed[0]
    if noun.moved(newest, address):
        return moved_on(noun, "compare", request, newest)
    asked = request.GET.get("from", ""), request.GET.get("to", "")
    by_name = {noun.name_of(one): one for one in listed}
    old, new = _chosen(listed, by_name, *asked)
    unknown = [name for name in asked if name and name not in by_name]
    context = {
        "noun": noun,
        "title": noun.title(newest),
        "heading": noun.heading(newest),
        "query": noun.query(newest),
        "query_end": "".join(f"&{name}={value}" for name, value in noun.query(newest).items()),
        "choices": [(noun.name_of(one), noun.label(one), one) for one in listed],
        "from_name": noun.name_of(old) if old else "",
        "to_name": noun.name_of(new) if new else "",
        "unknown": unknown,
        "view": "inline" if request.GET.get("view") == "inline" else "auto",
        "overline": noun.crumbs(newest)[-1],
        "crumbs": [*noun.crumbs(newest), (noun.heading(newest), newest.get_absolute_url()), ("Compare", None)],
    }
    if old is not None and new is not None and old.pk != new.pk:
        context |= _compared(noun, noun.whole(old), noun.whole(new))
    status = HTTPStatus.OK
    if unknown:
        status = HTTPStatus.GONE if were_withdrawn(noun, at, address, unknown) else HTTPStatus.NOT_FOUND
    return render(request, "editorial/release_comparison.html", context, status=status)


def _chosen(listed: Sequence[R], by_name: dict[str, R], since: str, to: str) -> tuple[R | None, R | None]:
    """The two releases asked for; the newest, and the one before the other, where none is named."""
    new = by_name.get(to) if to else listed[0]
    if since:
        return by_name.get(since), new
    after = listed.index(new) + 1 if new is not None else len(listed)
    return (listed[after] if after < len(listed) else None), new


def _compared(noun: PublicNoun[R], old: R, new: R) -> dict[str, object]:
    found = compare_releases(old, new)
    read_old, read_new = (
        as_read(one.text, {source["key"]: source["citation"] for source in one.sources}) for one in (old, new)
    )
    lead = stretches(found.lead)
    changes = sum(1 for one in lead if one.number)
    text = stretches(found.text, changes + 1, old=read_old, new=read_new)
    changes += sum(1 for one in text if one.number)
    return {
        "old": old,
        "new": new,
        "language": noun.language(new),
        "is_correction": old.record_id == new.record_id,
        "lead": lead if not found.lead.is_same else [],
        "text": text,
        "notes": note_lines(found.text, old=read_old, new=read_new),
        "changes": changes,
        "facts": found.facts,
        "changed_recorded": 0 if old.recorded() == new.recorded() else sum(not one.is_same for one in found.facts),
        "is_same": found.lead.is_same and found.text.is_same,
    }
