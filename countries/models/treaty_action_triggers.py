"""The orders of treaty actions that the database itself refuses, whoever writes.

A check constraint sees one row; these orders lie between rows, so they are triggers. They are taken down before
every migration and put up after it: SQLite copies a table to change it, and would lose or trip over them.
Deleting is checked by the actions, not here: a restore and a test both empty tables row by row.
"""

from __future__ import annotations

from typing import Any

from django.db import connections

TABLE = "countries_treatyaction"
NAME = "countries_treatyaction_order"

_ACTS = (
    "SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id "
    "WHERE a.treaty_id = {treaty} AND a.country_id = {country}"
)
_EARLIER = "SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id"
_DEPOSITS = "('ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent', 'endorsement')"

ORDERS = {
    "A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).": f"{_ACTS} "
    "AND a.kind = 'reservation' AND NOT t.reservations_allowed",
    "A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, "
    "Article 15; CCW, Article 3).": f"{_ACTS} AND a.kind = 'signature' "
    "AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature)",
    "Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).": f"{_ACTS} "
    f"AND a.kind = 'accession' AND EXISTS ({_EARLIER} AND e.kind = 'signature') "
    f"AND NOT EXISTS ({_EARLIER} AND e.kind = 'withdrawal_notice' AND e.date < a.date)",
    "Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, "
    "Article 16(1)).": f"{_ACTS} AND a.kind IN ('ratification', 'acceptance', 'approval') "
    "AND NOT (a.kind = 'acceptance' AND t.acceptance_without_signature) "
    f"AND NOT EXISTS ({_EARLIER} AND e.kind = 'signature' AND e.date <= a.date)",
    "Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, "
    "Article 9).": f"{_ACTS} AND a.kind = 'withdrawal_notice' "
    f"AND NOT EXISTS ({_EARLIER} AND e.kind IN {_DEPOSITS} AND e.date < a.date)",
}


def take_down(using: str, **kwargs: Any) -> None:
    """Remove the triggers, if they are there."""
    with connections[using].cursor() as cursor:
        for statement in _removal(connections[using].vendor, cursor):
            cursor.execute(statement)


def put_up(using: str, **kwargs: Any) -> None:
    """(Re)create the triggers, if their tables are there."""
    connection = connections[using]
    take_down(using)
    with connection.cursor() as cursor:
        if not {TABLE, "countries_treaty"} <= set(connection.introspection.table_names(cursor)):
            return
        for statement in _sqlite() if connection.vendor == "sqlite" else _postgresql():
            cursor.execute(statement)


def _removal(vendor: str, cursor: Any) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {NAME}_{event}" for event in ("insert", "update")]
    # "IF EXISTS" of PostgreSQL looks for the trigger only once it has found the table.
    cursor.execute("SELECT to_regclass(%s)", [TABLE])
    there = cursor.fetchone()[0] is not None
    return [f"DROP TRIGGER IF EXISTS {NAME} ON {TABLE}"] if there else []


def _sqlite() -> list[str]:
    def trigger(event: str, rows: tuple[str, ...]) -> str:
        checks = " ".join(
            f"SELECT RAISE(ABORT, '{message}') WHERE EXISTS ({_of(order, row)});"
            for row in rows
            for message, order in ORDERS.items()
        )
        return f"CREATE TRIGGER {NAME}_{event} AFTER {event.upper()} ON {TABLE} BEGIN {checks} END"

    return [trigger("insert", ("NEW",)), trigger("update", ("NEW", "OLD"))]


def _postgresql() -> list[str]:
    def checks(row: str) -> str:
        return " ".join(
            f"IF EXISTS ({_of(order, row)}) THEN RAISE check_violation USING MESSAGE = '{message}', "
            f"CONSTRAINT = '{NAME}', TABLE = '{TABLE}'; END IF;"
            for message, order in ORDERS.items()
        )

    return [
        f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {checks('NEW')} "
        f"IF TG_OP = 'UPDATE' THEN {checks('OLD')} END IF; RETURN NULL; END $$",
        f"CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {NAME}()",
    ]


def _of(order: str, row: str) -> str:
    return order.format(treaty=f"{row}.treaty_id", country=f"{row}.country_id")
