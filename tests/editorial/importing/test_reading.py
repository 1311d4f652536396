import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.importing.problems import Problem, UnusableInput
from editorial.importing.reading import MAX_BYTES, read_text
from editorial.texts.bounds import LONGEST_TEXT, MOST_LINES


def refused(source, **kwargs):
    with pytest.raises(UnusableInput) as caught:
        read_text(source, **kwargs)
    return caught.value.problems[0]


class TestGoodText:
    def test_all_line_ends_and_the_byte_order_mark(self, tmp_path):
        path = tmp_path / "peru.txt"
        path.write_bytes(b"\xef\xbb\xbfPer\xc3\xba\r\ntwo\rthree\n")
        file = read_text(path)
        assert file.name == "peru.txt"
        assert file.lines == ("Perú", "two", "three", "")
        assert file.size == path.stat().st_size
        assert file.problems == ()

    def test_the_fingerprint_is_that_of_the_bytes(self):
        assert read_text(b"abc\n").sha256 == "edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb"

    def test_form_feeds_and_tabs_are_no_control_characters(self):
        assert read_text(b"a\tb\fc").lines == ("a\tb\fc",)


class TestWhatIsNoFile:
    def test_missing(self, tmp_path):
        problem = refused(tmp_path / "none.txt")
        assert problem.code == "not-found"
        assert "none.txt" in problem.file

    def test_folder(self, tmp_path):
        assert "a folder" in refused(tmp_path).message

    def test_a_pipe_does_not_make_it_wait(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        assert refused(tmp_path / "pipe").code == "not-a-file"

    def test_a_path_with_a_zero_byte(self):
        assert refused("a\x00b").code == "not-readable"


class TestWhatIsNoText:
    @pytest.mark.parametrize("data", [b"", b"\n \n\t", "\u00a0\n".encode(), b"\xef\xbb\xbf"])
    def test_empty(self, data):
        assert refused(data, name="empty.txt").code == "empty"

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"%PDF-1.7\nPeru", "PDF"),
            (b"PK\x03\x04....", "Word"),
            (b"\xd0\xcf\x11\xe0....", "old Word"),
            (b"{\\rtf1 Peru}", "rich text"),
            (b"\x89PNG\r\n\x1a\n", "picture"),
            (b"\x1f\x8b\x08", "compressed"),
        ],
    )
    def test_other_kinds_of_file_are_named(self, data, words):
        problem = refused(data)
        assert problem.code == "binary"
        assert words in problem.message
        assert problem.remedy

    def test_zero_bytes_name_their_line(self):
        problem = refused(b"one\r\ntwo\nth\x00ree")
        assert (problem.code, problem.line) == ("binary", 3)

    def test_control_characters_name_line_and_position(self):
        problem = refused(b"one\ntw\x08o")
        assert (problem.code, problem.line) == ("control-character", 2)
        assert "U+0008" in problem.message
        assert "position 3" in problem.message


class TestEncoding:
    def test_windows_text_names_the_line_and_what_to_do(self):
        problem = refused("Peru\n“Core Group”".encode("cp1252"), name="peru.txt")
        assert (problem.code, problem.file, problem.line) == ("encoding", "peru.txt", 2)
        assert "0x93" in problem.message
        assert problem.remedy.startswith("Open it in an editor as Windows-1252, save it as UTF-8")

    def test_utf_16(self):
        assert refused("Peru".encode("utf-16")).remedy == "Open it in an editor and save it as UTF-8."

    def test_text_cut_within_a_character(self):
        assert refused("Perú".encode()[:-1]).code == "encoding"

    @pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
    def test_text_encoded_twice_is_read_but_blocked(self, encoding):
        twice = "“Páez”".encode().decode(encoding, errors="ignore").encode()
        [problem] = read_text(b"fine\n" + twice).problems
        assert (problem.code, problem.line) == ("encoded-twice", 2)

    def test_good_accents_are_not_taken_for_it(self):
        assert read_text("São Tomé, CÔTE D’IVOIRE, Ångström, «Âge», SÃO".encode()).problems == ()


class TestSize:
    def test_too_large_as_path_and_as_upload(self, tmp_path):
        (tmp_path / "big.txt").write_bytes(b"a" * (MAX_BYTES + 1))
        assert refused(tmp_path / "big.txt").code == "too-large"
        assert refused(b"a" * (MAX_BYTES + 1)).code == "too-large"

    def test_what_no_draft_could_hold_is_not_taken_apart(self):
        assert read_text("ü".encode() * LONGEST_TEXT).size == 2 * LONGEST_TEXT
        for text in ("ü" * (LONGEST_TEXT + 1), "a\n" * MOST_LINES, "[" * 100_000):
            problem = refused(text.encode(), name="odd.txt")
            assert (problem.code, problem.file) == ("beyond-bounds", "odd.txt")
        assert "100,000 opening brackets" in problem.message


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_remedy(data):
    problems: tuple[Problem, ...] = ()
    try:
        assert read_text(data).lines
    except UnusableInput as refusal:
        problems = refusal.problems
    assert all(problem.remedy and problem.message and problem.file for problem in problems)
