"""Takes a report into the database: checks it against what is there, then writes a draft edition with its sources."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, CountryName, CountryProfile, ProfileTheme
from countries.queries.access import may_edit_country
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import NotWritten, Problem, Severity, UnusableInput, blocking
from editorial.importing.reading import MAX_BYTES
from editorial.importing.reconciliation import Reconciliation
from editorial.importing.same_source import normal
from editorial.importing.source_library import LibraryMatch, match_library, sources_of_facts
from editorial.models import Source, User, recording
from editorial.queries import unknown_keys
from editorial.rules.partial_date import BadDate, PartialDate
from editorial.texts import cited_keys

from .parsed_profile import ParsedProfile
from .text_reader import read_profile

PATH_SIGN = " > "


@dataclass(frozen=True)
class Destination:
    """Which edition a report becomes."""

    country: Country
    theme: ProfileTheme
    edition: int
    language: str = "en"

    def existing(self) -> CountryProfile | None:
        """The edition that stands there already."""
        return CountryProfile.objects.filter(
            country=self.country, theme=self.theme, edition=self.edition, language=self.language
        ).first()


@dataclass(frozen=True)
class PreparedImport:
    """A report that was read, its sources looked up, and everything said that speaks against writing it."""

    parsed: ParsedProfile
    destination: Destination
    library: LibraryMatch
    new_sources: tuple[Source, ...]  # unsaved
    problems: tuple[Problem, ...]

    @property
    def can_be_written(self) -> bool:
        return not blocking(self.problems)

    @property
    def report(self) -> Reconciliation:
        return self.parsed.reconciliation(self.problems, self.library.reused)

    @property
    def text(self) -> str:
        """The researched text of the draft."""
        return self.parsed.text(self.library.lines)


@dataclass(frozen=True)
class ImportedProfile:
    """What an import wrote."""

    profile: CountryProfile
    created: tuple[Source, ...]
    reused: tuple[Source, ...]


def destination(*, country: str, theme: str, edition: int | str, language: str = "en") -> Destination:
    """The edition meant by codes that a person typed: iso3 (or slug), slug of the theme, year, language.

    Raises UnusableInput naming every one that is unknown, and the nearest that are known.
    """
    problems: list[Problem] = []
    found = Country.objects.filter(iso3=country.upper()).first() or Country.objects.filter(slug=country).first()
    if found is None:
        problems.append(_unknown("country", country, _near_countries(country), "Give the ISO 3166 alpha-3 code."))
    known_theme = ProfileTheme.objects.filter(slug=theme).first()
    if known_theme is None:
        known = ", ".join(ProfileTheme.objects.values_list("slug", flat=True)) or "none is loaded"
        problems.append(_unknown("theme", theme, f"Known: {known}.", "Give one of these."))
    year = _edition(edition, problems)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", language):
        problems.append(_unknown("language", language, "", "Give a language code: en, es, fr."))
    if problems or found is None or known_theme is None:
        raise UnusableInput(*problems)
    return Destination(found, known_theme, year, language)


def prepare_import(
    source: Path | str | bytes,
    to: Destination,
    *,
    name: str = "",
    allow_missing_notes: bool = False,
    max_bytes: int = MAX_BYTES,
) -> PreparedImport:
    """Read a report and compare it with the database. Writes nothing. Raises UnusableInput."""
    parsed = read_profile(source, name=name, state=to.country.name, max_bytes=max_bytes)
    library = match_library(parsed.proposals.sources)
    brought, problems = sources_of_facts(parsed.facts.get("sources"), parsed.file)
    problems = [*parsed.problems, *problems, *_disagreements(parsed, to), *_unknown_sources(parsed, brought)]
    if allow_missing_notes:
        problems = [p.as_check() if p.code in MISSING_NOTES else p for p in problems]
    return PreparedImport(parsed, to, library, (*library.new.values(), *brought), tuple(problems))


def refusals(prepared: PreparedImport, by: User) -> list[Problem]:
    """Everything that stands against this person's writing it: what blocks, and a country that is not theirs."""
    found = blocking(prepared.problems)
    country = prepared.destination.country
    if not may_edit_country(by, country):
        found.append(
            Problem(
                "not-assigned",
                f"{country} is not among the countries assigned to {by}.",
                "Ask an administrator to assign it, or a colleague to import the file.",
                file=prepared.parsed.file,
                field="country",
            )
        )
    return found


