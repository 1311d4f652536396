"""The file of types of munitions."""

from stockpiles.models import MunitionType
from stockpiles.queries.munitions import TypeRow
from stockpiles.tables.munitions import type_table


def test_a_load_that_no_source_gives_is_unknown_and_never_zero() -> None:
    kinds = [
        MunitionType(designation="RBK-500", called_by_source="cluster bombs"),
        MunitionType(designation="M26", submunitions_per_munition=644, submunitions_approximate=True),
    ]
    table = type_table(TypeRow(one, one.classification(), ()) for one in kinds)
    first, second = (dict(zip(table.headings, row, strict=True)) for row in table.rows)
    assert (first["Submunitions in each"], first["Article 2(2)"]) == ("unknown", "undecided")
    assert (first["Called by its source"], first["States on record as holding or having held it"]) == (
        "cluster bombs",
        "",
    )
    assert (second["Submunitions in each"], second["Approximate"]) == (644, "yes")
