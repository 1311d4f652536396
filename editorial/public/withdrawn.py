"""What stands for ever at the addresses of releases that were taken back: a tombstone, never the text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Generic

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from editorial.models import Release
from editorial.queries import Withdrawal

from .log import LogEntry, corrections
from .noun import Address, PublicNoun, R, noun_of


@dataclass(frozen=True)
class Tombstone(Generic[R]):
    """A release that readers saw and that was withdrawn: what it was, until when, why, and where to look instead.

    Its title stands here and nowhere else: whoever cited it can see that it is the one. Lists, logs, feeds and
    addresses name it by its number.
    """

    noun: PublicNoun[R]
    release: R
    withdrawal: Withdrawal
    successor: R | None

    @property
    def title(self) -> str:
        return self.release.title

    @property
    def label(self) -> str:
        return self.noun.label(self.release)

    @property
    def public_reason(self) -> str:
        return self.withdrawal.public_reason

    @property
    def withdrawn_at(self) -> datetime:
        return self.withdrawal.at

    @property
    def log_url(self) -> str:
        """Its line in the log of corrections."""
        return self.noun.log_url(self.release)

    @property
    def successor_label(self) -> str:
        return self.noun.label(self.successor) if self.successor else ""

    @property
    def successor_url(self) -> str:
        return str(self.successor.get_absolute_url()) if self.successor else ""


def tombstones(model: type[Release], at: datetime, record: int, numbers: Collection[int] = ()) -> list[Tombstone]:
    """Those of one record at that moment, newest first; of these releases alone, where their numbers are given."""
    noun = noun_of(model)
    lines = corrections(model, at, {model.RECORD: record}, noun.related)
    return _stones(noun, at, [line for line in lines if not numbers or line.release.number in numbers])


def withdrawn_page(noun: PublicNoun[R], request: HttpRequest, at: datetime, address: Address) -> HttpResponse:
    """Where nothing can be read: the tombstones of what readers saw there, with 410. Raises Http404 if that is nothing.

    Caches keep no copy without asking: a record that was withdrawn may be published again at the same address.
    """
    taken = {line.release: line for line in noun.log(at, address) if line.withdrawal}
    number = address.get("release")
    meant = noun.meant(taken, request, address, exactly=number is not None)
    stones = _stones(noun, at, [taken[one] for one in meant if number in (None, one.number)])
    if not stones:
        raise Http404("Nothing is published at this address.")
    newest = stones[0]
    crumb = noun.heading(newest.release, readable=False)
    context = {
        "noun": noun,
        "heading": newest.title,
        "overline": noun.crumbs(newest.release)[-1],
        "stones": stones,
        "newest": newest,
        "crumbs": [*noun.crumbs(newest.release), (crumb, None)],
    }
    answer = render(request, "editorial/release_withdrawn.html", context, status=HTTPStatus.GONE)
    answer["Cache-Control"] = "no-cache"
    return answer


def were_withdrawn(noun: PublicNoun[R], at: datetime, address: Address, names: Collection[str]) -> bool:
    """One of these names on a shelf is that of a release which readers saw and which was withdrawn."""
    return any(line.withdrawal and noun.name_of(line.release) in names for line in noun.log(at, address))


def _stones(noun: PublicNoun[R], at: datetime, lines: Collection[LogEntry[R]]) -> list[Tombstone[R]]:
    """Of lines that all stand on one shelf."""
    taken = [(line.release, line.withdrawal) for line in lines if line.withdrawal]
    if not taken:
        return []
    readable = noun.readable(at, noun.shelf_of(taken[0][0]))
    return [Tombstone(noun, one, withdrawal, noun.successor(one, readable)) for one, withdrawal in taken]