def write_import(
    prepared: PreparedImport, *, by: User, reason: str = "", progress: Callable[[Any], Any] = iter
) -> ImportedProfile:
    """Write the draft and the sources that the library lacks, as one change by one person.

    ``progress`` may wrap the list of sources (a progress bar). Raises NotWritten for what ``refusals`` names, or
    where somebody else wrote the same edition or source key meanwhile.
    """
    if problems := refusals(prepared, by):
        raise NotWritten(*problems)
    parsed, to = prepared.parsed, prepared.destination
    try:
        with transaction.atomic(), recording(by=by, reason=reason or f"Imported from {parsed.file}"):
            for source in progress(prepared.new_sources):
                source.save()
            profile = CountryProfile(
                country=to.country,
                theme=to.theme,
                edition=to.edition,
                language=to.language,
                lead=str(parsed.facts.get("lead") or ""),
                covers_until=str(parsed.facts.get("covers_until") or "") or None,
                text=prepared.text,
                imported_from=_origin(parsed),
                imported_breadcrumb=_path(parsed, to.country),
                imported_sha256=parsed.sha256,
            )
            profile.full_clean()
            profile.save()
    except (IntegrityError, ValidationError):
        raise NotWritten(
            *([_exists(found, parsed.file)] if (found := to.existing()) else [_overtaken(parsed)])
        ) from None
    return ImportedProfile(profile, prepared.new_sources, tuple(prepared.library.known.values()))


# ------------------------------------------------------------------------------------------------ checks


def _disagreements(parsed: ParsedProfile, to: Destination) -> Iterator[Problem]:
    """What the file says of itself against what it is imported as, and what stands in its place already."""
    file = parsed.file
    if found := to.existing():
        yield _exists(found, file)
    if parsed.title and not _is_about(parsed.country_name, to.country):
        other = _country_named(parsed.country_name)
        about = (
            f"“{parsed.title}” is {other}, not {to.country}."
            if other
            else f"“{parsed.title}” is no name of {to.country}."
        )
        yield Problem(
            "country-differs",
            f"The title does not name the country: {about}",
            f"Give {other.key} as the country, or correct the title."
            if other
            else f"If the file has no title, write “{to.country}” above its text; else check that it is the right file.",
            file=file,
            field="country",
        )
    year = parsed.provenance.edition_year
    if year and year != to.edition:
        yield Problem(
            "edition-differs",
            f"The file names the edition {year}, not {to.edition}.",
            f"Give {year} as the edition, or correct the line that names the edition.",
            file=file,
            field="edition",
        )
    for what, wanted in (("theme", to.theme.slug), ("language", to.language)):
        if (said := parsed.facts.get(what, wanted)) != wanted:
            yield Problem(
                f"{what}-differs",
                f"The head of the file names the {what} {said}, not {wanted}.",
                f"Give {said} as the {what}, or correct the head of the file.",
                file=file,
                field=what,
            )
    if said := str(parsed.facts.get("covers_until") or ""):
        try:
            CountryProfile(edition=to.edition, covers_until=PartialDate.parse(said)).clean()
        except (BadDate, ValidationError) as problem:
            words = " ".join(problem.messages) if isinstance(problem, ValidationError) else str(problem)
            yield Problem(
                "covers-until",
                f"The head of the file names {said} as the end of what the edition covers. {words}",
                "Correct the date in the head of the file, or leave it out.",
                file=file,
                field="covers_until",
            )
    same = CountryProfile.objects.filter(imported_sha256=parsed.sha256).select_related("country", "theme").first()
    if same and not found:
        yield Problem(
            "imported-before",
            f"This very file was imported before, as {same}.",
            "Check that it belongs to both editions.",
            Severity.CHECK,
            file,
        )


