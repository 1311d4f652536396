"""Everything that is released becomes the next link of one chain."""

from __future__ import annotations

from editorial.actions.sealing import seal_release, seal_together
from editorial.models import ReleaseSeal, seal_of
from editorial.models.following import HowWritten
from editorial.rules.seal import digest
from tests.factories.meetings import make_statement, publish_statement


def test_all_tables_of_releases_share_one_chain(press, peru, ban_policy) -> None:
    first = press.edition(peru, ban_policy)
    second = publish_statement(make_statement("In Lima", [(peru, "deliverer")]))
    one, two = ReleaseSeal.objects.all()
    assert [(one.table, one.release_id), (two.table, two.release_id)] == [
        ("countries.ProfileRelease", first.pk),
        ("meetings.StatementRelease", second.pk),
    ]
    assert (two.position, two.previous) == (2, one.sha256)
    assert one.salt != two.salt


def test_the_same_content_sealed_again_has_another_digest(life) -> None:
    release = life.bring_out("seven")
    first = seal_of(release)
    seal_release(release, HowWritten.CREATED)
    again = seal_of(release)
    assert (again.position, again.previous) == (2, first.sha256)
    assert again.content_sha256 != first.content_sha256  # its salt is another: nobody can try what lies under it


def test_what_is_released_together_has_a_seal_over_all(life) -> None:
    one = life.bring_out("seven")
    two = life.another().bring_out("eight")
    seal = seal_together(title="Edition 2009", releases=[one, two], visible_from=one.visible_from)
    assert seal.content["title"] == "Edition 2009"
    assert [row["content_sha256"] for row in seal.content["releases"]] == [
        seal_of(release).content_sha256 for release in (one, two)
    ]
    assert seal.content_sha256 == digest(seal.content)
    assert (seal.position, seal.visible_from) == (3, one.visible_from)
