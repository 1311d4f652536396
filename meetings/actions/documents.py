"""Keeping the file of a document: checked by its contents, stored under its fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from meetings.models import MeetingDocument
from meetings.models.meeting_document import stored_under
from meetings.rules.file_type import LARGEST, BadFile, file_type


def take_file(document: MeetingDocument, upload: UploadedFile) -> None:
    """Give the document its file; the caller saves the document. Raises BadFile with the remedy; then nothing is kept.

    The same contents are stored once. What stood there before stays in the store: a version may name it.
    """
    if upload.size is None or upload.size > LARGEST:
        raise BadFile(f"At most {LARGEST // 2**20} MB are kept.")
    content = upload.read()
    name = PurePath((upload.name or "").replace("\\", "/")).name
    kind = file_type(content, name)
    document.sha256 = hashlib.sha256(content).hexdigest()
    document.file_type = kind
    document.file_size = len(content)
    document.file_name = name[-160:]
    storage = document.file.storage
    where = stored_under(document, "")
    if not storage.exists(where):
        where = storage.save(where, ContentFile(content))
    document.file.name = where
