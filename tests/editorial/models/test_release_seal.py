"""A seal covers every column of a release that readers are served: a new column says that it is, or why not."""

from __future__ import annotations

import pytest

from editorial.models import ReleaseSeal, release_models, seal_of
from editorial.rules.seal import FIRST, digest, moment


@pytest.mark.parametrize("model", release_models(), ids=lambda model: model._meta.label)
def test_every_column_is_sealed_or_says_why_not(model) -> None:
    columns = {field.name for field in model._meta.concrete_fields}
    sealed = {*model.SEALED, model.RECORD}
    assert columns == sealed | set(model.NOT_SEALED)
    assert not sealed & set(model.NOT_SEALED)
    assert all(model.NOT_SEALED.values())


def test_what_is_sealed_is_what_the_columns_hold(life) -> None:
    release = life.bring_out("seven")
    stored = type(release)._base_manager.get(pk=release.pk)
    content = stored.sealed_content("salt")
    assert set(content) == {"kind", "record", "salt", *release.SEALED}
    assert (content["kind"], content["record"], content["salt"]) == (release.RECORD, life.record.pk, "salt")
    assert content["released_at"] == moment(release.released_at)
    assert (content["body_html"], content["payload"]) == (release.body_html, release.payload)


def test_the_newest_seal_of_a_release_computes_its_own_hash_and_finds_its_release(life) -> None:
    release = life.bring_out("seven")
    seal = seal_of(release)
    assert (seal.position, seal.previous, seal.visible_from) == (1, FIRST, release.visible_from)
    assert seal.computed() == seal.sha256
    assert seal.content_sha256 == digest(release.sealed_content(seal.salt))
    assert (seal.release(), str(seal)) == (release, "Seal 1")
    seal.visible_from = None
    assert seal.computed() != seal.sha256
    assert ReleaseSeal(table="").release() is None
