"""Files are known by their contents."""

import contextlib
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules import file_type as rule
from editorial.rules.file_type import DOCX, JPEG, MP4, ODT, PDF, PNG, TEXT, XLSX, BadFile, file_type


def packed(*names: str, first: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, first)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "Draft.PDF", PDF),
        (b"\x89PNG\r\n\x1a\n...", "map.png", PNG),
        (b"\xff\xd8\xff...", "photo.jpeg", JPEG),
        (b"\x00\x00\x00\x18ftypmp42...", "destruction.mp4", MP4),
        ("Statement of Perú".encode(), "statement.txt", TEXT),
        (packed("[Content_Types].xml", "word/document.xml"), "a.docx", DOCX),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", XLSX),
        (packed("mimetype", "content.xml", first=ODT.encode()), "a.odt", ODT),
    ],
)
def test_kept_kinds(content: bytes, name: str, kind: str) -> None:
    assert file_type(content, name) == kind


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.pdf", "empty"),
        (b"<!DOCTYPE html><script>", "a.txt", "not kept"),
        (b"  \n<svg onload=alert(1)>", "a.txt", "not kept"),
        (b"MZ\x90\x00 program", "a.pdf", "not kept"),
        (b"%PDF-1.7", "a.html", "The contents are PDF"),
        (b"hello", "a.exe", "ends in “.exe”"),
        (b"hello", "noending", "ends in “nothing”"),
        (packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx", "macros"),
        (b"\x00\x00\x00\x18ftypM4A ...", "sound.mp4", "not kept"),
        (b"\x00\x00\x00\x18ftypisom...", "a.pdf", "The contents are a video"),
        (packed("readme.txt"), "a.docx", "Archives are not kept"),
        (b"PK\x03\x04 broken", "a.docx", "damaged"),
    ],
)
def test_refusals_say_why_and_what_to_do(content: bytes, name: str, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        file_type(content, name)


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "LARGEST", 10)
    with pytest.raises(BadFile, match="at most"):
        file_type(b"%PDF-1.7 and more", "a.pdf")


def test_a_file_packed_like_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "_MOST", replace(rule._MOST, unpacked=1024**2))
    with pytest.raises(BadFile, match=r"unpacks to 2 MB; at most 1 MB are read\. Save it anew"):
        file_type(packed("[Content_Types].xml", "word/document.xml", first=b"0" * 1_100_000), "a.docx")


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_bytes_are_looked_at(content: bytes, name: str) -> None:
    for beginning in (b"", b"PK\x03\x04", b"%PDF-"):
        with contextlib.suppress(BadFile):
            assert file_type(beginning + content, name) in rule.ENDINGS
