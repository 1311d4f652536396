"""Keeping the file of a record: checked by its contents, stored under its fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from editorial.models import KeptFile
from editorial.models.kept_file import stored_under
from editorial.rules.file_type import LARGEST, BadFile, file_type


def take_file(record: KeptFile, upload: UploadedFile) -> None:
    """Give a record its file; the caller saves the record. Raises BadFile with the remedy; then nothing is kept.

    The same contents are stored once. What stood there before stays in the store: a version may name it.
    """
    if upload.size is None or upload.size > LARGEST:
        raise BadFile(f"At most {LARGEST // 2**20} MB are kept.")
    content = upload.read()
    name = PurePath((upload.name or "").replace("\\", "/")).name
    kind = file_type(content, name)
    record.sha256 = hashlib.sha256(content).hexdigest()
    record.file_type = kind
    record.file_size = len(content)
    record.file_name = name[-160:]
    storage = record.file.storage
    where = stored_under(record, "")
    if not storage.exists(where):
        where = storage.save(where, ContentFile(content))
    record.file.name = where
