import pytest

from countries.importing.country_profile import EditionDestination, edition_meant
from countries.models import CountryName, CountryProfile
from editorial.actions.reference import load
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import NotWritten, UnusableInput
from editorial.importing.text_import import prepare_import, write_import
from editorial.models import CitationUse, Source, Status, recording
from editorial.queries import text_problems
from tests.countries.importing import samples
from tests.countries.importing.samples import REPORT, report
from tests.documents import REPORT_ON_PERU

pytestmark = pytest.mark.django_db


def codes(prepared):
    return [problem.code for problem in prepared.problems]


def nothing_was_written():
    return not CountryProfile.objects.exists() and not Source.objects.exists()


class TestWrite:
    @pytest.fixture
    def done(self, to_2009, person):
        prepared = prepare_import(REPORT.encode(), to_2009, name="examplia.txt")
        return write_import(prepared, by=person("researcher"), reason="From the archive")

    def test_the_draft_holds_text_and_provenance(self, done):
        profile = CountryProfile.objects.get()
        assert profile.status == Status.DRAFT
        assert (profile.edition, profile.language, profile.lead) == (2009, "en", "")
        assert profile.text.startswith("Examplia put its name to the convention in Oslo on 3 December 2008.\n\n")
        assert profile.imported_from == "examplia.txt"
        assert profile.imported_breadcrumb == "Landmine Monitor > Table of Contents > Country Reports > Examplia"
        assert len(profile.imported_sha256) == 64
        assert text_problems(profile.text) == ()

    def test_its_sources_are_in_the_library_to_be_checked(self, done):
        assert (len(done.created), len(done.reused)) == (17, 0)
        assert Source.objects.filter(to_be_checked=True).count() == 17
        record = Source.objects.get(key="CCM-CW-SR-92")
        assert (record.kind, record.un_symbol, record.event_date) == ("un_document", "CCM/CW/SR/92", "20 May 2008")

    def test_the_where_used_index_knows_what_notes_share(self, done):
        def used_in(key):
            return list(
                CitationUse.objects.filter(source__key=key).order_by("order").values_list("note", flat=True)
            )

        assert used_in("landmineAction-notes-2007-05-23") == [4, 5]
        assert used_in("cmc-2007-05") == [4, 5]
        assert used_in("wilpf-2007-05") == [4, 5]
        assert used_in("laGaceta-2007-05-29") == [6, 15]
        assert used_in("laGaceta-2007-05-29-2") == [6, 15]

    def test_every_row_has_a_first_version_with_who_and_why(self, done, person):
        versions = [CountryProfile.history.get(), *Source.history.all()]
        assert len(versions) == 18
        assert {version.history_user for version in versions} == {person("researcher")}
        assert {version.history_change_reason for version in versions} == {"From the archive"}
        assert len({version.change_id for version in versions}) == 1

    def test_a_second_edition_reuses_them(self, done, examplia, ban_policy, person):
        prepared = prepare_import(REPORT.encode(), EditionDestination(examplia, ban_policy, 2010))
        assert codes(prepared) == ["imported-before"]
        again = write_import(prepared, by=person("researcher"))
        assert (len(again.created), len(again.reused)) == (0, 17)
        assert again.record.text == done.record.text

    def test_where_the_library_prints_a_source_differently_the_note_keeps_its_words(
        self, done, examplia, ban_policy
    ):
        source = Source.objects.get(key="wilpf-2007-05")
        source.as_printed, source.publisher = "", "WILPF Geneva"
        source.save()
        text = prepare_import(REPORT.encode(), EditionDestination(examplia, ban_policy, 2010)).text
        printed = "WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int"
        assert text.count(f"; and [{printed}](@wilpf-2007-05).") == 2
        assert text.count("[@cmc-2007-05]; and") == 2


class TestRefused:
    def test_an_edition_that_exists(self, to_2009, person):
        write_import(prepare_import(REPORT.encode(), to_2009), by=person("researcher"))
        prepared = prepare_import(samples.TITLED_BY_PATH.replace("2004\n\n", "2009\n\n").encode(), to_2009)
        assert codes(prepared) == ["edition-exists"]
        assert "can be undone first" in prepared.problems[0].remedy
        with pytest.raises(NotWritten):
            write_import(prepared, by=person("researcher"))
        assert Source.objects.count() == 17

    def test_an_edition_written_meanwhile(self, to_2009, person):
        prepared = prepare_import(REPORT.encode(), to_2009)
        with recording(by=None, reason="Meanwhile"):
            CountryProfile.objects.create(country=to_2009.country, theme=to_2009.theme, edition=2009)
        with pytest.raises(NotWritten) as refusal:
            write_import(prepared, by=person("researcher"))
        assert [problem.code for problem in refusal.value.problems] == ["edition-exists"]
        assert not Source.objects.exists()

    def test_a_source_key_taken_meanwhile(self, to_2009, person):
        prepared = prepare_import(REPORT.encode(), to_2009)
        with recording(by=None, reason="Meanwhile"):
            Source.objects.create(key="wilpf-2007-05", title="Another")
        with pytest.raises(NotWritten) as refusal:
            write_import(prepared, by=person("researcher"))
        assert [problem.code for problem in refusal.value.problems] == ["overtaken"]
        assert not CountryProfile.objects.exists()
        assert Source.objects.count() == 1

    @pytest.mark.parametrize(
        ("file", "code"),
        [
            (report("It signed.[1] It left.[2]", "[1] A note."), "missing-note"),
            (report("It signed.[1]", "[1] A note.\n[1] Another."), "doubled-note"),
            (report("It signed.", "[1] A note."), "orphan-note"),
            (report("It signed.[1]", "[1] A “note”.").replace("“".encode(), "â€œ".encode()), "encoded-twice"),
        ],
    )
    def test_a_problem_of_the_file_writes_no_row(self, file, code, to_2009, person):
        prepared = prepare_import(file, to_2009)
        assert codes(prepared) == [code]
        with pytest.raises(NotWritten):
            write_import(prepared, by=person("researcher"))
        assert nothing_was_written()

    def test_missing_notes_may_be_allowed_but_orphans_may_not(self, to_2009):
        missing = report("It signed.[1] It left.[3]", "[1] A note.")
        assert not prepare_import(missing, to_2009).can_be_written
        allowed = prepare_import(missing, to_2009, allowed=MISSING_NOTES)
        assert allowed.can_be_written
        assert codes(allowed) == ["missing-note", "gap-in-numbers"]
        assert "It left.[^?3]" in allowed.text
        assert not prepare_import(report("It signed.", "[1] A."), to_2009, allowed=MISSING_NOTES).can_be_written


