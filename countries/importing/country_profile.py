"""A report as an edition of a country profile: which one is meant, and what stands against writing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from countries.models import Country, CountryName, CountryProfile, ProfileTheme
from countries.queries.access import may_edit_country
from editorial.importing.problems import Problem, Severity, UnusableInput, did_you_mean, unknown
from editorial.importing.readers.archive_page import read_archive_page
from editorial.importing.readers.own_markdown import read_own_markdown
from editorial.importing.reading import TextFile
from editorial.importing.same_source import normal
from editorial.importing.text_as_read import TextAsRead
from editorial.importing.text_import import Destination, in_the_way
from editorial.models import User
from editorial.rules.folding import folded
from editorial.rules.partial_date import BadDate, PartialDate

PATH_SIGN = " > "
# Rights that whoever imports a report needs.
NEEDED = ("countries.add_countryprofile", "editorial.add_source")


@dataclass(frozen=True)
class EditionDestination(Destination[CountryProfile]):
    """Which edition a report becomes."""

    country: Country
    theme: ProfileTheme
    edition: int
    language: str = "en"

    def read(self, file: TextFile) -> TextAsRead:
        """What the Monitor exported is read to the letter, anything else as a page of the archive."""
        return read_own_markdown(file) or read_archive_page(file, state=self.country.name)

    def facts(self, text: TextAsRead) -> tuple[tuple[str, str], ...]:
        around = text.around
        year = str(around.edition_year or "")
        return (
            ("Title", around.title),
            ("Breadcrumb", PATH_SIGN.join(around.breadcrumb)),
            ("Edition named", around.edition if year in around.edition else f"{around.edition} ({year})".strip()),
            ("Address", around.address),
        )

    def problems(self, text: TextAsRead) -> Iterator[Problem]:
        file, title, year = text.file.name, text.title, text.around.edition_year
        if title and not _is_about(title, self.country):
            yield self._about_another(title, file)
        if year and year != self.edition:
            yield _differs("edition", f"The file names the edition {year}, not {self.edition}.", year, file)
        for what, wanted in (("theme", self.theme.slug), ("language", self.language)):
            if (said := text.facts.get(what, wanted)) != wanted:
                yield _differs(what, f"The head of the file names the {what} {said}, not {wanted}.", said, file)
        if said := str(text.facts.get("covers_until") or ""):
            yield from self._covers_until(said, file)

    def already_there(self, text: TextAsRead) -> Iterator[Problem]:
        file, sha256 = text.file.name, text.file.sha256
        mine = {"country": self.country, "theme": self.theme, "edition": self.edition, "language": self.language}
        if found := CountryProfile.objects.filter(**mine).first():
            message = f"The edition exists already: {found} ("
            remedy = "Give another edition or language, or edit the one that exists."
            yield in_the_way("edition-exists", message, found, found.imported_sha256, remedy, file)
        elif (
            same := CountryProfile.objects.filter(imported_sha256=sha256)
            .select_related("country", "theme")
            .first()
        ):
            message = f"This very file was imported before, as {same}."
            remedy = "Check that it belongs to both editions."
            yield Problem("imported-before", message, remedy, Severity.CHECK, file)

    def not_theirs(self, by: User) -> str:
        if may_edit_country(by, self.country):
            return ""
        return f"{self.country} is not among the countries assigned to {by}."

    def draft(self, text: TextAsRead, markdown: str) -> CountryProfile:
        return CountryProfile(
            country=self.country,
            theme=self.theme,
            edition=self.edition,
            language=self.language,
            lead=str(text.facts.get("lead") or ""),
            covers_until=str(text.facts.get("covers_until") or "") or None,
            text=markdown,
            imported_from=_origin(text),
            imported_breadcrumb=PATH_SIGN.join(_path(text, self.country)),
            imported_sha256=text.file.sha256,
        )

    def _about_another(self, title: str, file: str) -> Problem:
        other = _country_named(title)
        about = f"{other}, not {self.country}" if other else f"no name of {self.country}"
        remedy = (
            f"Give {other.key} as the country, or correct the title."
            if other
            else f"If the file has no title, write “{self.country}” above its text; else check that it is the right file."
        )
        message = f"The title does not name the country: “{title}” is {about}."
        return Problem("country-differs", message, remedy, file=file, field="country")

    def _covers_until(self, said: str, file: str) -> Iterator[Problem]:
        try:
            CountryProfile(edition=self.edition, covers_until=PartialDate.parse(said)).clean()
        except (BadDate, ValidationError) as problem:
            words = " ".join(problem.messages) if isinstance(problem, ValidationError) else str(problem)
            message = f"The head of the file names {said} as the end of what the edition covers. {words}"
            remedy = "Correct the date in the head of the file, or leave it out."
            yield Problem("covers-until", message, remedy, file=file, field="covers_until")


def edition_meant(*, country: str, theme: str, edition: int | str, language: str = "en") -> EditionDestination:
    """The edition meant by codes that a person typed: iso3 (or slug), slug of the theme, year, language.

    Raises UnusableInput naming every one that is unknown, and the nearest that are known.
    """
    problems: list[Problem] = []
    found = Country.objects.filter(iso3=country.upper()).first() or Country.objects.filter(slug=country).first()
    if found is None:
        remedy = "Give the ISO 3166 alpha-3 code."
        problems.append(unknown("country", country, remedy, hint=_near_countries(country)))
    known_theme = ProfileTheme.objects.filter(slug=theme).first()
    if known_theme is None:
        known = ", ".join(ProfileTheme.objects.values_list("slug", flat=True)) or "none is loaded"
        problems.append(unknown("theme", theme, "Give one of these.", hint=f"Known: {known}."))
    year = _year(edition, problems)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", language):
        problems.append(unknown("language", language, "Give a language code: en, es, fr."))
    if problems or found is None or known_theme is None:
        raise UnusableInput(*problems)
    return EditionDestination(found, known_theme, year, language)


def _year(given: int | str, problems: list[Problem]) -> int:
    try:
        return int(CountryProfile._meta.get_field("edition").clean(given, None))
    except ValidationError as problem:
        message = f"“{given}” is no edition year: {' '.join(problem.messages)}"
        remedy = "Give the year of the edition, for example 2009."
        problems.append(Problem("bad-edition", message, remedy, Severity.UNUSABLE, field="edition"))
        return 0


def _differs(what: str, message: str, said: object, file: str) -> Problem:
    where = "the line that names the edition" if what == "edition" else "the head of the file"
    remedy = f"Give {said} as the {what}, or correct {where}."
    return Problem(f"{what}-differs", message, remedy, file=file, field=what)


# ------------------------------------------------------------------------------------------------ names


def _compared(name: str) -> str:
    """A name for comparing: without accents, case, and what stands in brackets or after a comma."""
    return folded(normal(re.split(r"[(,]", name, maxsplit=1)[0])).strip()


def _is_about(title: str, country: Country) -> bool:
    """Whether a title is a name of the country, or begins with one ("Peru – Cluster Munition Ban Policy")."""
    words = _compared(title)
    names = [country.name, country.official_name, *country.names.values_list("name", flat=True)]
    return any(name and re.match(rf"{re.escape(_compared(name))}(?!\w)", words) for name in names)


def _country_named(title: str) -> Country | None:
    """The country that has this name, now or formerly."""
    words = _compared(title)
    for country in Country.objects.all():
        if words in (_compared(country.name), _compared(country.official_name)):
            return country
    for name in CountryName.objects.select_related("country"):
        if words == _compared(name.name):
            return name.country
    return None


def _near_countries(given: str) -> str:
    if named := _country_named(given):
        return f"Did you mean {named.key} ({named})?"
    known = Country.objects.exclude(iso3=None).values_list("iso3", "name")
    return did_you_mean(given.upper(), {str(code): name for code, name in known})


# ------------------------------------------------------------------------------------------------ provenance


def _origin(text: TextAsRead) -> str:
    """The address of the legacy page, or the name of the file."""
    longest = CountryProfile._meta.get_field("imported_from").max_length or 255
    address = text.around.address
    return address if 0 < len(address) <= longest else text.file.name[:longest]


def _path(text: TextAsRead, country: Country) -> list[str]:
    """The path above the title; and the title itself, where it says more than the country's name."""
    path = list(text.around.breadcrumb)
    if text.title and not text.own_markdown and normal(text.title) != normal(country.name):
        path += [text.title] if text.title not in path else []
    return path
