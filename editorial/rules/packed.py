"""What a packed file unpacks to, asked of its table of contents before anything of it is unpacked.

A file of some kilobytes can name a million parts, or one of a gigabyte. ``zipfile`` never unpacks a part beyond the size
that is named for it, so the sum of these sizes is the most that can come out.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

MB = 1024**2
_ENTRY = b"PK\x01\x02"  # begins each line of the table of contents


class TooMuchInside(ValueError):
    """A file that is not unpacked; the message says how much it would be."""


@dataclass(frozen=True)
class MostInside:
    """The most that a kind of file holds: parts, bytes of all of them, and bytes for each byte of the file."""

    parts: int
    unpacked: int
    times: int
    small: int = MB  # bytes that any file may unpack to

    def of(self, data: bytes) -> list[zipfile.ZipInfo]:
        """The parts of a file. Raises TooMuchInside, or zipfile.BadZipFile for what is no packed file."""
        if (named := data.count(_ENTRY)) > self.parts:  # counted as it lies: opening it would list them all
            raise TooMuchInside(f"The file is packed from {named:,} parts; at most {self.parts:,} are read.")
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > self.unpacked:
            raise TooMuchInside(
                f"The file unpacks to {unpacked / MB:,.0f} MB; at most {self.unpacked // MB} MB are read."
            )
        if unpacked > max(self.small, self.times * len(data)):
            raise TooMuchInside(
                f"The file unpacks to {unpacked / len(data):,.0f} times its size; at most {self.times} times is read."
            )
        return parts
