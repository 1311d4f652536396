import pytest
from hypothesis import HealthCheck, given, settings

from countries.exports import profile_as_markdown, profile_file_name
from countries.importing.country_profile import EditionDestination
from countries.models import CountryProfile
from editorial.actions.text_import import undo_import
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import UnusableInput, blocking
from editorial.importing.text_import import prepare_import, write_import
from editorial.models import Source, recording
from tests.countries.importing import samples
from tests.countries.importing.samples import REPORT
from tests.documents import REPORT_ON_PERU
from tests.editorial.importing.readers.test_archive_page import any_report

pytestmark = pytest.mark.django_db


def brought_in(file, to, by):
    return write_import(prepare_import(file, to, allowed=MISSING_NOTES), by=by).record


def state_of(profile):
    """Everything that an import brings: the edition, and the whole source library."""
    kept = {
        field.name: field.value_from_object(profile)
        for field in CountryProfile._meta.concrete_fields
        if field.name not in ("id", "public_id", "imported_sha256")
    }
    return kept, sorted(
        Source.objects.values_list(
            *(f.name for f in Source._meta.concrete_fields if f.name not in ("id", "public_id"))
        )
    )


def there_and_back(file, to, by):
    """Import, export, undo, import the export: the exported text and the state, both times."""
    first = brought_in(file, to, by)
    text, state = profile_as_markdown(first), state_of(first)
    undo_import(record=first, by=by, reason="To compare")
    assert not Source.objects.exists()
    second = brought_in(text.encode(), to, by)
    return (text, state), (profile_as_markdown(second), state_of(second))


@pytest.mark.parametrize("file", [REPORT, samples.WITHOUT_NOTES])
def test_import_export_import_loses_nothing(file, to_2009, person):
    first, second = there_and_back(file.encode(), to_2009, person("ana"))
    assert first == second


@pytest.mark.parametrize("report", REPORT_ON_PERU.both())
def test_the_2009_report_on_peru_loses_nothing(report, peru, ban_policy, person):
    first, second = there_and_back(report, EditionDestination(peru, ban_policy, 2009), person("ana"))
    assert first == second
    assert first[0].count("\n- {") == 17


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_report)
def test_no_report_loses_anything(to_2009, person, text):
    try:
        prepared = prepare_import(text.encode(), to_2009, allowed=MISSING_NOTES)
    except UnusableInput:
        return
    if not {p.code for p in blocking(prepared.problems)} <= {"country-differs", "edition-differs"}:
        return
    profile = CountryProfile(country=to_2009.country, theme=to_2009.theme, edition=2009, text=prepared.text)
    again = prepare_import(profile_as_markdown(profile).encode(), to_2009, allowed=MISSING_NOTES)
    assert again.text == prepared.text


def test_sources_that_the_library_has_are_reused(to_2009, examplia, ban_policy, person):
    profile = brought_in(REPORT.encode(), to_2009, person("ana"))
    text = profile_as_markdown(profile).replace("edition: 2009", "edition: 2010")
    again = prepare_import(text.encode(), EditionDestination(examplia, ban_policy, 2010))
    assert again.problems == ()
    assert again.new_sources == ()


def test_the_head_tells_what_the_text_does_not(to_2009, person):
    text = profile_as_markdown(brought_in(REPORT.encode(), to_2009, person("ana")))
    head = text.split("\n---\n")[0].split("\n")
    assert head[:6] == [
        "---",
        'title: "Examplia"',
        'country: "XEX"',
        'theme: "cluster-munition-ban-policy"',
        "edition: 2009",
        'language: "en"',
    ]
    assert 'breadcrumb: ["Landmine Monitor", "Table of Contents", "Country Reports", "Examplia"]' in head


def test_line_ends_of_a_browser_form_are_made_plain(draft):
    draft.text = "One.\r\n\r\nTwo.\r\n"
    draft.lead = "A\r\nB"
    assert profile_as_markdown(draft).endswith("\n\nOne.\n\nTwo.\n")
    assert '"A\\nB"' in profile_as_markdown(draft)


def test_a_source_that_nobody_has_is_named_with_its_line(to_2009):
    [problem] = prepare_import(b'---\ntitle: "Examplia"\n---\n\nIt signed\n[@nobody].\n', to_2009).problems
    assert (problem.code, problem.line, problem.value) == ("unknown-source", 6, "[@nobody]")


@pytest.mark.parametrize(
    ("line", "code"), [('theme: "x"', "theme-differs"), ('language: "es"', "language-differs")]
)
def test_a_head_that_names_something_else(line, code, to_2009):
    [problem] = prepare_import(f'---\ntitle: "Examplia"\n{line}\n---\nIt signed.'.encode(), to_2009).problems
    assert problem.code == code


def test_the_file_is_named_after_its_edition(draft):
    with recording(by=None, reason="Made for a test"):
        assert profile_file_name(draft) == "peru_cluster-munition-ban-policy_2009_en.md"


def test_the_day_that_an_edition_covers_goes_with_its_file(to_2009, person):
    first = brought_in(REPORT.encode(), to_2009, person("ana"))
    with recording(by=person("ana"), reason="The newest day it speaks of"):
        first.covers_until = "2009-03-18"
        first.save()
        text = profile_as_markdown(CountryProfile.objects.get(pk=first.pk))
        first.delete()
    second = brought_in(text.encode(), to_2009, person("ana"))
    assert str(second.covers_until) == "18 March 2009"
    undo_import(record=second, by=person("ana"), reason="To compare")
    late = text.replace("2009-03-18", "2011-03-18")
    (problem,) = blocking(prepare_import(late.encode(), to_2009).problems)
    assert "18 March 2011 lies after the year of the edition, 2009." in problem.message
