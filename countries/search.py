"""States, their profiles and treaties in the site search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils import timezone

from countries.models import (
    Country,
    CountryName,
    CountryProfile,
    Medium,
    NameInLanguage,
    NationalLaw,
    ProfileRelease,
    StateEvent,
    Treaty,
    TreatyAlias,
)
from editorial.queries import release_spans, with_standing_releases
from editorial.search import ALWAYS, Searchable, SearchDocument, joined, plain_text


def country_documents(country: Country) -> Iterable[SearchDocument]:
    """A state by all the names it has or had."""
    also = (one.name for one in country.names.all())
    names = dict.fromkeys((*also, *(one.name for one in country.names_in_languages.all())))
    told = [
        *_in_order_of_time(country),
        *(f"{one.get_kind_display()}: {one.words}" for one in country.media.all()),
    ]
    place = country.intermediate_region or country.subregion or country.region
    yield SearchDocument(
        object_id=country.pk,
        url=country.get_absolute_url(),
        title=country.name,
        context=joined(" · ", country.official_name, place),
        body=joined("\n", joined(", ", *names, country.iso3 or ""), *told),
        visible_from=ALWAYS,
        states=(country.key,),
    )


def _in_order_of_time(country: Country) -> list[str]:
    """What happened in a state, or towards it."""
    events = {one.pk: one for of in (country.state_events, country.state_events_towards) for one in of.all()}
    return [
        one.words for one in sorted(events.values(), key=lambda one: (one.date.stored if one.date else "", one.pk))
    ]


def law_documents(country: Country) -> Iterable[SearchDocument]:
    """The laws of a state, its drafts and views on the need of one, in one entry that leads to its page."""
    laws = sorted(country.national_laws.all(), key=lambda law: law.pk)
    if laws:
        kinds = dict.fromkeys(law.get_kind_display() for law in laws)
        words = ((law.name, law.title, law.original_title, law.covers, law.penalty) for law in laws)
        yield SearchDocument(
            object_id=country.pk,
            url=f"{country.get_absolute_url()}#laws",
            title=f"National law of {country.name}",
            context=", ".join(kinds),
            body=joined(
                "\n", *dict.fromkeys(word for of in words for word in of), *(plain_text(law.note) for law in laws)
            ),
            also="legislation, laws, penal, implementation",
            visible_from=ALWAYS,
            states=(country.key,),
        )


def treaty_documents(treaty: Treaty) -> Iterable[SearchDocument]:
    """A treaty by its titles, abbreviations and the other names it goes by."""
    also_called = list(TreatyAlias.objects.filter(treaty=treaty).values_list("name", flat=True))
    adopted = f"Adopted in {treaty.adopted_at}" if treaty.adopted_at else ""
    yield SearchDocument(
        object_id=treaty.pk,
        url=treaty.get_absolute_url(),
        title=treaty.title,
        context=joined(" · ", treaty.short_name, *also_called, adopted),
        body=joined(
            "\n",
            treaty.full_title,
            "States Parties, signatories, entry into force and final clauses on any day.",
            f"Depositary: {treaty.depositary}" if treaty.depositary else "",
            treaty.untc_number,
        ),
        day=treaty.adopted_on,
        visible_from=ALWAYS,
    )


def names_of_states() -> Iterator[tuple[str, ...]]:
    """For each state its name, the part before a bracket, the official name and all further names."""
    further = _by_owner(CountryName.objects.values_list("country", "name"))
    for pk, name, official in Country.objects.values_list("pk", "name", "official_name"):
        yield (name, name.split(" (")[0], official, *further[pk])


def names_of_treaties() -> Iterator[tuple[str, ...]]:
    """For each treaty its titles and the names it goes by."""
    further = _by_owner(TreatyAlias.objects.values_list("treaty", "name"))
    for pk, title, short_name in Treaty.objects.values_list("pk", "title", "short_name"):
        yield (title, short_name, *further[pk])


def _by_owner(names: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for pk, name in names:
        found[pk].append(name)
    return found


def profile_documents(profile: CountryProfile) -> Iterable[SearchDocument]:
    """The releases of an edition that readers see, or will see after an embargo."""
    for release, until in release_spans(profile, timezone.now()):
        yield SearchDocument(
            object_id=release.pk,
            url=profile.get_absolute_url(),
            title=f"{release.title}, {profile.edition}",
            context=f"Edition {profile.edition}, release {release.label}",
            body="\n".join([release.lead, plain_text(release.body_html), plain_text(release.notes_html)]),
            language=profile.language,
            day=release.visible_from.date(),
            visible_from=release.visible_from,
            visible_until=until,
            states=(profile.country.key,),
        )


def _releases(profile: CountryProfile) -> Iterable[int]:
    return ProfileRelease.objects.filter(profile=profile).values_list("pk", flat=True)


def _seen(profile: CountryProfile) -> CountryProfile | None:
    """A draft that was never out has nothing to index."""
    return profile if profile.published_at is not None else None


SEARCHED = (
    Searchable(
        "country",
        "State or area",
        0,
        Country.objects.prefetch_related(
            "names", "names_in_languages", "state_events", "state_events_towards", "media"
        )
        .order_by("pk")
        .all,
        country_documents,
        follows={
            Country: lambda country: country,
            CountryName: lambda name: name.country,
            NameInLanguage: lambda name: name.country,
            Medium: lambda medium: medium.country,
            StateEvent: lambda event: [one for one in (event.country, event.towards) if one is not None],
        },
    ),
    Searchable(
        "law",
        "National law of a state",
        2,
        Country.objects.prefetch_related("national_laws").order_by("pk").all,
        law_documents,
        is_of_parts=True,
        follows={Country: lambda country: country, NationalLaw: lambda law: law.country},
    ),
    Searchable(
        "treaty",
        "Treaty",
        1,
        Treaty.objects.order_by("pk").all,
        treaty_documents,
        follows={Treaty: lambda treaty: treaty, TreatyAlias: lambda alias: alias.treaty},
    ),
    Searchable(
        "profile",
        "Country profile",
        1,
        with_standing_releases(
            CountryProfile.objects.filter(published_at__isnull=False)
            .select_related("country", "theme")
            .order_by("pk")
        ).all,
        profile_documents,
        _releases,
        follows={
            ProfileRelease: lambda release: release.profile,
            CountryProfile: _seen,
            Country: lambda country: country.profiles.filter(published_at__isnull=False),
        },
    ),
)
"""What the site search finds, with the tables whose rows change it."""
