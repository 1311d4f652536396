import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from countries.models import CountryProfile
from editorial.models import Source
from tests.countries.importing import samples
from tests.countries.importing.samples import REPORT
from tests.documents import REPORT_ON_BURUNDI, REPORT_ON_LIECHTENSTEIN, REPORT_ON_SAMOA
from tests.factories.commands import import_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    """Call the command with a file of these contents; returns exit code and output."""

    def run(contents, *options, country="XEX", theme="cluster-munition-ban-policy", edition="2009"):
        meant = ("--country", country, "--theme", theme, "--edition", edition)
        return import_file("import_profile", tmp_path / "examplia.txt", contents, *meant, *options)

    return run


@pytest.fixture
def by(person):
    person("ana", is_superuser=True)
    return ("--write", "--by", "ana")


def rows():
    return CountryProfile.objects.count() + Source.objects.count()


@pytest.mark.usefixtures("examplia", "ban_policy")
class TestDryRun:
    def test_prints_the_reconciliation_and_writes_nothing(self, run):
        code, out = run(REPORT)
        assert code == 0
        assert "15 marks in, 15 notes in, 15 matched; 0 orphans, 0 unmatched marks, 0 doubled" in out
        assert "17 found, cited 22 times: 0 reused, 17 proposed (to be checked)" in out
        assert "notes 4, 5 share 3 sources" in out
        assert "(opening, without heading)" in out
        assert "“About Us” (archive navigation)" in out
        assert out.endswith("Dry run: nothing was written. Add --write --by USER to import.\n")
        assert rows() == 0

    def test_problems_end_with_code_1(self, run):
        code, out = run(samples.WITHOUT_NOTES)
        assert code == 1
        assert "! examplia.txt, line 11: The text has 2 note marks, [1] to [2], but no notes follow it." in out
        assert rows() == 0


@pytest.mark.usefixtures("examplia", "ban_policy")
class TestWrite:
    def test_ends_with_a_line_of_counts(self, run, by):
        code, out = run(REPORT, *by)
        assert code == 0
        assert "Written: draft Examplia: Cluster Munition Ban Policy 2009 (1 profile, 17 sources created" in out
        assert rows() == 18
        version = CountryProfile.history.get()
        assert (version.history_user.username, version.history_change_reason) == (
            "ana",
            "Imported from examplia.txt",
        )

    def test_a_second_time_the_edition_exists(self, run, by):
        run(REPORT, *by)
        code, out = run(REPORT, *by)
        assert code == 1
        assert "The edition exists already: Examplia: Cluster Munition Ban Policy 2009 (draft)" in out
        assert "Nothing was written" in out
        assert rows() == 18

    def test_a_page_without_notes_needs_an_express_word(self, run, by):
        code, _ = run(samples.WITHOUT_NOTES, *by)
        assert (code, rows()) == (1, 0)
        code, out = run(
            samples.WITHOUT_NOTES, *by, "--allow-missing-notes", "--reason", "Only the beginning is left"
        )
        assert code == 1
        assert "Written: draft" in out
        profile = CountryProfile.objects.get()
        assert "Oslo.[^?1]" in profile.text
        assert profile.imported_from.startswith("http://archive.example.org/")
        assert profile.history.get().history_change_reason == "Only the beginning is left"


@pytest.mark.usefixtures("examplia", "ban_policy")
class TestUnusable:
    @pytest.mark.parametrize(
        ("contents", "words"),
        [
            (None, "There is no such file"),
            (b"", "has no text"),
            (b"%PDF-1.4", "PDF"),
            ("Perú “x”".encode("cp1252"), "not encoded as UTF-8"),
            (samples.MENU, "Besides navigation and notes"),
        ],
    )
    def test_files_end_with_code_2_and_name_the_remedy(self, run, by, contents, words):
        code, out = run(contents, *by)
        assert code == 2
        assert words in out
        assert "examplia.txt" in out
        assert "Remedy: " in out
        assert out.endswith("Nothing was written.\n")
        assert rows() == 0

    def test_fifty_megabytes_are_not_read(self, run, by):
        code, out = run(b"x" * (50 * 1024 * 1024), *by)
        assert code == 2
        assert "larger than 1 MB" in out

    def test_unknown_country_theme_and_edition(self, run):
        code, out = run(REPORT, country="XXX", theme="cluster", edition="two")
        assert code == 2
        assert "--country: There is no country “XXX”" in out
        assert "--theme: There is no theme “cluster”. Known: cluster-munition-ban-policy." in out
        assert "--edition: “two” is no edition year" in out

    @pytest.mark.parametrize("name", ["", "nobody", "reader"])
    def test_whoever_may_not_write(self, run, person, name):
        person("reader")
        code, out = run(REPORT, "--write", "--by", name)
        assert code == 2
        assert "--by" in out
        assert rows() == 0

    def test_a_missing_option_is_an_error_of_the_command_line(self):
        with pytest.raises(CommandError, match="--edition"):
            call_command("import_profile", "x.txt", "--country", "PER", "--theme", "x")


@pytest.mark.parametrize(
    ("file", "country", "edition", "code", "allowed"),
    [
        *REPORT_ON_BURUNDI.both("BDI", "2009", 1, 1),
        *REPORT_ON_LIECHTENSTEIN.both("LIE", "1999", 0, 0),
        *REPORT_ON_SAMOA.both("WSM", "2004", 0, 0),
    ],
)
def test_pages_of_the_archive(file, country, edition, code, allowed, run, by, world, ban_policy):
    page = file.read_bytes()
    assert run(page, country=country, edition=edition)[0] == code
    assert run(page, *by, country=country, edition=edition)[0] == code
    assert CountryProfile.objects.exists() == (code == 0)
    if code:
        assert run(page, *by, "--allow-missing-notes", country=country, edition=edition)[0] == allowed
    assert CountryProfile.objects.get().imported_from.startswith("http")
