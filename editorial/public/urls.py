"""All public addresses of the releases of one noun."""

from __future__ import annotations

from functools import partial

from django.urls import URLPattern, path

from editorial.resting import reads, rests_on

from .comparison import comparison_page
from .feed import CorrectionsFeed
from .files import FILES, release_file
from .noun import PublicNoun, R, View
from .pages import log_page, release_page


def newest_page(noun: PublicNoun[R]) -> View:
    """The view of addresses of a noun's own that follow the newest release of what they name."""
    return resting(noun, partial(release_page, noun))


def resting(noun: PublicNoun[R], view: View, *words: str) -> View:
    """With what its pages rest on, and the words that they read beside those of all its pages."""
    return noun.leads_on(reads(*noun.reads, *words)(rests_on(**noun.rests_on)(view)))


def public_urls(noun: PublicNoun[R]) -> list[URLPattern]:
    """Newest release, each release, files of both, log, comparison, feed. Their names begin with the noun's."""
    one = noun.record + "r<int:release>/"

    def at(address: str, view: View, *name: str, words: tuple[str, ...] = ()) -> URLPattern:
        return path(address, resting(noun, view, *words), name="_".join([noun.name, *name]))

    return [
        path(noun.feed, reads()(CorrectionsFeed(noun)), name=f"{noun.name}_feed"),
        at(noun.shelf + "history/", partial(log_page, noun), "history"),
        at(noun.shelf + "compare/", partial(comparison_page, noun), "compare", words=("from", "to", "view")),
        at(noun.record, partial(release_page, noun)),
        at(one, partial(release_page, noun), "release"),
        *(at(noun.record + file.address, partial(release_file, noun, kind), kind) for kind, file in FILES.items()),
        *(
            at(one + file.address, partial(release_file, noun, kind), "release", kind)
            for kind, file in FILES.items()
        ),
    ]
