"""A packed file is measured by its table of contents; nothing of it is unpacked for that."""

import io
import zipfile

import pytest

from editorial.rules.packed import MB, MostInside, TooMuchInside

MOST = MostInside(parts=3, unpacked=4 * MB, times=100)


def packed(*parts: bytes, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for number, part in enumerate(parts):
            archive.writestr(f"part{number}.xml", part)
    return file.getvalue()


def test_the_parts_of_an_ordinary_file() -> None:
    assert [part.filename for part in MOST.of(packed(b"a", b"b", b"c"))] == ["part0.xml", "part1.xml", "part2.xml"]


def test_one_part_too_many() -> None:
    with pytest.raises(TooMuchInside, match="packed from 4 parts; at most 3"):
        MOST.of(packed(b"a", b"b", b"c", b"d"))


def test_a_file_that_would_fill_the_memory() -> None:
    with pytest.raises(TooMuchInside, match="unpacks to 5 MB; at most 4 MB"):
        MOST.of(packed(b" " * (3 * MB), b" " * (2 * MB)))


def test_a_file_packed_beyond_what_any_program_writes() -> None:
    """Two megabytes of spaces are two kilobytes: a thousand times."""
    with pytest.raises(TooMuchInside, match="times its size; at most 100 times"):
        MOST.of(packed(b" " * (2 * MB)))
    assert MOST.of(packed(b" " * MB))  # however well a small file is packed, it does no harm
    assert MOST.of(packed(b" " * (2 * MB), how=zipfile.ZIP_STORED))


def test_what_is_no_packed_file() -> None:
    with pytest.raises(zipfile.BadZipFile):
        MOST.of(b"no package")
