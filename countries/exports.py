"""A country profile as a file: Markdown with notes, and at its head the facts that the text itself does not hold."""

from __future__ import annotations

from countries.importing.country_profile import PATH_SIGN
from countries.models import CountryProfile
from editorial.importing import front_matter
from editorial.importing.source_library import source_facts
from editorial.models import Source
from editorial.texts import cited_keys


def profile_as_markdown(profile: CountryProfile) -> str:
    """The working copy of an edition, whole: ``import_profile`` reads it back without loss.

    The head tells what it is an edition of, where it was imported from, and every source that the text cites.
    """
    text = profile.text.replace("\r\n", "\n").strip("\n")
    path = profile.imported_breadcrumb
    facts: dict[str, object] = {
        "title": profile.country.name,
        "country": profile.country.key,
        "theme": profile.theme.slug,
        "edition": profile.edition,
        "language": profile.language,
        "covers_until": profile.covers_until.iso if profile.covers_until else "",
        "lead": profile.lead.replace("\r\n", "\n"),
        "imported_from": profile.imported_from,
        "breadcrumb": path.split(PATH_SIGN) if path else [],
        "sources": [
            source_facts(source) for source in Source.objects.filter(key__in=cited_keys(text)).order_by("key")
        ],
    }
    head = front_matter.write({name: value for name, value in facts.items() if value})
    return f"{head}\n{text}\n"


def profile_file_name(profile: CountryProfile) -> str:
    """peru_cluster-munition-ban-policy_2009_en.md"""
    return f"{profile.country.slug}_{profile.theme.slug}_{profile.edition}_{profile.language}.md"