def _unknown_sources(parsed: ParsedProfile, brought: list[Source]) -> Iterator[Problem]:
    """Sources that a Markdown file cites, and that neither the library nor the file itself has."""
    if not parsed.own_markdown:
        return
    for key in sorted(unknown_keys(cited_keys(parsed.own_markdown)) - {source.key for source in brought}):
        yield Problem(
            "unknown-source",
            f"The text cites the source {key}, which the library does not have.",
            "Add the source to the library first, or correct the key.",
            file=parsed.file,
            line=parsed.text_line + parsed.own_markdown.partition(f"@{key}")[0].count("\n"),
            value=f"[@{key}]",
        )


def _exists(found: CountryProfile, file: str) -> Problem:
    undo = " An import that nobody has changed can be undone first." if found.imported_sha256 else ""
    return Problem(
        "edition-exists",
        f"The edition exists already: {found} ({found.get_status_display().lower()}).",
        f"Give another edition or language, or edit the one that exists.{undo}",
        file=file,
        field="edition",
    )


def _overtaken(parsed: ParsedProfile) -> Problem:
    return Problem(
        "overtaken",
        "Somebody changed the source library while this was being imported.",
        "Import the file again.",
        file=parsed.file,
    )


def _unknown(what: str, value: str, hint: str, remedy: str) -> Problem:
    message = f"There is no {what} “{value}”."
    return Problem(f"unknown-{what}", f"{message} {hint}".strip(), remedy, Severity.UNUSABLE, field=f"--{what}")


def _edition(given: int | str, problems: list[Problem]) -> int:
    field = CountryProfile._meta.get_field("edition")
    try:
        return int(field.clean(given, None))
    except ValidationError as problem:
        words = " ".join(problem.messages)
        problems.append(
            Problem(
                "bad-edition",
                f"“{given}” is no edition year: {words}",
                "Give the year of the edition, for example 2009.",
                Severity.UNUSABLE,
                field="--edition",
            )
        )
        return 0


# ------------------------------------------------------------------------------------------------ names


def _folded(name: str) -> str:
    """A name for comparing: without accents, case, and what stands in brackets or after a comma."""
    short = re.split(r"[(,]", name, maxsplit=1)[0]
    flat = unicodedata.normalize("NFKD", normal(short))
    return "".join(c for c in flat if not unicodedata.combining(c)).strip()


def _is_about(title: str, country: Country) -> bool:
    """Whether a title is a name of the country, or begins with one ("Peru – Cluster Munition Ban Policy")."""
    words = _folded(title)
    names = [country.name, country.official_name, *country.names.values_list("name", flat=True)]
    return any(name and re.match(rf"{re.escape(_folded(name))}(?!\w)", words) for name in names)


def _country_named(title: str) -> Country | None:
    """The country that has this name, now or formerly."""
    words = _folded(title)
    for country in Country.objects.all():
        if words in (_folded(country.name), _folded(country.official_name)):
            return country
    for name in CountryName.objects.select_related("country"):
        if words == _folded(name.name):
            return name.country
    return None


def _near_countries(given: str) -> str:
    if named := _country_named(given):
        return f"Did you mean {named.key} ({named})?"
    known = {str(key): name for key, name in Country.objects.exclude(iso3=None).values_list("iso3", "name")}
    near = difflib.get_close_matches(given.upper(), known, 3, 0.6)
    return f"Did you mean {', '.join(f'{key} ({known[key]})' for key in near)}?" if near else ""


# ------------------------------------------------------------------------------------------------ provenance


def _origin(parsed: ParsedProfile) -> str:
    """The address of the legacy page, or the name of the file."""
    longest = CountryProfile._meta.get_field("imported_from").max_length or 255
    address = parsed.provenance.url
    return address if 0 < len(address) <= longest else parsed.file[:longest]


def _path(parsed: ParsedProfile, country: Country) -> str:
    """The path above the title; and the title itself, where it says more than the country's name."""
    path = list(parsed.provenance.breadcrumb)
    if parsed.title and not parsed.own_markdown and normal(parsed.title) != normal(country.name):
        path += [parsed.title] if parsed.title not in path else []
    return PATH_SIGN.join(path)
