"""A tombstone has no field in which the text could stand."""

from __future__ import annotations

from api.v1.serializers.tombstone import TombstoneSerializer
from editorial.models import Release


def test_it_serves_nothing_that_a_list_leaves_out() -> None:
    sources = {field.source for field in TombstoneSerializer().fields.values()}
    texts = {"text", "resolved_text", "body_html", "notes_html", "contents", "payload", "facts", "lead"}
    assert texts <= {field.name for field in Release._meta.get_fields()}
    assert not {source.rpartition(".")[2] for source in sources} & texts
