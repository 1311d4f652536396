"""What stands at the addresses of releases that were taken back."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .noun import Address, PublicNoun, R


def withdrawn_page(noun: PublicNoun[R], request: HttpRequest, at: datetime, address: Address) -> HttpResponse:
    """Where nothing can be read: what readers were told when it was taken back. Raises Http404 if they never saw it."""
    taken = {line.release: line for line in noun.log(at, address) if line.withdrawal}
    number = address.get("release")
    meant = noun.meant(taken, request, address, exactly=number is not None)
    lines = [taken[one] for one in meant if number in (None, one.number)]
    if not lines:
        raise Http404("Nothing is published at this address.")
    release = lines[0].release
    heading = noun.heading(release, readable=False)
    context = {
        "noun": noun,
        "heading": heading,
        "overline": noun.crumbs(release)[-1],
        "lines": [(line, noun.label(line.release)) for line in lines],
        "log_url": noun.log_url(release),
        "crumbs": [*noun.crumbs(release), (heading, None)],
    }
    return render(request, "editorial/release_withdrawn.html", context, status=404)