class TestIsAboutAnotherCountry:
    def test_one_that_we_know(self, to_2009, peru):
        [problem] = prepare_import(b"PERU\n\nIt signed.", to_2009).problems
        assert problem.code == "country-differs"
        assert "“PERU” is Peru, not Examplia" in problem.message
        assert "Give PER as the country" in problem.remedy

    def test_a_title_that_is_no_country(self, to_2009):
        [problem] = prepare_import(b"Policy and Use\n\nIt signed.", to_2009).problems
        assert problem.code == "country-differs"
        assert "write “Examplia” above its text" in problem.remedy

    @pytest.mark.parametrize(
        "title",
        [
            "EXAMPLIA",
            "Republic of Examplia",
            "Examplia – Ban Policy",
            "Éxamplia",
            "Old Examplia",
            "Examplia (North)",
        ],
    )
    def test_all_names_of_the_country_will_do(self, title, to_2009, examplia):
        with recording(by=None, reason="Made for a test"):
            CountryName.objects.create(country=examplia, name="Old Examplia")
        assert prepare_import(f"{title}\n\nIt signed.".encode(), to_2009).problems == ()

    def test_a_name_that_only_begins_like_it(self, to_2009):
        assert codes(prepare_import(b"Examplialand\n\nIt signed.", to_2009)) == ["country-differs"]

    def test_a_title_in_other_letters_is_kept_in_the_path(self, to_2009, person):
        done = write_import(
            prepare_import(b"EXAMPLIA AND ITS ISLES\n\nIt signed.", to_2009), by=person("researcher")
        )
        assert done.record.imported_breadcrumb == "EXAMPLIA AND ITS ISLES"


def test_another_edition_than_the_file_names(to_2009):
    [problem] = prepare_import(samples.TITLED_BY_PATH.encode(), to_2009).problems
    assert problem.code == "edition-differs"
    assert "Give 2004 as the edition" in problem.remedy


class TestDestination:
    def test_by_code_in_any_case_or_by_slug(self, examplia, ban_policy):
        for country in ("XEX", "xex", "examplia"):
            to = edition_meant(country=country, theme=ban_policy.slug, edition="2009")
            assert (to.country, to.theme, to.edition, to.language) == (examplia, ban_policy, 2009, "en")

    def test_everything_unknown_is_named_at_once(self, examplia, ban_policy):
        with pytest.raises(UnusableInput) as refusal:
            edition_meant(country="XEY", theme="none", edition="09", language="English")
        problems = {problem.code: problem for problem in refusal.value.problems}
        assert list(problems) == ["unknown-country", "unknown-theme", "bad-edition", "unknown-language"]
        assert "Did you mean XEX (Examplia)?" in problems["unknown-country"].message
        assert "cluster-munition-ban-policy" in problems["unknown-theme"].message
        assert problems["bad-edition"].field == "edition"

    def test_a_name_in_place_of_a_code(self, examplia, ban_policy):
        with pytest.raises(UnusableInput, match=r"Did you mean XEX \(Examplia\)"):
            edition_meant(country="Examplia", theme=ban_policy.slug, edition=2009)

    @pytest.mark.parametrize("edition", ["", "x", "1998", "2101", "-1", "20009", "2009.5", "٢٠٠٩x"])
    def test_no_edition_year(self, edition, examplia, ban_policy):
        with pytest.raises(UnusableInput, match="no edition year"):
            edition_meant(country="XEX", theme=ban_policy.slug, edition=edition)


@pytest.mark.parametrize("file", REPORT_ON_PERU.both())
def test_the_2009_report_on_peru_has_fifteen_notes_and_seventeen_sources(file, peru, ban_policy, person):
    done = write_import(prepare_import(file, EditionDestination(peru, ban_policy, 2009)), by=person("researcher"))
    assert len(done.created) == 17
    assert CitationUse.objects.count() == 22
    by_note = {
        n: set(CitationUse.objects.filter(note=n).values_list("source__key", flat=True)) for n in (4, 5, 6, 15)
    }
    assert by_note[4] == by_note[5]
    assert len(by_note[4]) == 3
    assert by_note[6] == by_note[15]
    assert len(by_note[6]) == 2
    assert text_problems(done.record.text) == ()


@pytest.mark.parametrize("file", REPORT_ON_PERU.both())
def test_the_report_of_2009_imported_for_another_edition_brings_no_source_that_the_library_has(
    file, peru, ban_policy, person
):
    assert load("sources").refused == []
    before = Source.objects.count()
    prepared = prepare_import(file, EditionDestination(peru, ban_policy, 2010))
    done = write_import(prepared, by=person("researcher"))
    assert done.created == ()
    assert len(done.reused) == 17
    assert Source.objects.count() == before
