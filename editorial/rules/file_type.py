"""What a file is, by its contents alone. A name or a browser's word proves nothing."""

from __future__ import annotations

import io
import zipfile

from editorial.rules.packed import MostInside, TooMuchInside

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"
PNG = "image/png"
JPEG = "image/jpeg"
MP4 = "video/mp4"

ENDINGS = {
    PDF: (".pdf",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    PPTX: (".pptx",),
    ODT: (".odt",),
    TEXT: (".txt", ".md"),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    MP4: (".mp4", ".m4v"),
}
LARGEST = 25 * 1024 * 1024
"""Bytes of a file that is kept."""
_MOST = MostInside(parts=5_000, unpacked=300 * 1024**2, times=200, small=20 * 1024**2)
_MOVING = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"avc1", b"mp41", b"mp42", b"M4V ", b"dash"}
"""What the first box of an MP4 says it is; sound alone, pictures and other containers say something else."""
_OFFICE = {"word/": DOCX, "xl/": XLSX, "ppt/": PPTX}


class BadFile(ValueError):
    """A file that is not kept; the message says why and what to do."""


def file_type(content: bytes, name: str) -> str:
    """The media type of a file, from its contents. Raises BadFile for what is empty, too large, of another kind than its
    name says, of a kind that is not kept, with macros, or packed like a bomb."""
    if not content:
        raise BadFile("The file is empty.")
    if len(content) > LARGEST:
        raise BadFile(f"The file has {len(content) / 2**20:.0f} MB; at most {LARGEST // 2**20} MB are kept.")
    found = _kind(content)
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in ENDINGS[found]:
        raise BadFile(
            f"The contents are {_words(found)}, but the name ends in “{ending or 'nothing'}”. "
            f"Rename the file to {' or '.join(ENDINGS[found])} after making sure of what it is."
        )
    return found


def _words(found: str) -> str:
    return {TEXT: "plain text", PNG: "a PNG image", JPEG: "a JPEG image", MP4: "a video"}.get(
        found, ENDINGS[found][0][1:].upper()
    )


def _kind(content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content[4:8] == b"ftyp" and content[8:12] in _MOVING:
        return MP4
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\x00"
    beginning = text[:1000].lstrip("\ufeff \t\r\n").lower()
    if "\x00" in text or beginning.startswith(("<!doctype", "<html", "<svg", "<?xml", "<script", "#!", "%!ps")):
        raise BadFile(
            "This kind of file is not kept. Upload PDF, Word, Excel, PowerPoint, OpenDocument text, plain text in "
            "UTF-8, PNG, JPEG or MP4."
        )
    return TEXT


def _packed(content: bytes) -> str:
    try:
        names = [part.filename for part in _MOST.of(content)]
        if any(name.lower().endswith(("vbaproject.bin", ".exe", ".js")) for name in names):
            raise BadFile("The file carries macros or programs. Save it without them.")
        if names and names[0] == "mimetype":
            with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open(names[0]) as said:
                if said.read(100) == ODT.encode():
                    return ODT
    except TooMuchInside as problem:
        raise BadFile(f"{problem} Save it anew from its program.") from problem
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as problem:
        raise BadFile("The file is damaged: it cannot be opened. Save it anew from its program.") from problem
    if "[Content_Types].xml" in names:
        for folder, kind in _OFFICE.items():
            if any(name.startswith(folder) for name in names):
                return kind
    raise BadFile("Archives are not kept. Upload the documents one by one.")
